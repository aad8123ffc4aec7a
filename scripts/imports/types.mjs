// Generates the L1 types of the kinds that constructs emit, from the slim CRDs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

/**
 * The kinds with types. The Gateway API's are those of the experimental channel, a superset of the standard one: which
 * fields may be written depends on the user's channel, not on types.
 */
const KINDS = {
  istio: [
    'authorizationpolicy',
    'destinationrule',
    'gateway',
    'peerauthentication',
    'requestauthentication',
    'serviceentry',
    'sidecar',
    'telemetry',
    'virtualservice',
    'workloadentry',
  ],
  'gateway/experimental': [
    'backendtlspolicy',
    'gateway',
    'gatewayclass',
    'grpcroute',
    'httproute',
    'listenerset',
    'referencegrant',
    'tcproute',
    'tlsroute',
  ],
};

/** The generated files: their name and their content. */
export function typeFiles(crdsFolder) {
  // One stream: cdk8s writes a file for each API group, and a second source of a group would overwrite the first.
  const files = Object.entries(KINDS).flatMap(([set, kinds]) =>
    kinds.map((kind) => join(crdsFolder, set, `${kind}.yaml`)),
  );
  const crds = files
    .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')))
    .map((crd) => crd.toJS());
  const stream = crds.map((crd) =>
    stringify(withoutAliases(crd), { version: '1.1', aliasDuplicateObjects: false }),
  );

  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-imports-'));
  try {
    writeFileSync(join(folder, 'crds.yaml'), stream.join('---\n'));
    cdk8s(
      folder,
      'import',
      '--no-check-upgrade',
      '--no-save',
      '--language=typescript',
      '--output=types',
      'crds.yaml',
    );
    const types = join(folder, 'types');
    return readdirSync(types).map((name) => ({ name, content: readFileSync(join(types, name), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Properties that older versions spelled in snake_case come with their camelCase twin. To cdk8s both are one name, and
 * it would write the old one (`jwks_uri`, `mirror_percent`), so types do without it.
 */
function withoutAliases(schema) {
  if (Array.isArray(schema)) return schema.map(withoutAliases);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => {
    const twin = key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    return twin === key || !(twin in schema);
  });
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutAliases(inner)]));
}

function cdk8s(cwd, ...args) {
  const bin = join(dirname(createRequire(import.meta.url).resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cdk8s ${args[0]} failed:\n${stdout}${stderr}`);
}
