// Programs that are left out because the library is known to be wrong about them. Remove a line when it is right again.
import { canonical } from './meaning/precedence.mjs';

const EXCLUSIONS = [
  {
    what: 'exposed hosts of which one covers another: refused as "duplicate hosts", or routes of one leak to the other host or port',
    applies: ({ exposures }) => {
      const hosts = exposures.flatMap(({ hosts: own = ['*'] }) => own);
      return hosts.some((wide) => hosts.some((one) => covers(wide, one)));
    },
  },
  {
    what: 'a redirect with another scheme or host and no port: the port of the request stays (or goes) against the words of RedirectOptions',
    applies: (program) =>
      redirects(program).some(
        ({ scheme, hostname, port }) => port === undefined && (scheme ?? hostname) !== undefined,
      ),
  },
  {
    what: 'a redirect to the usual port of the scheme: Envoy keeps the port of the request',
    applies: (program) => redirects(program).some(({ port }) => port === 80 || port === 443),
  },
  {
    what: 'outliers of a version beside those of its service: defaults of the one hide what the other says',
    applies: ({ items, services }) =>
      services.some(
        ({ name }) =>
          items.filter(({ service, props: { outliers } }) => service === name && outliers).length > 1,
      ),
  },
  {
    what: 'retries on statuses only: the default causes are lost, against the words of RetryOptions',
    applies: ({ items }) => items.some(({ props: { retries } }) => retries?.statusCodes && !retries.on),
  },
  {
    what: 'a RequestRoute for every request: it routes connections of TCP ports, too, against the words of RequestRouteProps.port',
    applies: ({ items, services }) =>
      services.some(({ ports }) => ports.some(({ protocol }) => protocol !== 'HTTP')) &&
      items.some(
        ({ kind, props: { match = [[]], redirect, respond } }) =>
          kind === 'RequestRoute' && !redirect && !respond && match.some(isEverything),
      ),
  },
  {
    what: 'every request as one of several alternatives: the narrower ones lose their precedence',
    applies: ({ items }) =>
      items.some(({ props: { match = [] } }) => match.length > 1 && match.some(isEverything)),
  },
  {
    what: 'a sticky canary with an audience: who has the cookie of the stable version stays there, against the words of CanaryRouteProps.audience',
    applies: ({ items }) => items.some(({ props: { audience, sticky } }) => audience && sticky),
  },
  {
    what: 'a split of 100 %: refused beside a RequestRoute to that version, although both say the same',
    applies: ({ items }) => items.some(({ props: { shares = {} } }) => Object.keys(shares).length === 1),
  },
  {
    what: 'a prefix rewrite of every path beside a regular expression for the path: the expression is sent as the path',
    applies: ({ items, regexes }) =>
      regexes &&
      items.some(
        ({ props: { match = [], rewritePrefix } }) =>
          rewritePrefix && match.some((atoms) => !canonical(atoms).some(({ on }) => on === 'path')),
      ),
  },
  {
    what: 'a prefix rewrite of every path in the Gateway API: Istio joins the path without a slash',
    applies: ({ dialect, edgeDialect, items, exposures }) =>
      (dialect !== 'ISTIO' || edgeDialect !== 'ISTIO') &&
      (items.some(
        ({ props: { match = [], rewritePrefix = '/' } }) =>
          rewritePrefix !== '/' && match.some((atoms) => !canonical(atoms).some(({ on }) => on === 'path')),
      ) ||
        exposures.some(({ routes }) =>
          routes.some(
            ({ paths = [{ text: '/' }], rewritePrefix = '/' }) =>
              rewritePrefix !== '/' && paths.some(({ kind, text }) => text === '/' && kind !== 'exact'),
          ),
        )),
  },
  {
    what: 'more rules than fit into one HTTPRoute: Istio sorts `<name>-02` before `<name>` where precedence is equal',
    written: (yaml) => /^kind: HTTPRoute\nmetadata:\n {2}name: .*-\d\d$/m.test(yaml),
  },
  {
    what: 'a mirror to another service that has not all ports of the mirrored one: it is lost, and nobody says so',
    applies: ({ items, services }) =>
      items.some(({ service, props: { toService, toPort } }) => {
        const ports = (name) => services.find((one) => one.name === name).ports.map(({ number }) => number);
        return (
          toService && toPort === undefined && ports(service).some((port) => !ports(toService).includes(port))
        );
      }),
  },
  {
    what: 'a split of a TLS port beside HostNames.SHORT: the webhook refuses its sniHosts',
    applies: ({ shortNames, services, items }) =>
      shortNames &&
      services.some(
        ({ name, ports }) =>
          ports.some(({ protocol }) => protocol === 'TLS') && items.some(({ service }) => service === name),
      ),
  },
  {
    // The other names are not asked for in requests.mjs.
    what: 'a split of a TLS port, and a client that calls it by another name than the full one: past the service',
  },
  {
    what: 'a gateway at which nothing is exposed: a Gateway without servers, which the webhook refuses',
    applies: ({ idleGateway, exposures }) => idleGateway && exposures.length === 0,
  },
  {
    what: "settings of a service in Istio's language behind a gateway in the Gateway API: lost for routes to versions",
    applies: ({ dialect, edgeDialect, items, exposures }) =>
      dialect === 'ISTIO' &&
      edgeDialect !== 'ISTIO' &&
      exposures.length > 0 &&
      items.some(({ kind }) => ['CircuitBreaker', 'SessionAffinity', 'LoadBalancing'].includes(kind)),
  },
  {
    what: 'a prefix rewrite to / at the edge, and one of every path behind it: the slash between the two is lost for the prefix itself',
    applies: ({ items, exposures }) =>
      exposures.some(({ routes }) => routes.some(({ rewritePrefix }) => rewritePrefix === '/')) &&
      items.some(rewritesEveryPath),
  },
  {
    what: 'exposures that differ in servicePolicies only: no conflict, the first id wins',
    applies: ({ exposures }) =>
      new Set(exposures.map(({ servicePolicies = true }) => servicePolicies)).size > 1,
  },
];

/** Whether a program is left out. */
export function excluded(program) {
  return EXCLUSIONS.some(({ applies }) => applies?.(program));
}

/** Whether what a program makes is left out. */
export function excludedYaml(yaml) {
  return EXCLUSIONS.some(({ written }) => written?.(yaml));
}

/** What is left out, in words. */
export const exclusions = EXCLUSIONS.map(({ what }) => what);

function covers(wide, one) {
  return wide !== one && (wide === '*' || (wide.startsWith('*.') && one.endsWith(wide.slice(1))));
}

/** Whether a prefix rewrite is about requests whatever their path. */
function rewritesEveryPath({ props: { match = [], rewritePrefix } }) {
  return (
    rewritePrefix !== undefined && match.some((atoms) => !canonical(atoms).some(({ on }) => on === 'path'))
  );
}

function isEverything(atoms) {
  return canonical(atoms).length === 0;
}

function redirects({ items, exposures }) {
  return [...items.map(({ props }) => props), ...exposures.flatMap(({ routes }) => routes)].flatMap(
    ({ redirect }) => redirect ?? [],
  );
}
