// Where we differ on purpose, and why.

/** `when` narrows it to the apps in which the reason holds; without, the code alone decides. */
export const DELIBERATE = [
  {
    code: 'IST0002',
    side: 'ours',
    when: (origin) => origin.startsWith('CustomResourceDefinition '),
    why: 'analyzers lose the spec of a CustomResourceDefinition when they read files',
  },
  {
    code: 'IST0101',
    side: 'theirs',
    when: (origin, app) =>
      origin.startsWith('Gateway ') && !(objectOf(origin, app)?.spec?.servers?.length > 0),
    why: 'a Gateway without servers opens nothing, whatever pods it selects; the webhook refuses it (IST0106)',
  },
  {
    code: 'IST0101',
    side: 'theirs',
    when: (origin, app) =>
      origin.startsWith('VirtualService ') && hasDestinationWithoutHost(objectOf(origin, app)),
    why: 'a destination without a host is refused by the API server',
  },
  {
    code: 'IST0101',
    side: 'theirs',
    when: (origin, app) =>
      origin.startsWith('AuthorizationPolicy ') && app.objects.some(({ kind }) => kind !== 'Namespace'),
    why: 'analyzers know declared Namespaces alone; for us a namespace is there if anything is in it',
  },
  {
    code: 'IST0101',
    side: 'theirs',
    when: (origin, app) => /^(Sidecar|Telemetry|Gateway) /.test(origin) && hasTemplates(app),
    why: 'analyzers look at Pods alone; we look at the templates of Deployments, too',
  },
  {
    code: 'IST0101',
    side: 'theirs',
    when: (origin, app) =>
      origin.startsWith('Gateway ') && app.objects.some(({ kind }) => kind === 'Certificate'),
    why: 'a Certificate of cert-manager makes the Secret',
  },
  ...[
    ['IST0101', 'ours'],
    ['IST0161', 'ours'],
    ['IST0161', 'theirs'],
    ['IST0101', 'theirs'],
  ].map(([code, side]) => ({
    code,
    side,
    when: (origin, app) =>
      origin.startsWith('Gateway ') && hasPodsInSeveralNamespaces(objectOf(origin, app), app),
    why: 'analyzers look for a gateway’s Secret in the namespace of one of its pods, we in those of all',
  })),
  {
    code: 'IST0109',
    side: 'theirs',
    when: (origin, app) =>
      hasTwins(objectOf(origin, app)?.spec?.hosts?.map?.((host) => String(host).split('.')[0])),
    why: 'one VirtualService that lists a host twice is no conflict of two; the webhook refuses it (IST0106)',
  },
  {
    code: 'IST0112',
    side: 'theirs',
    when: (origin, app) => hasDestinationWithoutHost(objectOf(origin, app)),
    why: 'a destination without a host is refused by the API server',
  },
  ...['IST0116', 'IST0137'].map((code) => ({
    code,
    side: 'ours',
    when: (origin, app) =>
      !app.objects.some(
        ({ kind, metadata: { name } }) => kind === 'Namespace' && name === origin.split(/[ /]/)[1],
      ),
    why: 'a namespace that is not declared is taken to be in the mesh',
  })),
  {
    code: 'IST0127',
    side: 'theirs',
    when: (origin, app) => objectOf(origin, app)?.spec?.targetRefs ?? objectOf(origin, app)?.spec?.targetRef,
    why: 'analyzers take a policy with targetRefs for one of the whole namespace; we look for its targets',
  },
  {
    code: 'IST0127',
    side: 'theirs',
    when: (origin, app) => hasWorkload(origin.split(/[ /]/)[1], app),
    why: 'analyzers look at Pods alone, and only at those that are injected; we look at the templates of Deployments, too, and leave injection to the namespace’s labels',
  },
  {
    code: 'IST0132',
    side: 'ours',
    when: (_, app) =>
      app.objects.some(
        ({ kind, spec }) => kind === 'Gateway' && spec?.servers?.some?.((server) => !server?.port),
      ),
    why: 'a server without a port serves no host; the webhook refuses it (IST0106)',
  },
  {
    code: 'IST0140',
    side: 'theirs',
    why: 'analyzers compare hosts as they are written; a short name is one of its object’s own namespace',
  },
  {
    code: 'IST0140',
    side: 'ours',
    why: 'analyzers compare hosts as they are written; a short and a full name may be the same service',
  },
  ...['IST0151', 'IST0155'].flatMap((code) =>
    ['theirs', 'ours'].map((side) => ({
      code,
      side,
      why: 'which of the two an EnvoyFilter gets depends on the order in which analyzers visit them, which is not fixed',
    })),
  ),
  {
    code: 'IST0149',
    side: 'theirs',
    when: (_, app) => app.objects.some(({ kind, spec }) => kind === 'Gateway' && !spec?.selector),
    why: 'a Gateway without a selector also takes the ingress gateway that analyzers make up',
  },
  ...['IST0149', 'IST0161', 'IST0162', 'IST0166'].map((code) => ({
    code,
    side: 'ours',
    when: (_, app) => hasTemplates(app),
    why: 'analyzers look at Pods alone; we look at the templates of Deployments, too',
  })),
  {
    code: 'IST0101',
    side: 'ours',
    when: (origin, app) => origin.startsWith('Gateway ') && hasTemplates(app),
    why: 'analyzers look at Pods alone; we look at the templates of Deployments, too',
  },
  ...['IST0101', 'IST0132'].map((code) => ({
    code,
    side: 'theirs',
    when: (origin, app) =>
      origin.startsWith('VirtualService ') &&
      objectOf(origin, app)?.spec?.gateways?.some?.((name) => String(name).includes('.')),
    why: 'istiod still takes the old form name.namespace for a Gateway (the webhook warns), analyzers do not',
  })),
  {
    code: 'IST0162',
    side: 'theirs',
    when: (_, app) =>
      app.objects.some(
        ({ kind, spec }) => kind === 'Service' && spec?.ports?.some?.((port) => !port?.protocol),
      ),
    why: 'analyzers see a Service as it is written; the API server adds protocol: TCP',
  },
  {
    code: 'IST0112',
    side: 'theirs',
    when: (_, app) =>
      app.objects.some(({ kind, spec }) => kind === 'Service' && spec?.ports?.some?.((port) => !port?.port)),
    why: 'a Service port without a number is refused by the API server',
  },
  {
    code: 'IST0125',
    side: 'ours',
    when: (origin, app) =>
      objectOf(origin, app)?.metadata.annotations?.['proxy.istio.io/config'] !== undefined,
    why: 'Go’s reader of YAML stops behind the first value and ignores what follows',
  },
  {
    code: 'IST0146',
    side: 'theirs',
    when: (_, app) => !app.objects.some(({ kind }) => kind === 'MutatingWebhookConfiguration'),
    why: 'without its webhooks among the files, analyzers know nobody who injects; we go by the labels that Istio’s webhooks look at',
  },
  {
    code: 'IST0174',
    side: 'theirs',
    when: (origin, app) => objectOf(origin, app)?.spec?.host?.startsWith?.('*'),
    why: 'analyzers know wildcard hosts of ServiceEntries alone; a DestinationRule for *.shop.svc.cluster.local holds for its Services',
  },
  {
    code: 'IST0173',
    side: 'theirs',
    why: 'analyzers look at Pods alone; we look at the templates of Deployments, too, and leave labels of places to the nodes',
  },
  {
    code: 'IST0173',
    side: 'ours',
    why: 'analyzers take a pod of any Service and namespace for a match; we look behind the Service of the rule',
  },
  {
    code: 'IST0174',
    side: 'theirs',
    when: (origin, app) => !objectOf(origin, app)?.spec?.host,
    why: 'a DestinationRule without a host is refused by the API server',
  },
];

function objectOf(origin, { objects }) {
  const [kind, path] = origin.split(' ');
  return objects.find(
    ({ kind: own, metadata: { name, namespace = 'default' } }) =>
      own === kind && (path === `${namespace}/${name}` || path === name),
  );
}

function hasDestinationWithoutHost(object) {
  const { http = [], tcp = [], tls = [] } = object?.spec ?? {};
  const routes = [http, tcp, tls]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((rule) => [
      ...(rule?.route ?? []),
      ...(rule?.mirrors ?? []),
      ...(rule?.mirror ? [{ destination: rule.mirror }] : []),
    ]);
  return routes.some((route) => !route?.destination?.host);
}

/** Policies of the root namespace are for all namespaces. */
function hasWorkload(namespace, { objects }) {
  return objects.some(
    ({ kind, metadata, spec }) =>
      (kind === 'Pod' || spec?.template) &&
      (namespace === 'istio-system' || (metadata.namespace ?? 'default') === namespace),
  );
}

/** Analyzers make up a pod, that of Istio's own ingress gateway. */
const MADE_UP = { kind: 'Pod', metadata: { namespace: 'istio-system', labels: { istio: 'ingressgateway' } } };

function hasPodsInSeveralNamespaces(gateway, { objects }) {
  const selector = Object.entries(gateway?.spec?.selector ?? {});
  const pods = [...objects, MADE_UP].filter(
    ({ kind, metadata: { labels = {} } }) =>
      kind === 'Pod' && selector.every(([key, text]) => labels[key] === text),
  );
  return new Set(pods.map(({ metadata: { namespace = 'default' } }) => namespace)).size > 1;
}

function hasTemplates({ objects }) {
  return objects.some(({ spec }) => spec?.template?.metadata);
}

function hasTwins(list) {
  return Array.isArray(list) && new Set(list).size < list.length;
}

/** What nobody has explained; the rest is counted. */
export function differencesBetween(answer, mine, app, counts) {
  const all = [
    ...[...answer].filter((key) => !mine.has(key)).map((key) => ({ side: 'theirs', key })),
    ...[...mine.keys()]
      .filter((key) => !answer.has(key))
      .map((key) => ({ side: 'ours', key: key, rule: mine.get(key) })),
  ];
  const unexplained = all.filter(({ side, key }) => {
    const code = key.slice(0, 7);
    const found = DELIBERATE.find(
      (one) => one.code === code && one.side === side && (!one.when || one.when(key.slice(8), app)),
    );
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    return !found;
  });
  return { unexplained, explained: all.length - unexplained.length };
}

export function printTable(counts) {
  console.log('analyze: deliberate differences');
  for (const one of DELIBERATE) {
    const who = one.side === 'theirs' ? 'only istioctl' : 'only we';
    console.log(`  ${one.code} ${who.padEnd(13)} ${String(counts.get(one) ?? 0).padStart(6)} ×  ${one.why}`);
  }
}
