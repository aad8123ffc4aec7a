// Apps with broken references: a name that leads elsewhere or nowhere, an object that is gone, moved, or there twice.
import { put } from '../changes.mjs';
import { cloneOf } from './cases.mjs';

const REFERENCES = new Set([
  'host',
  'hosts',
  'subset',
  'gateways',
  'number',
  'exportTo',
  'namespaces',
  'notNamespaces',
  'credentialName',
  'name',
  'labels',
  'matchLabels',
  'selector',
  'app',
  'version',
  'istio',
  'protocol',
  'port',
  'targetPort',
  'mode',
  'priority',
  'operation',
  'applyTo',
  'addresses',
  'mirror',
  'tls',
  'percent',
  'headers',
  'runAsUser',
  'caCertificates',
  'providers',
  'egressProxy',
  'workloadSelector',
  'targetRef',
  'namespace',
  'annotations',
  'istio-injection',
]);

export function mutated({ name, objects, mesh }, choose, seed) {
  const copy = cloneOf(objects);
  const changes = [];
  for (let count = 1 + choose.below(3); count > 0; count--)
    changes.push(choose.pick(MUTATIONS)(copy, choose));
  return {
    name: `${name} seed ${seed}`,
    objects: copy.slice(0, 80),
    ...(mesh && { mesh }),
    changes: changes.filter(Boolean),
  };
}

const MUTATIONS = [
  redirect,
  redirect,
  redirect,
  redirect,
  redirect,
  drop,
  drop,
  remove,
  duplicate,
  move,
  swapKind,
];

function redirect(objects, choose) {
  const place = anyPlace(objects, choose);
  if (!place) return undefined;
  const { parent, key } = place;
  const before = parent[key];
  if (typeof before === 'string') put(parent, key, otherName(before, objects, choose));
  else if (typeof before === 'number')
    put(parent, key, choose.pick([80, 443, 8080, 9080, 81, 1337, 15443, 0]));
  else if (Array.isArray(before) && before.every((one) => typeof one === 'string')) {
    put(
      parent,
      key,
      choose.pick([
        [],
        [...before, otherName(before[0] ?? 'a', objects, choose)],
        before.map((one) => otherName(one, objects, choose)),
      ]),
    );
  } else if (before && typeof before === 'object') {
    const inner = choose.pick(Object.keys(before));
    if (typeof before[inner] === 'string') put(before, inner, otherName(before[inner], objects, choose));
  }
  return `${place.where}: ${short(before)} → ${short(parent[key])}`;
}

/** Another form of the same name, another name that is there, or none that is. */
function otherName(text, objects, choose) {
  const others = namesIn(objects);
  const service = choose.pick(objects)?.metadata ?? {};
  return choose.pick([
    () => choose.pick(others),
    () => choose.pick(others),
    () => `${text}x`,
    () => text.slice(1),
    () => text.split('.')[0],
    () => `${text.split('.')[0]}.${service.namespace ?? 'default'}`,
    () => `${text.split('.')[0]}.${service.namespace ?? 'default'}.svc.cluster.local`,
    () => `${service.namespace ?? 'default'}/${text.split('/').pop()}`,
    () => service.name ?? 'a',
    () => service.namespace ?? 'default',
    () =>
      choose.pick([
        '*',
        '.',
        'mesh',
        'default',
        'nowhere',
        '*.example.com',
        'a.example.com',
        '*.com',
        'istio-system',
        'ISTIO_MUTUAL',
        'SIMPLE',
        'MUTUAL',
        'DISABLE',
        'TCP',
        'HTTP',
      ]),
  ])();
}

function drop(objects, choose) {
  const place = anyPlace(objects, choose);
  if (!place) return undefined;
  if (Array.isArray(place.parent)) place.parent.splice(place.key, 1);
  else delete place.parent[place.key];
  return `${place.where} dropped`;
}

function remove(objects, choose) {
  if (objects.length < 2) return undefined;
  const [gone] = objects.splice(choose.below(objects.length), 1);
  return `${gone.kind} ${gone.metadata.name} removed`;
}

function duplicate(objects, choose) {
  const twin = cloneOf(choose.pick(objects));
  twin.metadata.name = choose.pick([`${twin.metadata.name}-twin`, `a-${twin.metadata.name}`]);
  objects.push(twin);
  return `${twin.kind} ${twin.metadata.name} added`;
}

function move(objects, choose) {
  const one = choose.pick(objects);
  one.metadata.namespace = choose.pick([
    'elsewhere',
    'default',
    'istio-system',
    choose.pick(objects).metadata.namespace ?? 'default',
  ]);
  return `${one.kind} ${one.metadata.name} moved to ${one.metadata.namespace}`;
}

/** What one object of a kind says, said by another one. */
function swapKind(objects, choose) {
  const one = choose.pick(objects);
  const other = choose.pick(objects.filter(({ kind }) => kind === one.kind));
  if (one === other || !other.spec) return undefined;
  one.spec = cloneOf(other.spec);
  return `${one.kind} ${one.metadata.name} says what ${other.metadata.name} says`;
}

function anyPlace(objects, choose) {
  const one = choose.pick(objects);
  const places = [];
  const visit = (node, where, depth) => {
    if (typeof node !== 'object' || node === null || depth > 12) return;
    for (const key of Object.keys(node)) {
      const name = Array.isArray(node) ? where.split('.').pop().replace(/\[.*/, '') : key;
      const at = Array.isArray(node) ? `${where}[${key}]` : `${where}.${key}`;
      if (REFERENCES.has(name) && at !== '.metadata.name')
        places.push({
          parent: node,
          key: Array.isArray(node) ? Number(key) : key,
          where: `${one.kind} ${one.metadata.name}${at}`,
        });
      visit(node[key], at, depth + 1);
    }
  };
  visit(
    { metadata: { labels: one.metadata.labels, annotations: one.metadata.annotations }, spec: one.spec },
    '',
    0,
  );
  return places.length > 0 ? choose.pick(places) : undefined;
}

function namesIn(objects) {
  const found = objects.flatMap(({ kind, metadata: { name, namespace = 'default' } }) =>
    kind === 'Service'
      ? [name, `${name}.${namespace}`, `${name}.${namespace}.svc.cluster.local`]
      : [name, `${namespace}/${name}`],
  );
  return found.length > 0 ? found : ['a'];
}

function short(value) {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
