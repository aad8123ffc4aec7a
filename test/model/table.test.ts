import { mergeTraffic } from '../../lib/model/traffic';
import type { Condition } from '../../lib/model/condition';
import type { Overlay, Route } from '../../lib/model/contribution';
import { HOST } from '../support/arbitraries';

const header = (name: string, kind: 'exact' | 'regex' = 'exact', text = '1'): Condition => ({
  headers: [{ name, match: { kind, text } }],
  cookies: [],
  query: [],
});
const path = (kind: 'prefix' | 'regex', text: string): Condition => ({
  path: { kind, path: text },
  headers: [],
  cookies: [],
  query: [],
});
const author = (name: string) => ({ path: `chart/${name}`, name });
const route = (name: string, version: string, ...conditions: Condition[]): Route => ({
  author: author(name),
  conditions,
  action: { kind: 'forward', shares: [{ target: { service: HOST.key, version }, weight: 1 }] },
});
const timeout = (name: string, milliseconds: number, ...conditions: Condition[]): Overlay => ({
  author: author(name),
  conditions,
  effect: { kind: 'timeout', milliseconds },
});
const messages = (routes: Route[], overlays: Overlay[]) =>
  mergeTraffic({ host: HOST, routes, overlays }).problems.map(({ message }) => message);
const sizeOf = (routes: Route[], overlays: Overlay[]) =>
  mergeTraffic({ host: HOST, routes, overlays }).ports[0]!.entries.length;

describe('contradictions', () => {
  it('are two answers for the same requests', () => {
    expect(messages([route('a', 'v1', header('x')), route('b', 'v2', header('x'))], [])).toEqual([
      'requests with header x = "1" to shop/reviews must get one answer, got 100 % to v1 of shop/reviews:9080 (chart/a) and 100 % to v2 of shop/reviews:9080 (chart/b); remove one, or give one a narrower match',
    ]);
  });
  it('are two effects of one kind for the same requests', () => {
    expect(messages([], [timeout('a', 1000), timeout('b', 2000)])).toEqual([
      'every request to shop/reviews must get one answer, got a timeout of 1000 ms (chart/a) and a timeout of 2000 ms (chart/b); remove one, or give one a narrower match',
    ]);
  });
  it('are not: the same answer twice, or different answers for different requests', () => {
    expect(messages([route('a', 'v1'), route('b', 'v1'), route('c', 'v2', header('x'))], [])).toEqual([]);
  });
});

describe('regular expressions', () => {
  it('that may overlap are refused where it makes a difference, with both constructs', () => {
    expect(
      messages(
        [route('a', 'v1', header('x', 'regex', '1.*'))],
        [timeout('b', 1000, header('x', 'regex', '.*2'))],
      ),
    ).toEqual([
      'conditions on shop/reviews must be such that one can tell which requests satisfy both, got requests with header x matches 1.* (chart/a) and requests with header x matches .*2 (chart/b); use exact values or prefixes in one of them, or the same regular expression in both',
    ]);
  });
  it('are no problem where the first one decides anyway', () => {
    expect(
      messages([route('a', 'v1', path('regex', '/a.*')), route('b', 'v2', path('regex', '/.*b'))], []),
    ).toEqual([]);
  });
  it('are no problem beside an exact value, which they are tried on', () => {
    const routes = [route('a', 'v1', header('x', 'exact', '12'))];
    expect(messages(routes, [timeout('b', 1000, header('x', 'regex', '1.*'))])).toEqual([]);
    expect(messages(routes, [timeout('b', 1000, header('x', 'regex', '3.*'))])).toEqual([]);
  });
});

describe('tables', () => {
  it('hold nothing that is not needed', () => {
    expect(sizeOf([], [])).toBe(1);
    expect(sizeOf([route('a', 'v1'), route('b', 'v2', header('x'))], [])).toBe(2);
    expect(sizeOf([route('a', 'v1'), route('b', 'v2', header('x'))], [timeout('t', 1000)])).toBe(2);
    expect(sizeOf([route('a', 'v1'), route('b', 'v2', header('x'))], [timeout('t', 1000, header('y'))])).toBe(
      4,
    );
  });
  it('do not grow without bounds', () => {
    const mirrors = Array.from('abcdefghijkl', (name): Overlay => {
      return {
        author: author(name),
        conditions: [header(name)],
        effect: { kind: 'mirror', target: { service: name }, share: 1 },
      };
    });
    expect(messages([], mirrors)).toEqual([
      expect.stringContaining('must combine to at most 1000 routes, got more'),
    ]);
  });
});

it('one try gets no more time than the request, whoever said so', () => {
  const retries: Overlay = {
    author: author('r'),
    conditions: [],
    effect: { kind: 'retries', attempts: 1, perTryMilliseconds: 3000, on: [], statusCodes: [] },
  };
  expect(messages([], [retries, timeout('t', 2000, header('x'))])).toEqual([
    'the time for one try to shop/reviews must be at most the timeout of the request, got 3000 ms (chart/r) of 2000 ms (chart/t); change one of them',
  ]);
  expect(messages([], [retries, timeout('t', 0)])).toEqual([]);
});
