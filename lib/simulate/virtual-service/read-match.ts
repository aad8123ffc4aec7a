import {
  booleanOf,
  fieldsOf,
  isFields,
  numberOf,
  textMap,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { ConnectionMatch, HttpMatch, Place, StringMatch } from './model';

export function readHttpMatch(match: Fields, place: Place): HttpMatch {
  const port = numberOf(match.port);
  const sourceNamespace = textOf(match.sourceNamespace);
  return {
    place,
    name: textOf(match.name) ?? '',
    ...optional('uri', readPathMatch(match.uri)),
    ignoreCase: booleanOf(match.ignoreUriCase) ?? false,
    ...optional('method', readStringMatch(match.method)),
    ...optional('authority', readStringMatch(match.authority)),
    ...optional('scheme', readStringMatch(match.scheme)),
    headers: readStringMatches(match.headers),
    withoutHeaders: readStringMatches(match.withoutHeaders),
    query: readStringMatches(match.queryParams),
    ...(port && { port }),
    sourceLabels: textMap(match.sourceLabels),
    ...(sourceNamespace && { sourceNamespace }),
    gateways: textsOf(match.gateways).map((name) => gatewayName(name, place.config.namespace)),
  };
}

export function readConnectionMatch(match: Fields, place: Place): ConnectionMatch {
  const port = numberOf(match.port);
  const sourceNamespace = textOf(match.sourceNamespace);
  return {
    place,
    sniHosts: textsOf(match.sniHosts),
    destinationSubnets: textsOf(match.destinationSubnets),
    ...(port && { port }),
    sourceLabels: textMap(match.sourceLabels),
    ...(sourceNamespace && { sourceNamespace }),
    gateways: textsOf(match.gateways).map((name) => gatewayName(name, place.config.namespace)),
  };
}

/** An empty match means presence, but a path is always there, and an empty one is none. */
function readPathMatch(value: unknown): StringMatch | undefined {
  const match = readStringMatch(value);
  return match?.kind === 'present' && match.text === '' ? undefined : match;
}

export function readStringMatch(value: unknown): StringMatch | undefined {
  if (!isFields(value)) return undefined;
  for (const kind of ['exact', 'prefix', 'regex'] as const) {
    const text = textOf(value[kind]);
    if (text !== undefined) return { kind, text };
  }
  return { kind: 'present', text: '' };
}

/** `null` for a header means presence, like an empty match. */
function readStringMatches(value: unknown): ReadonlyMap<string, StringMatch> {
  const matches = new Map<string, StringMatch>();
  const fields = fieldsOf(value);
  for (const name of Object.keys(fields)) {
    matches.set(name, readStringMatch(fields[name]) ?? { kind: 'present', text: '' });
  }
  return matches;
}

/** `name`, `./name`, `namespace/name`, or the old `name.namespace.svc.cluster.local`. */
export function gatewayName(name: string, namespace: string): string {
  if (name === 'mesh') return name;
  if (name.startsWith('./')) return `${namespace}/${name.slice(2)}`;
  if (name.includes('/')) return name;
  const [first, second] = name.split('.');
  return `${second ?? namespace}/${first}`;
}

function optional<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
}
