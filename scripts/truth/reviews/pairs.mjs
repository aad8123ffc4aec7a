// Two configurations: a random small mesh, and the same with some of its rules changed.
import { mesh } from '../simulate/generate/mesh.mjs';
import { Random } from '../simulate/random.mjs';
import { CASES } from './library.mjs';

const RULES = new Set([
  'VirtualService',
  'DestinationRule',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'Sidecar',
  'ServiceEntry',
  'ReferenceGrant',
]);

/** `{ name, before, after, mesh }`: objects, and the MeshConfig of both. */
export function randomPair(seed) {
  const r = new Random(seed);
  const one = mesh(r, false, 0);
  const other = mesh(r, false, 0);
  const before = one.documents.map(withAddress);
  let after = before;
  for (let i = r.integer(0, 3); i >= 0; i--) after = changed(r, after, other.documents);
  return { name: `seed ${seed}`, seed, before, after, mesh: one.mesh };
}

/** What somebody changed on purpose, with the review that people read. */
export function goldenPairs() {
  return Object.entries(CASES).map(([name, { before, after }], seed) => ({ name, seed, before, after }));
}

/** Who dials a headless Service dials one of its pods, and the oracle does not say which. */
function withAddress(document) {
  if (document.kind !== 'Service') return document;
  const { clusterIP, ...spec } = document.spec;
  return clusterIP === 'None' ? { ...document, spec } : document;
}

/** One rule is gone, new, another one, in another order, or with other numbers. */
function changed(r, documents, others) {
  const rules = documents.filter(({ kind }) => RULES.has(kind));
  const rule = r.pick(rules);
  const foreign = others.filter(({ kind }) => RULES.has(kind));
  const way = r.pick(['remove', 'add', 'replace', 'reorder', 'tune', 'tune']);
  if (way === 'remove') return documents.filter((one) => one !== rule);
  if (way === 'add' && foreign.length > 0) return withAdded(documents, r.pick(foreign));
  if (!rule) return documents;
  const swap = (spec) => documents.map((one) => (one === rule ? { ...rule, spec } : one));
  if (way === 'tune') return swap(tuned(r, rule.spec));
  const list = ['http', 'rules', 'subsets'].find((key) => rule.spec[key]?.length > 1);
  if (way === 'reorder' && list) return swap({ ...rule.spec, [list]: [...rule.spec[list]].reverse() });
  const twin = foreign.find(({ kind, apiVersion }) => kind === rule.kind && apiVersion === rule.apiVersion);
  return twin ? swap(twin.spec) : documents;
}

/** In the place of one of the same name, if there is any. */
function withAdded(documents, added) {
  const key = ({ apiVersion, kind, metadata }) =>
    [apiVersion, kind, metadata.namespace, metadata.name].join(' ');
  return [...documents.filter((one) => key(one) !== key(added)), added];
}

/** One number or text is another one. */
function tuned(r, spec) {
  const places = [];
  const walk = (value, path) => {
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) walk(value[key], [...path, key]);
    else if (Object.hasOwn(OTHERS, path.at(-1))) places.push(path);
  };
  walk(spec, []);
  if (places.length === 0) return spec;
  const copy = JSON.parse(JSON.stringify(spec));
  const path = r.pick(places);
  const parent = path.slice(0, -1).reduce((at, key) => at[key], copy);
  parent[path.at(-1)] = OTHERS[path.at(-1)](r, parent[path.at(-1)]);
  return copy;
}

const OTHERS = {
  prefix: (r) => r.pick(['/', '/api', '/foo']),
  exact: (r) => r.pick(['/foo', '/api/v1', 'jason']),
  timeout: (r) => r.pick(['1s', '3s']),
  attempts: (r) => r.integer(0, 3),
  percent: (r) => r.pick([0, 10, 100]),
  maxConnections: (r) => r.integer(1, 9),
  simple: (r) => r.pick(['ROUND_ROBIN', 'RANDOM', 'LEAST_REQUEST']),
  httpStatus: (r) => r.pick([400, 503]),
  fixedDelay: (r) => r.pick(['1s', '2s']),
  version: (r) => r.pick(['v1', 'v2', 'v3']),
  subset: (r) => r.pick(['v1', 'v2', 'v3']),
};
