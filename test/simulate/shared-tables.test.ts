import { Simulator, type Caller } from '../../lib/simulate';

const service = (namespace: string, name = 'web'): string => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
`;
const object = (kind: string, namespace: string, spec: string, name = 'x'): string => `
---
apiVersion: ${kind === 'AuthorizationPolicy' ? 'security' : 'networking'}.istio.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
const rules = (spec: string): string => object('VirtualService', 'a', spec);
const WEB = 'web.a.svc.cluster.local';
const TO_WEB = `route: [{ destination: { host: ${WEB} } }]`;

const MESH = ['a', 'b', 'c'].map((namespace) => service(namespace)).join('') + service('a', 'old');

/** What may be different for some of the namespaces. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  nothing: rules(`{ hosts: [${WEB}], http: [{ timeout: 1s, ${TO_WEB} }] }`),
  'a DestinationRule of its own': object(
    'DestinationRule',
    'b',
    `{ host: ${WEB}, trafficPolicy: { loadBalancer: { simple: RANDOM } } }`,
  ),
  'a DestinationRule for where rules lead to':
    rules(`{ hosts: [${WEB}], http: [{ route: [{ destination: { host: old } }] }] }`) +
    object(
      'DestinationRule',
      'b',
      '{ host: old.a.svc.cluster.local, trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } } }',
    ),
  'rules for callers of a namespace': rules(
    `{ hosts: [${WEB}], http: [{ match: [{ sourceNamespace: b }], timeout: 1s, ${TO_WEB} }, { ${TO_WEB} }] }`,
  ),
  'whom policies let in': object(
    'AuthorizationPolicy',
    'a',
    '{ rules: [{ from: [{ source: { namespaces: [b] } }] }] }',
  ),
  'what is not simulated': object('EnvoyFilter', 'b', '{}'),
  'a Sidecar': object('Sidecar', 'b', "{ egress: [{ hosts: ['b/*'] }] }"),
  'a Sidecar that imports all': object('Sidecar', 'c', "{ egress: [{ hosts: ['*/*'] }] }"),
  'two policies that each let in another': ['b', 'c']
    .map((namespace) =>
      object(
        'AuthorizationPolicy',
        'a',
        `{ rules: [{ from: [{ source: { serviceAccounts: [${namespace}/default] } }] }] }`,
        namespace,
      ),
    )
    .join(''),
  'a Service that only it sees': `
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: a, annotations: { networking.istio.io/exportTo: b } }
spec: { selector: { app: api }, ports: [{ name: http, port: 8080 }] }
`,
};
const HOSTS = [WEB, 'web', 'web.a', 'old.a', 'api.a', 'nobody.example'];

const viewOf = (simulator: Simulator, host: string, from: Caller) =>
  simulator.routes(host, { from }).tables.map(({ port, rows }) => ({ port, rows }));

describe('tables that callers share are those that each would get alone, with', () => {
  it.each(Object.keys(DIFFERENCES))('%s', (name) => {
    const text = MESH + DIFFERENCES[name]!;
    const callers = Simulator.from(text)
      .callers()
      .map(({ from }) => from);
    expect(callers.length).toBeGreaterThan(2);
    for (const order of [callers, [...callers].reverse()]) {
      const together = Simulator.from(text);
      for (const host of HOSTS) {
        for (const from of order) {
          expect(viewOf(together, host, from)).toEqual(viewOf(Simulator.from(text), host, from));
        }
      }
    }
  });

  it.each(['nothing', 'whom policies let in', 'a Sidecar that imports all'])(
    'the very same rows for those for whom nothing is different, with %s',
    (name) => {
      const simulator = Simulator.from(MESH + DIFFERENCES[name]!);
      const [first, second] = ['a', 'c'].map((namespace) => viewOf(simulator, WEB, { namespace })[0]!);
      expect(second!.rows).toBe(first!.rows);
    },
  );
});
