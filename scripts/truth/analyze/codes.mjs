// IST codes by object: as the analyzers give them, and as we do.
import { library } from '../check/library.mjs';

/** What only a cluster can tell, or another part of the truth: schema errors and warnings are for `truth webhook`. */
export const ELSEWHERE = [
  'IST0106',
  'IST0133',
  'IST0103',
  'IST0158',
  'IST0147',
  'IST0171',
  'IST0126',
  'IST0139',
  'IST0163',
  'IST0164',
  'IST0170',
];

const CLUSTER_SCOPED = [
  'Namespace',
  'CustomResourceDefinition',
  'Node',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'GatewayClass',
];

export async function ask(judging, { objects, mesh }) {
  const docs = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return judging.ask({
    op: 'analyze',
    docs,
    namespace: 'default',
    ...(mesh && { meshConfig: JSON.stringify(mesh) }),
  });
}

/** Nothing if something was not read: then the rest is about another app. */
export function theirs({ findings, unread, error }) {
  if (error || unread?.length > 0) return undefined;
  const all = findings.filter(
    ({ code, origin }) => !ELSEWHERE.includes(code) && origin && !origin.includes('internal'),
  );
  return new Set(all.map(({ code, origin }) => `${code} ${origin}`));
}

export function ours({ objects, mesh }) {
  const { loadManifests } = library('manifest/load');
  const { judgeMesh } = library('check/judge-mesh');
  const { Mesh } = library('check/mesh/mesh');
  const { MESH_RULES } = library('check/rules/all');
  const { checkWebhook } = library('check/webhook/index');
  const manifests = loadManifests(objects);
  const fail = ({ id }, error) => {
    throw new Error(`${id}: ${error.stack}`);
  };
  const found = judgeMesh(new Mesh(manifests, mesh ? { mesh } : {}), MESH_RULES, fail);
  const webhook = manifests.documents.flatMap((document) => checkWebhook(document));
  const keys = [...[...found.values()].flat(), ...webhook].flatMap(({ upstream, object, id }) =>
    upstream
      .filter((code) => code.startsWith('IST') && !ELSEWHERE.includes(code))
      .map((code) => [`${code} ${nameOf(object)}`, id]),
  );
  return new Map(keys);
}

function nameOf({ kind, namespace, name }) {
  return CLUSTER_SCOPED.includes(kind) ? `${kind} ${name}` : `${kind} ${namespace ?? 'default'}/${name}`;
}
