// Each construct of a program as single clauses: `{ id, atoms, said }`, one for each alternative.
import { canonical } from './precedence.mjs';

/** What is said about where requests to a service go. */
export function routeClauses(program, service) {
  return itemsOf(program, service).flatMap((item) => ROUTES[item.kind]?.(item) ?? []);
}

/** What is said about what happens on the way, by dimension. */
export function overlayClauses(program, service, port) {
  const dimensions = new Map();
  for (const item of itemsOf(program, service)) {
    for (const [dimension, clause] of OVERLAYS[item.kind]?.(item, port, program) ?? []) {
      dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), clause]);
    }
  }
  return dimensions;
}

export function itemsOf({ items }, service) {
  return items.filter((item) => item.service === service);
}

export function pathOf({ chart, id }) {
  return `${chart}/${id}`;
}

/** What routes are called after it in access logs. */
export function nameOf({ id }, suffix) {
  return [id.toLowerCase(), ...(suffix ? [suffix] : [])].join('-');
}

function clauses(item, match, said, suffix) {
  return (match ?? [[]]).map((atoms) => ({
    id: pathOf(item),
    name: nameOf(item, suffix),
    port: item.props.port,
    atoms,
    conditional: match !== undefined && match.every((one) => canonical(one).length > 0),
    kind: item.kind,
    said,
  }));
}

const ROUTES = {
  CanaryRoute(item) {
    const { stable, canary, share, audience, sticky } = item.props;
    return [
      ...split(item, undefined, { [stable]: 100 - share, [canary]: share }, sticky),
      ...(audience ? audienceClauses(item) : []),
    ];
  },
  TrafficSplit(item) {
    const { match, shares, sticky } = item.props;
    return split(item, match, shares, sticky);
  },
  RequestRoute(item) {
    const { match, version, rewritePrefix, rewritePath, rewriteHost, redirect, respond } = item.props;
    if (redirect) return clauses(item, match, { redirect });
    if (respond) return clauses(item, match, { respond });
    const rewrite =
      rewritePrefix !== undefined || rewritePath !== undefined || rewriteHost !== undefined
        ? { rewritePrefix, rewritePath, rewriteHost }
        : undefined;
    return clauses(item, match, { ...forward({ [version ?? '']: 100 }), ...(rewrite && { rewrite }) });
  },
};

/** Always the canary, also for those whom a cookie keeps with the stable version. */
function audienceClauses(item) {
  const { stable, canary, audience, sticky } = item.props;
  const kept = sticky ? [{ on: 'cookie', name: sticky.name, kind: 'exact', text: stable }] : undefined;
  const all = kept ? audience.flatMap((atoms) => [atoms, [...atoms, ...kept]]) : audience;
  return clauses(item, all, forward({ [canary]: 100 }), 'audience');
}

/** Shares by version, where the empty name is the whole service. */
function forward(shares) {
  const sorted = Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1));
  return { shares: sorted.filter(([, share]) => share > 0), named: sorted.map(([version]) => version) };
}

/** With a cookie, each version sets it in its answers, and requests that have it go where it says. */
function split(item, match, shares, sticky) {
  if (!sticky) return clauses(item, match, forward(shares));
  const setCookie = (version) => {
    const { name, path = '/', maxAge } = sticky;
    return `${name}=${version}; Path=${path}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}; HttpOnly`;
  };
  return [
    ...clauses(item, match, { ...forward(shares), setCookie }),
    ...Object.keys(shares).flatMap((version) => {
      const cookie = { on: 'cookie', name: sticky.name, kind: 'exact', text: version };
      const own = (match ?? [[]]).map((atoms) => [...atoms, cookie]);
      return clauses(item, own, forward({ [version]: 100 }), version);
    }),
  ];
}

const OVERLAYS = {
  FaultInjection(item) {
    const { fault, match } = item.props;
    return Object.entries(fault).flatMap(([kind, said]) =>
      clauses(item, match, said).map((clause) => [kind, clause]),
    );
  },
  Mirror(item, port, program) {
    const { to, toService = item.service, toPort = port, share, match } = item.props;
    const target = cluster(program, toService, to, toPort);
    return clauses(item, match, { target, share }).map((clause) => [`mirror ${target}`, clause]);
  },
  RequestPolicy(item) {
    const { match, timeout, retries, requestHeaders, responseHeaders, cors } = item.props;
    const said = [
      ...(timeout === undefined ? [] : [['timeout', timeout]]),
      ...(retries ? [['retries', retries]] : []),
      ...headerChanges('requestHeader', requestHeaders),
      ...headerChanges('responseHeader', responseHeaders),
      ...(cors ? [['cors', cors]] : []),
    ];
    return said.flatMap(([dimension, one]) => clauses(item, match, one).map((clause) => [dimension, clause]));
  },
};

function headerChanges(dimension, { set = {}, add = {}, remove = [] } = {}) {
  const change =
    (how) =>
    ([name, text]) => [`${dimension} ${name.toLowerCase()}`, { how, name: name.toLowerCase(), text }];
  return [
    ...Object.entries(set).map(change('set')),
    ...Object.entries(add).map(change('add')),
    ...remove.map((name) => change('remove')([name])),
  ];
}

/** As Istio calls it: a version is a subset in its own dialect, and a Service in the Gateway API. */
export function cluster({ dialect, services }, service, version, port) {
  const { namespace, outside } = services.find(({ name }) => name === service);
  if (outside) return `outbound|${port}||${outside}`;
  const [subset, name] =
    dialect === 'ISTIO' || !version ? [version ?? '', service] : ['', `${service}-${version}`];
  return `outbound|${port}|${subset}|${name}.${namespace}.svc.cluster.local`;
}
