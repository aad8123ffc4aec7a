// What is asked about a pair: the examples of changed classes, one request of each class that either version tells apart,
// and random requests to the hosts of both.
import { Random } from '../simulate/random.mjs';
import { wire } from '../simulate/generate/requests.mjs';
import { Subject, cellsOf, exampleFor, exampleOf, pairsOf } from './library.mjs';

const MOST_CLASSES = 120;

/** What Envoy makes of a path before it compares is not told by a class. */
const STRANGE = /%|\/\.\.|\/\//;

/** `[{ place, request, kind, claim? }]`, the requests as the simulator knows them. */
export function questionsOf({ before, after, mesh, seed }, difference, random) {
  const r = new Random(seed);
  const subjects = [before, after].map((input) => new Subject(input, mesh));
  const places = placesIn(...subjects);
  const examples = difference.hosts.flatMap((ref) =>
    ref.views.flatMap(({ port, classes }) =>
      classes.map((claim) => ({
        kind: 'example',
        place: { ref, port, caller: claim.example.from, isHttp: claim.connections === undefined },
        request: claim.example,
        claim,
      })),
    ),
  );
  const classes = shuffled(r, places.flatMap(witnesses)).slice(0, MOST_CLASSES);
  const requests = places.length > 0 ? Array.from({ length: random }, () => randomly(r, r.pick(places))) : [];
  return [...examples, ...classes, ...requests].filter(({ request }) => request.claims === undefined);
}

/** Each port of each host, for each kind of callers. */
function placesIn(before, after) {
  const refs = [...before.hosts, ...after.hosts.filter((one) => !before.has(one))];
  return refs.flatMap((ref) =>
    pairsOf(before, after, ref).flatMap((pair) =>
      pair.callers.map((caller) => ({
        ref,
        port: pair.port,
        caller,
        pair,
        ...kindOf(before, after, ref, pair, caller),
      })),
    ),
  );
}

/** A gateway that closes plain requests wants TLS. */
function kindOf(before, after, ref, { port, ...tables }, from) {
  const rows = [tables.before, tables.after].flatMap((table) => table?.rows ?? []);
  const isHttp = rows.some(({ outcome }) => outcome.path.routeConfig !== undefined);
  const host = exampleOf(ref.host);
  const plain = exampleFor({ scheme: 'http', host, port, from }, new Map());
  const isClosed = [before, after].every(({ simulator }) =>
    simulator.decide(plain).outcomes.every(({ kind }) => kind === 'closed'),
  );
  return { isHttp, scheme: isClosed ? 'https' : 'http', host };
}

function witnesses(place) {
  const { pair, isHttp, port, caller, scheme, host } = place;
  if (!isHttp || !pair.before || !pair.after) return [];
  const address = { scheme, host, port, from: caller };
  const { cells } = cellsOf(pair.before.rows, pair.after.rows, []);
  return cells.flatMap(({ samples: [sample] }) =>
    sample ? [{ kind: 'class', place, request: exampleFor(address, sample.probe) }] : [],
  );
}

function randomly(r, place) {
  const { isHttp, host, port, caller, scheme } = place;
  const kind = isHttp ? scheme : r.pick(['tcp', 'tls']);
  if (!isHttp) return { kind: 'random', place, request: { url: `${kind}://${host}:${port}`, from: caller } };
  const { path, method, headers } = wire(r, {}, false);
  const plain = STRANGE.test(path) ? '/foo' : path;
  return {
    kind: 'random',
    place,
    request: {
      url: `${kind}://${host}:${port}${plain}`,
      method,
      headers: Object.fromEntries(
        Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      from: caller,
    },
  };
}

function shuffled(r, list) {
  return list
    .map((one) => [r.next(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** As the oracle wants it. */
export function asked({ url, method, headers, from }) {
  const [, kind, authority, path = ''] = /^(\w+):\/\/([^/]+)(\/.*)?$/.exec(url);
  const [, host, port] = /^(.*):(\d+)$/.exec(authority);
  const isGateway = from.gateway !== undefined;
  const isTls = kind === 'https' || kind === 'tls';
  return {
    authority,
    ...(isGateway && { port: Number(port) }),
    ...(kind === 'http' || kind === 'https'
      ? { path: path || '/', method: method ?? 'GET', ...(headers && { headers }) }
      : { protocol: kind }),
    ...(kind === 'https' && { scheme: 'https' }),
    ...(isTls && { sni: host }),
  };
}

/** A service account decides nothing of where requests go. */
export function senderOf({ gateway, namespace, labels }) {
  return gateway ? { gateway } : { namespace, ...(labels && { labels }) };
}
