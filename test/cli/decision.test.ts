import type { Decision, Forwarded, Step } from '../../lib/simulate/decision';
import { presentDecision, type Detail, type Question } from '../../lib/cli/present/decision';
import { paint } from '../../lib/report/marked';

const question: Question = {
  method: 'GET',
  url: 'http://reviews:9080/reviews/0',
  lines: ['end-user: jason', 'from shop/productpage-v1'],
};

const host = 'reviews.shop.svc.cluster.local';

function to(subset: string, probability: number, more: Partial<Forwarded> = {}): Forwarded {
  return {
    kind: 'forwarded',
    probability,
    cluster: `outbound|9080|${subset}|${host}`,
    host,
    port: 9080,
    subset,
    workloads: [
      { namespace: 'shop', name: `reviews-${subset}`, version: subset, labels: {}, port: 9080, share: 1 },
    ],
    policy: {
      loadBalancer: 'LEAST_REQUEST',
      transport: { kind: 'mutual-tls', sni: 'outbound_.9080_._.reviews' },
    },
    ...more,
  };
}

const nothing: Omit<Decision, 'outcomes'> = { mirrors: [], affinity: [], path: {}, notModelled: [] };

function shown(decision: Partial<Decision>, detail: Detail = 'usual', asked: Partial<Question> = {}): string {
  const layout = {
    detail,
    width: 80,
    lineOf: (_: unknown, at: string) => (at.includes('[1]') ? 57 : undefined),
  };
  const whole = { ...nothing, outcomes: [to('v1', 1)], ...decision };
  return presentDecision({ ...question, ...asked }, whole, layout)
    .map((line) => paint(line, false).trimEnd())
    .join('\n');
}

/** What is behind the request and the outcomes. */
function facts(decision: Partial<Decision>): string {
  return shown(decision).split('\n').slice(7).join('\n');
}

const virtualService = {
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'reviews',
  file: 'dist/shop.k8s.yaml',
  line: 42,
  construct: 'shop/reviews',
};

function step(verdict: Step['verdict'], text: string, more: Partial<Step> = {}): Step {
  return { stage: 'rule', verdict, text, steps: [], ...more };
}

describe('a decision', () => {
  it('reads from the request to its reasons', () => {
    const text = shown({
      outcomes: [
        { kind: 'answered', probability: 0.5, status: 503, flag: 'FI', reason: 'the rule injects an abort' },
        to('v1', 0.45),
        to('v2', 0.05),
      ],
      fault: { delay: { duration: 7000, probability: 1 }, abort: { status: 503, probability: 0.5 } },
      retries: { attempts: 2, on: ['connect-failure', 'refused-stream'], codes: [503], isDefault: true },
      explanation: [
        step('noted', 'reviews is 10.0.0.1, port 9080'),
        step('chosen', 'reviews:9080 has the rules of VirtualService shop/reviews', {
          object: virtualService,
          steps: [
            step('rejected', 'rule "canary" does not match: header end-user must be tom, got jason', {
              object: virtualService,
              at: 'spec.http[0].match[0]',
            }),
            step('chosen', 'rule "drill" matches', { object: virtualService, at: 'spec.http[1].match[0]' }),
          ],
        }),
      ],
    });
    expect(`\n${text}\n`).toBe(`
GET http://reviews:9080/reviews/0
  end-user: jason
  from shop/productpage-v1

  50 %  ✗ 503 FI by the proxy, the rule injects an abort
  45 %  → reviews.shop.svc.cluster.local:9080 subset v1
          shop/reviews-v1 (version v1, port 9080)
   5 %  → reviews.shop.svc.cluster.local:9080 subset v2
          shop/reviews-v2 (version v2, port 9080)

  fault      100 % wait 7 s, 50 % get 503
  timeout    none
  retries    up to 2 (nobody asked: Istio's default), on connect-failure,
             refused-stream, 503
  transport  mutual TLS of the mesh

Why
├─ · reviews is 10.0.0.1, port 9080
└─ ✓ reviews:9080 has the rules of VirtualService shop/reviews
   │ [dist/shop.k8s.yaml:42, construct shop/reviews]
   ├─ ✗ rule "canary" does not match: header end-user must be tom, got jason
   │    [spec.http[0].match[0]]
   └─ ✓ rule "drill" matches [spec.http[1].match[0], line 57]
`);
  });

  it('says in brief where it goes', () => {
    expect(shown({ fault: { abort: { status: 500, probability: 0.1 } } }, 'brief')).toBe(
      [
        'GET http://reviews:9080/reviews/0',
        '  end-user: jason',
        '  from shop/productpage-v1',
        '',
        '  100 %  → reviews.shop.svc.cluster.local:9080 subset v1',
        '           shop/reviews-v1 (version v1, port 9080)',
      ].join('\n'),
    );
  });

  it('never hides what could make it wrong', () => {
    const object = { kind: 'EnvoyFilter', namespace: 'shop', name: 'lua' };
    expect(shown({ notModelled: [{ object, why: 'it may change any request' }] }, 'brief')).toMatch(
      /\n\nnot simulated: EnvoyFilter shop\/lua, it may change any request$/,
    );
  });

  it('cuts long runs of what was rejected short, unless all is wanted', () => {
    const explanation = Array.from({ length: 9 }, (_, i) => step('rejected', `rule ${i}`));
    expect(shown({ explanation })).toMatch(
      /├─ ✗ rule 4\n└─ … 4 more that are not it \(--explain shows them\)$/,
    );
    expect(shown({ explanation }, 'all')).toMatch(/├─ ✗ rule 7\n└─ ✗ rule 8$/);
  });

  it("says in Envoy's words where it is if all is wanted", () => {
    const path = { listener: '0.0.0.0_9080', virtualHost: `${host}:9080` };
    expect(shown({ path }, 'all')).toContain(
      `
In Envoy's words
  listener      0.0.0.0_9080
  virtual host  reviews.shop.svc.cluster.local:9080
  cluster       outbound|9080|v1|reviews.shop.svc.cluster.local`,
    );
  });
});

describe('an outcome', () => {
  const outcome = (one: Decision['outcomes'][number]): string =>
    shown({ outcomes: [one] }, 'brief')
      .split('\n')
      .slice(4)
      .join('\n');

  it('with several receivers has the share of each', () => {
    const workloads = ['v1', 'v2'].map((version) => ({
      ...to(version, 1).workloads[0]!,
      share: version === 'v1' ? 0.75 : 0.25,
    }));
    expect(outcome({ ...to('', 1, { workloads }), subset: undefined, probability: 1 })).toBe(
      [
        '  100 %  → reviews.shop.svc.cluster.local:9080',
        '           75 %  shop/reviews-v1 (version v1, port 9080)',
        '           25 %  shop/reviews-v2 (version v2, port 9080)',
      ].join('\n'),
    );
  });

  it('outside of the manifests', () => {
    expect(outcome({ kind: 'forwarded', probability: 1, cluster: 'PassthroughCluster', workloads: [] })).toBe(
      [
        '  100 %  → the address that was dialled: no service here is known there',
        '           (PassthroughCluster)',
        '           if there is one, add its Service or ServiceEntry to the manifests',
      ].join('\n'),
    );
    expect(outcome({ ...to('', 1), subset: undefined, workloads: [] })).toContain(
      'its endpoints are not in the manifests',
    );
  });

  it('that the receiver turns away', () => {
    const authorization = { allowed: false, status: 403, reason: 'AuthorizationPolicy shop/deny matches' };
    expect(shown({ authorization }, 'brief').split('\n').slice(4)).toEqual([
      '  100 %  → reviews.shop.svc.cluster.local:9080 subset v1',
      '           shop/reviews-v1 (version v1, port 9080)',
      '           where it is denied with 403, AuthorizationPolicy shop/deny matches',
    ]);
  });

  it('that the proxy answers', () => {
    const base = { kind: 'answered', probability: 1 } as const;
    expect(outcome({ ...base, status: 301, reason: 'the rule redirects', location: 'https://a/' })).toBe(
      '  100 %  ← 301 by the proxy, the rule redirects\n           location: https://a/',
    );
    expect(
      outcome({ ...base, status: 200, grpcStatus: 14, flag: 'FI', reason: 'the rule injects an abort' }),
    ).toBe('  100 %  ✗ 200 FI (gRPC status 14) by the proxy, the rule injects an abort');
    expect(outcome({ ...base, status: 503, reason: 'so it says', body: 'x '.repeat(101) })).toMatch(
      /x …\n +\(202 characters\)$/,
    );
  });

  it('that is none', () => {
    expect(outcome({ kind: 'closed', probability: 1, reason: 'nobody listens' })).toBe(
      '  100 %  ✗ connection closed, nobody listens',
    );
  });
});

describe('facts', () => {
  it('about the way', () => {
    expect(
      facts({
        timeout: 2000,
        retries: { attempts: 3, on: ['5xx'], codes: [], perTryTimeout: 500, backoff: 25, isDefault: false },
        rewrite: { path: '/x?y', authority: 'other' },
        requestHeaders: { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c', 'x-d'] },
        responseHeaders: { set: {}, add: {}, remove: ['server'] },
        mirrors: [
          {
            cluster: '',
            host,
            port: 9080,
            subset: 'v2',
            probability: 0.5,
            reachable: true,
            workloads: to('v2', 1).workloads,
          },
          { cluster: '', host: 'gone', port: 80, probability: 1, reachable: false, workloads: [] },
        ],
        affinity: [{ kind: 'cookie', name: 'user', ttl: 0 }, { kind: 'source-ip' }],
        cors: { originAllowed: true, preflight: false },
        authorization: { allowed: true, reason: 'AuthorizationPolicy shop/allow matches' },
      }),
    ).toBe(
      `  rewrite           path /x?y, host other
  request headers   set x-a: 1; add x-b: 2; remove x-c, x-d
  response headers  remove server
  mirror            50 % copied to reviews.shop.svc.cluster.local:9080 subset v2
                    (shop/reviews-v2)
  mirror            100 % copied to gone:80, but nobody is there: copies are
                    lost
  timeout           2 s for all tries together
  retries           up to 3, on 5xx, each at most 500 ms, after 25 ms or more
  affinity          same endpoint for the same cookie user (the proxy sets it),
                    then client address
  CORS              the origin is allowed
  access            allowed, AuthorizationPolicy shop/allow matches
  transport         mutual TLS of the mesh`,
    );
  });

  it('about destinations are said once where they are the same', () => {
    const transport = { kind: 'tls', sni: 'a.example.com' } as const;
    const policy = (maxConnections: number) => ({
      loadBalancer: 'ROUND_ROBIN',
      circuitBreaker: { maxConnections, maxPendingRequests: 1, maxRetries: 2 },
      outlierDetection: {
        consecutive5xx: 5,
        consecutiveGatewayErrors: 0,
        interval: 10_000,
        maxEjectionPercent: 100,
      },
      transport,
    });
    const outcomes = [to('v1', 0.9, { policy: policy(100) }), to('v2', 0.1, { policy: policy(10) })];
    expect(shown({ outcomes }).split('\n').slice(11).join('\n')).toBe(
      `  transport    TLS as the DestinationRule says, server name a.example.com
  balancing    ROUND_ROBIN
  limits (v1)  100 connections, 1 pending request, 2 retries at a time
  limits (v2)  10 connections, 1 pending request, 2 retries at a time
  ejection     after 5 5xx in a row, looked at every 10 s, at most 100 % of the
               endpoints`,
    );
  });

  it('about access are those of each receiver where they differ', () => {
    const receiver = { namespace: 'shop', status: 403, reason: 'so it says' };
    const receivers = [
      { ...receiver, name: 'a', allowed: true },
      { ...receiver, name: 'b', allowed: false },
    ];
    const authorization = { allowed: true, uncertain: true, reason: 'nobody knows', receivers } as const;
    expect(facts({ authorization })).toMatch(
      / {2}access {6}perhaps allowed, nobody knows\n {2}access \(a\) {2}allowed, so it says\n {2}access \(b\) {2}denied with 403, so it says\n/,
    );
  });

  it('about HTTP are not said of other connections', () => {
    expect(shown({}, 'usual', { url: 'tcp://reviews:9080' })).not.toMatch(/timeout|GET/);
  });
});
