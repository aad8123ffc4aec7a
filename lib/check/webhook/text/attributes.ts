import { show } from '../../finding';
import { ipProblem, isPolicyPort, serviceAccountProblem, trustDomainProblem } from './policy-values';

/** Attributes without restrictions on their values. */
const FREE = new Set([
  'source.namespace',
  'source.principal',
  'request.auth.principal',
  'request.auth.audiences',
  'request.auth.presenter',
  'connection.sni',
]);
/** Attributes of which one names a part: `request.headers[x-a]`. */
const MAPS = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];
const GONE = ['destination.namespace', 'destination.name', 'destination.user'];
const ADDRESSES = ['source.ip', 'remote.ip', 'destination.ip'];

/** What is wrong with a condition on an attribute; nothing if it is fine. */
export function attributeProblem(key: string, values: readonly string[]): string | undefined {
  if (values.includes('')) return 'must not have an empty text';
  if (MAPS.some((map) => key.startsWith(map)))
    return isPart(key) ? undefined : `the key must be of the form a[b], got ${show(key)}`;
  if (FREE.has(key)) return undefined;
  if (ADDRESSES.includes(key)) return firstProblem(values, ipProblem);
  if (key === 'destination.port')
    return firstProblem(values, (port) => (isPolicyPort(port) ? undefined : 'must be from 0 to 65535'));
  if (key === 'source.serviceAccount')
    return values.length > 16
      ? `must have at most 16 values, got ${values.length}`
      : firstProblem(values, serviceAccountProblem);
  if (key === 'source.trustDomain') {
    const problem = trustDomainProblem(values, false);
    return problem && `${problem.text}, got ${show(values[problem.index])}`;
  }
  if (GONE.includes(key) || key.startsWith('destination.labels'))
    return 'the attribute is gone; policies select by selector and namespace';
  return 'the attribute is unknown';
}

function isPart(key: string): boolean {
  const open = key.indexOf('[');
  return key.endsWith(']') && open > 0 && open < key.length - 2;
}

function firstProblem(
  values: readonly string[],
  problemOf: (value: string) => string | undefined,
): string | undefined {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem) return `${problem}, got ${show(value)}`;
  }
  return undefined;
}
