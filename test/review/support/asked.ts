import fc from 'fast-check';
import type { Caller, Request } from '../../../lib/simulate';
import type { Place } from './claims';

/** What somebody asks, wherever it goes. */
export interface Question {
  readonly place: number;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string | undefined;
  readonly account: number;
  readonly isTls: boolean;
}

const question: fc.Arbitrary<Question> = fc.record({
  place: fc.nat(10_000),
  path: fc.constantFrom(
    '/',
    '/a',
    '/a/',
    '/a/b',
    '/ab',
    '/a/b/c',
    '/b',
    '/zz',
    '/Ads/Get',
    '/Ads/Other',
    '/a/x',
  ),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  headers: fc.dictionary(fc.constantFrom('x-a', 'x-b', 'x-c'), fc.constantFrom('1', '12', '2', '3', ''), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  query: fc.option(fc.constantFrom('q=1', 'q=2', 'q=12', 'r=1'), { nil: undefined }),
  account: fc.nat(100),
  isTls: fc.boolean(),
});

export const asked: fc.Arbitrary<readonly Question[]> = fc.array(question, { minLength: 10, maxLength: 30 });

/** The question, put to a place. */
export function requestTo({ ref, port, protocol, caller }: Place, asked: Question): Request {
  const host = ref.host === '*' ? 'some.test' : ref.host.replace('*', 'some');
  const from = identified(caller, asked.account);
  if (protocol === 'tcp') return { url: `${asked.isTls ? 'tls' : 'tcp'}://${host}:${port}`, from };
  const { path, query, method, headers } = asked;
  const target = `${path}${query === undefined ? '' : `?${query}`}`;
  return { url: `http://${host}:${port}${target}`, method, headers, from };
}

/** A pod of the mesh: its account is called as its app. */
function identified(caller: Caller, account: number): Caller {
  if (typeof caller === 'string' || 'gateway' in caller || 'outside' in caller) return caller;
  const { namespace = 'default', labels = {} } = caller;
  const accounts =
    labels.app === undefined ? [...(ACCOUNTS[namespace] ?? []), 'default'] : [labels.app, 'default'];
  return { ...caller, serviceAccount: accounts[account % accounts.length]! };
}

const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  shop: ['productpage', 'reviews', 'ratings', 'ads', 'echo'],
  client: ['web'],
  'istio-system': ['ingress'],
};
