import { Simulator } from '../../lib/simulate';

const pod = (name: string, locality: string): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: 'hello', 'istio-locality': locality } },
});
const MESH = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'hello' },
    spec: { selector: { app: 'hello' }, ports: [{ name: 'http', port: 80 }] },
  },
  pod('near', 'one.a'),
  pod('beside', 'one.b'),
  pod('far', 'two.a'),
];

function shares(trafficPolicy?: object, locality = 'one/a'): Record<string, number> {
  const rule = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: 'hello' },
    spec: { host: 'hello', trafficPolicy },
  };
  const simulator = Simulator.from(trafficPolicy ? [...MESH, rule] : MESH);
  const [outcome] = simulator.decide({ url: 'http://hello', from: { locality } }).outcomes;
  const workloads = outcome?.kind === 'forwarded' ? outcome.workloads : [];
  return Object.fromEntries(workloads.map(({ name, share }) => [name, share]));
}

describe('locality', () => {
  it('does not matter by itself', () => {
    expect(shares()).toEqual({ near: 1 / 3, beside: 1 / 3, far: 1 / 3 });
  });

  it('outlier detection alone keeps everything near', () => {
    expect(shares({ outlierDetection: {} })).toEqual({ near: 1, beside: 0, far: 0 });
    expect(shares({ outlierDetection: {} }, 'one/c')).toEqual({ near: 0.5, beside: 0.5, far: 0 });
  });

  it('a distribution leaves out what it does not list', () => {
    const distribute = [{ from: 'one/a', to: { 'one/a': 80, 'two/*': 20 } }];
    expect(shares({ loadBalancer: { localityLbSetting: { distribute } } })).toEqual({ near: 0.8, far: 0.2 });
  });
});
