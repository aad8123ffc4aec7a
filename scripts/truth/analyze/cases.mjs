// Apps to begin with: the stories of dist/, and whatever folder of manifests one has, a file an app.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { library } from '../check/library.mjs';
import { DIST } from '../paths.mjs';
import { withSurroundings } from '../surroundings.mjs';

/** Each has a name, its objects, and perhaps a MeshConfig. */
export function baseCases(folders) {
  const stories = yamlFiles(DIST).map((file) => appOf(file, [file], true));
  return [
    ...fixtures(),
    ...stories,
    ...folders.flatMap((folder) => [...expected(folder), ...files(folder)]),
  ].filter(({ objects }) => objects.length > 0);
}

/** What the rules themselves show. */
export function fixtures() {
  const { MESH_RULES } = library('check/rules/all');
  const { loadManifests } = library('manifest/load');
  return MESH_RULES.flatMap(({ id, good, bad, mesh }) =>
    Object.entries({ good, bad }).map(([name, text]) => ({
      name: `fixture ${id} ${name}`,
      objects: loadManifests(safely(() => withSurroundings(text)) ?? text).documents.map(
        ({ object }) => object,
      ),
      ...(mesh && { mesh }),
    })),
  );
}

function files(folder) {
  return yamlFiles(folder)
    .filter((file) => !file.includes('/istio-api/') && !file.includes('/invalid/'))
    .map((file) => appOf(file, [file], !file.includes('/istio-analyzers/')));
}

/** The cases of Istio's own tests: some are of several files, or have a MeshConfig. */
function expected(folder) {
  return yamlFiles(folder, 'expectations.json').flatMap((file) => {
    const at = (name) => join(dirname(file), 'testdata', name);
    return JSON.parse(readFileSync(file, 'utf8'))
      .filter((one) => one.files)
      .map((one) => ({
        ...appOf(`${file} ${one.name}`, one.files.map(at), false),
        ...(one.meshConfig && { mesh: meshOf(one.meshConfig, at) }),
      }));
  });
}

function meshOf(given, at) {
  if (typeof given === 'string' && existsSync(at(given))) return parse(readFileSync(at(given), 'utf8'));
  return typeof given === 'string' ? parse(given) : given;
}

/** With the pods that a cluster would make, since analyzers look at nothing else. */
function appOf(name, paths, withPods) {
  const { loadManifests } = library('manifest/load');
  const { documents } = loadManifests(paths);
  const objects = documents.map(({ object }) => cloneOf(object));
  if (!withPods) return { name, objects };
  const text = objects.map((object) => stringify(object)).join('---\n');
  const all = loadManifests(safely(() => withSurroundings(text)) ?? text).documents.map(
    ({ object }) => object,
  );
  return { name, objects: all };
}

function safely(make) {
  try {
    return make();
  } catch {
    return undefined; // no app in the sense of a cluster
  }
}

function yamlFiles(folder, name = /\.ya?ml$/) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => (typeof name === 'string' ? file.endsWith(name) : name.test(file)))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

export function cloneOf(object) {
  return JSON.parse(JSON.stringify(object));
}
