import '../../lib/jest';
import type { Decision } from '../../lib/simulate/decision';
import { request } from '../../lib/jest';
import { always, answered, receiver, to } from './support/decisions';
import { sidesOf } from './support/failure';

const REQUEST = request('GET', 'http://reviews.shop:9080/reviews/7', { headers: { 'End-User': 'jason' } });
const HALF = [to('reviews v1', 0.5), to('reviews v2', 0.5)];
const POLICY = { loadBalancer: 'LEAST_REQUEST', transport: { kind: 'per-endpoint' } } as const;

/** Each matcher: what is so, a promise that is kept, and the two sides of one that is not. */
type Say = (it: jest.JestMatchers<unknown>) => void;
type Row = [parts: Partial<Decision>, kept: Say, broken: Say, sides: readonly string[]];

const ROWS: Record<string, Row> = {
  toRoute: [
    { outcomes: HALF },
    (it) => it.toRoute(REQUEST, { 'reviews v1': 50, 'reviews v2': expect.closeTo(50) }),
    (it) => it.toRoute(REQUEST, { 'reviews v1': 100 }),
    ['Expected: reviews v1 100 %', 'Received: reviews v1 50 %, reviews v2 50 %'],
  ],
  toReach: [
    { outcomes: HALF },
    (it) => it.toReach(REQUEST, 'shop/reviews v2'),
    (it) => it.toReach(REQUEST, 'ratings'),
    ['Expected: ratings', 'Received: reviews v1 50 %, reviews v2 50 %'],
  ],
  toMirror: [
    {
      mirrors: [
        { ...to('reviews v2', 0.5), port: 9080, host: 'reviews.shop.svc.cluster.local', reachable: true },
      ],
    },
    (it) => it.toMirror(REQUEST, { 'reviews v2': 50 }),
    (it) => it.toMirror(REQUEST, { 'reviews v2': 10 }),
    ['Expected: reviews v2 10 %', 'Received: reviews v2 50 %'],
  ],
  toAnswer: [
    { outcomes: [answered(404)] },
    (it) => it.toAnswer(REQUEST, 404),
    (it) => it.toAnswer(REQUEST, 503, { percent: 50 }),
    ['Expected: 503 50 %', 'Received: 404 100 % (NR: no rule matches)'],
  ],
  toRedirect: [
    { outcomes: [{ ...answered(301), location: 'https://shop/' }] },
    (it) => it.toRedirect(REQUEST, expect.stringMatching(/^https:/) as string, { status: 301 }),
    (it) => it.toRedirect(REQUEST, 'https://shop/x'),
    ['Expected: redirect https://shop/x', 'Received: 301 https://shop/ 100 %'],
  ],
  toBeDenied: [
    { authorization: { allowed: false, status: 403, reason: 'AuthorizationPolicy shop/deny' } },
    (it) => it.toBeDenied(REQUEST, 403),
    (it) => it.toBeDenied(REQUEST, 401),
    ['Expected: denied with 401', 'Received: denied with 403 (AuthorizationPolicy shop/deny)'],
  ],
  toClose: [
    { outcomes: [{ kind: 'closed', probability: 1, reason: 'nobody listens' }] },
    (it) => it.toClose(REQUEST),
    (it) => it.not.toClose(REQUEST),
    ['Expected: not closed 100 %', 'Received: closed 100 % (nobody listens)'],
  ],
  toDelay: [
    { fault: { delay: { duration: 7000, probability: 0.5 } } },
    (it) => it.toDelay(REQUEST, '7s', { percent: 50 }),
    (it) => it.toDelay(REQUEST, { toMilliseconds: () => 90_000 }),
    ['Expected: 1m30s for 100 %', 'Received: 7s for 50 %'],
  ],
  toAbort: [
    { fault: { abort: { status: 200, grpcStatus: 14, probability: 0.001 } } },
    (it) => it.toAbort(REQUEST, 'UNAVAILABLE', { percent: 0.1 }),
    (it) => it.toAbort(REQUEST, 503),
    ['Expected: 503 for 100 %', 'Received: UNAVAILABLE for 0.1 %'],
  ],
  toTimeOut: [
    { timeout: 500 },
    (it) => it.toTimeOut(REQUEST, '0.5s'),
    (it) => it.not.toTimeOut(REQUEST),
    ['Expected: not a timeout', 'Received: after 500ms'],
  ],
  toRetry: [
    { retries: { attempts: 2, on: ['5xx'], codes: [503], perTryTimeout: 250, isDefault: true } },
    (it) => it.toRetry(REQUEST, 2, { perTryTimeout: '250ms', codes: [503], on: ['5xx'] }),
    (it) => it.toRetry(REQUEST, 3, { codes: [429] }),
    ['Expected: 3 retries on 429', "Received: 2 retries of 250ms each on 5xx, 503 (Istio's default)"],
  ],
  toRewrite: [
    { rewrite: { path: '/x' } },
    (it) => it.toRewrite(REQUEST, { path: '/x' }),
    (it) => it.toRewrite(REQUEST, { authority: 'example.com' }),
    ['Expected: {"authority": "example.com"}', 'Received: {"path": "/x"}'],
  ],
  toSendHeaders: [
    { requestHeaders: { set: { 'X-Mesh': 'yes' }, add: { 'end-user': 'kate' }, remove: ['x-debug'] } },
    (it) => it.toSendHeaders(REQUEST, { 'x-mesh': 'yes', 'end-user': 'jason,kate', 'x-debug': undefined }),
    (it) => it.toSendHeaders(REQUEST, { 'x-mesh': 'no', 'x-other': 'a' }),
    ['Expected: x-mesh: no, x-other: a', 'Received: x-mesh: yes, no x-other'],
  ],
  toReturnHeaders: [
    {
      outcomes: [
        to('reviews v1', 1, { responseHeaders: { set: {}, add: { 'set-cookie': 'a=b' }, remove: [] } }),
      ],
    },
    (it) => it.toReturnHeaders(REQUEST, { 'Set-Cookie': expect.stringMatching(/^a=/) }),
    (it) => it.not.toReturnHeaders(REQUEST, { 'set-cookie': 'a=b' }),
    ['Expected: not set-cookie: a=b', 'Received: set-cookie: a=b'],
  ],
  toStick: [
    { affinity: [{ kind: 'header', name: 'x-user' }] },
    (it) => it.toStick(REQUEST, { header: 'X-User' }),
    (it) => it.toStick(REQUEST, { cookie: 'x-user' }),
    ['Expected: cookie x-user', 'Received: header x-user'],
  ],
  toLimit: [
    { outcomes: [to('reviews v1', 1, { policy: { ...POLICY, circuitBreaker: { maxConnections: 1 } } })] },
    (it) => it.toLimit(REQUEST, { maxConnections: 1 }),
    (it) => it.toLimit(REQUEST, { maxConnections: 2, connectTimeout: '1s' }),
    ['Expected: maxConnections 2, connectTimeout 1s', 'Received: maxConnections 1'],
  ],
  toEject: [
    { outcomes: [to('reviews v1', 1, { policy: { ...POLICY, outlierDetection: { interval: 1000 } } })] },
    (it) => it.toEject(REQUEST, { interval: '1s' }),
    (it) => it.toEject(REQUEST, { consecutive5xx: 5 }),
    ['Expected: consecutive5xx 5', 'Received: interval 1s'],
  ],
  toSpeak: [
    { outcomes: [to('reviews v1', 1, { policy: POLICY })] },
    (it) => it.toSpeak(REQUEST, 'per-endpoint'),
    (it) => it.toSpeak(REQUEST, 'tls'),
    ['Expected: tls', 'Received: per-endpoint'],
  ],
};

describe('the matchers', () => {
  it.each(Object.entries(ROWS))(
    '%s is met by what is so, and by nothing else',
    (_, [parts, kept, broken, sides]) => {
      kept(expect(always(parts)));
      expect(sidesOf(() => broken(expect(always(parts))))).toEqual(sides);
    },
  );

  it.each(Object.entries(ROWS))('%s has its words for what is not there', (_, [, kept]) => {
    const outcomes = [to('details v1')];
    const [, received] = sidesOf(() => kept(expect(always({ outcomes }))));
    expect(received).toMatch(
      /^Received: (details v1 100 %|no|nobody|none|let in|nothing|as it was sent|plaintext)/,
    );
  });

  it('count what a fault ends, and what the receiver does not let in', () => {
    const outcomes = [to('reviews v1', 0.5), answered(503, 0.5, 'aborted', 'FI')];
    expect(always({ outcomes })).toRoute(REQUEST, { 'reviews v1': 50, 503: 50 });
    const denied = always({ outcomes, authorization: { allowed: false, status: 403, reason: 'denied' } });
    expect(denied).toRoute(REQUEST, { 403: 50, 503: 50 });
    expect(denied).not.toReach(REQUEST, 'reviews');
  });

  it('tell a third from 33.4 %, and a millionth from nothing', () => {
    const workloads = ['v1', 'v2', 'v3'].map((version) => receiver('shop', 'reviews', version, 1 / 3));
    const thirds = always({ outcomes: [to('reviews v1', 1, { workloads, subset: undefined! })] });
    expect(thirds).toRoute(REQUEST, { 'reviews v1': 33.33, 'reviews v2': 33.33, 'reviews v3': 100 / 3 });
    expect(thirds).not.toRoute(REQUEST, { 'reviews v1': 33.4, 'reviews v2': 33.3, 'reviews v3': 33.3 });
    expect(thirds).toRoute(REQUEST, { reviews: 100 });
    const rare = always({ outcomes: [to('reviews v1', 0.999999), to('reviews v2', 0.000001)] });
    expect(rare).not.toRoute(REQUEST, { 'reviews v1': 100, 'reviews v2': 0 });
    expect(rare).not.toRoute(REQUEST, { 'reviews v1': 100 });
  });

  it('know by which version pods go, whatever the subset is called', () => {
    const workloads = [receiver('shop', 'reviews', 'v2')];
    expect(always({ outcomes: [to('reviews v1', 1, { workloads })] })).toRoute(REQUEST, {
      'reviews v2': 100,
    });
  });

  it('take clusters, hosts and closed connections for receivers', () => {
    const unknown = to('a b', 0.25, { cluster: 'PassthroughCluster', host: undefined!, workloads: [] });
    const outside = to('a b', 0.5, { host: 'httpbin.org', workloads: [] });
    const outcomes = [outside, unknown, { kind: 'closed', probability: 0.25, reason: 'nobody' } as const];
    const shares = { 'httpbin.org': 50, PassthroughCluster: 25, closed: 25 };
    expect(always({ outcomes })).toRoute(REQUEST, shares);
  });

  it('lose copies for which nobody is there', () => {
    const copy = {
      ...to('reviews v2', 0.5),
      port: 9080,
      host: 'reviews.shop.svc.cluster.local',
      reachable: false,
    };
    expect(
      sidesOf(() => expect(always({ mirrors: [copy] })).toMirror(REQUEST, { 'reviews v2': 50 })),
    ).toEqual(['Expected: reviews v2 50 %', 'Received: reviews v2 (lost: nobody is there) 50 %']);
    expect(always()).not.toMirror(REQUEST);
  });
});
