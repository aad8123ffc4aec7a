import type { App } from 'cdk8s';
import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  CheckSeverity,
  Checks,
  Dialect,
  FailOn,
  GatewayApiChannel,
  Mesh,
  MeshNamespace,
  MeshPort,
  RequestRoute,
} from '../../lib';
import * as judging from '../../lib/gate/judge-app';

const DEPRECATED = 'webhook-consecutive-errors-deprecated';
const UNKNOWN = 'schema-unknown-field';

function destinationRule(chart: Chart, spec: object, id = 'rule', host = 'web'): ApiObject {
  return new ApiObject(chart, id, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: host, namespace: 'shop' },
    spec: { host: `${host}.shop.svc.cluster.local`, ...spec },
  });
}

const ODD = { trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } };
const WRONG = { subsetz: [] };

let app: App;
let chart: Chart;
let warnings: jest.SpyInstance;

beforeEach(() => {
  app = Testing.app();
  chart = new Chart(app, 'shop');
  warnings = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

const errorOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('Checks', () => {
  it('lets a sound app be written, and says nothing', () => {
    const shop = new MeshNamespace(chart, 'shop');
    const reviews = shop.addService('reviews', { ports: [MeshPort.http(9080)], versions: { v1: {} } });
    new RequestRoute(chart, 'all', { service: reviews, version: 'v1' });
    const before = app.synthYaml();
    Checks.of(app);
    expect(app.synthYaml()).toBe(before);
    app.synth();
    expect(warnings).not.toHaveBeenCalled();
  });

  it('fails at the construct that is wrong, whoever wrote it', () => {
    destinationRule(chart, WRONG);
    Checks.of(app);
    expect(errorOf(() => app.synth())).toMatch(
      /^Validation failed with the following errors:\n {2}\[shop\/rule\] error schema-unknown-field in DestinationRule shop\/web, spec\.subsetz: .*did you mean subsets\?\n {6}why: .*\n {6}fix: Write subsets instead of subsetz\.$/,
    );
  });

  it.each(['istio', 'gateway-api'])('knows of services that the app says are elsewhere: %s', (dialect) => {
    if (dialect !== 'istio') new Mesh(chart, 'mesh', { dialect: Dialect.GATEWAY_API });
    const shop = new MeshNamespace(chart, 'shop');
    const reviews = shop.addService('reviews', { ports: [MeshPort.http(9080)], versions: { v1: {} } });
    new RequestRoute(chart, 'all', { service: reviews, version: 'v1' });
    Checks.of(chart).configure({ knownHosts: ['ratings.shop.svc.cluster.local'] });
    expect(errorOf(() => app.synth())).toBe('none');
    new ApiObject(chart, 'other', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'other', namespace: 'shop' },
      spec: { hosts: ['a.example.com'], http: [{ route: [{ destination: { host: 'details' } }] }] },
    });
    expect(errorOf(() => app.synth())).toContain('[shop/other] error destination-host');
  });

  it('names the constructs that a written object is of', () => {
    const shop = new MeshNamespace(chart, 'shop');
    const reviews = shop.addService('reviews', { ports: [MeshPort.http(9080)], versions: { v1: {} } });
    new RequestRoute(chart, 'all', { service: reviews, version: 'v1' });
    Checks.of(chart).configure({ severities: { 'declared-elsewhere': CheckSeverity.ERROR } });
    const error = errorOf(() => app.synth());
    expect(error).toMatch(/\[shop\/(all|shop)/);
  });

  it('fails no more once it is mended, and again once it is broken', () => {
    Checks.of(app);
    expect(errorOf(() => Testing.synth(chart))).toBe('none');
    const rule = destinationRule(chart, WRONG);
    expect(errorOf(() => Testing.synth(chart))).toContain(UNKNOWN);
    chart.node.tryRemoveChild(rule.node.id);
    expect(errorOf(() => Testing.synth(chart))).toBe('none');
    expect(errorOf(() => app.synthYaml())).toBe('none');
    destinationRule(chart, WRONG);
    expect(errorOf(() => app.synthYaml())).toContain(UNKNOWN);
  });

  it('judges once for each synthesis, however many charts there are', () => {
    for (let i = 0; i < 5; i++) destinationRule(new Chart(app, `chart-${i}`), {}, 'rule', `web${i}`);
    const judge = jest.spyOn(judging, 'judgeApp');
    Checks.of(app);
    Checks.of(chart);
    app.synth();
    expect(judge).toHaveBeenCalledTimes(1);
    app.synthYaml();
    expect(judge).toHaveBeenCalledTimes(2);
    Testing.synth(chart);
    expect(judge).toHaveBeenCalledTimes(3);
  });

  it('leaves the word to constructs that contradict each other', () => {
    const shop = new MeshNamespace(chart, 'shop');
    const reviews = shop.addService('reviews', {
      ports: [MeshPort.http(9080)],
      versions: { v1: {}, v2: {} },
    });
    new RequestRoute(chart, 'one', { service: reviews, version: 'v1' });
    new RequestRoute(chart, 'two', { service: reviews, version: 'v2' });
    destinationRule(chart, WRONG);
    Checks.of(app);
    expect(errorOf(() => app.synth())).toMatch(/must get one answer(?!.*schema-)/s);
  });

  it('warns once', () => {
    destinationRule(chart, ODD);
    Checks.of(app);
    app.synth();
    app.synth();
    expect(warnings).toHaveBeenCalledTimes(1);
    expect(warnings).toHaveBeenCalledWith(
      expect.stringMatching(
        /^\n {2}\[shop\/rule\] warning webhook-consecutive-errors-deprecated in DestinationRule shop\/web/,
      ),
      'MeshCheckWarning',
    );
  });
});

describe('settings', () => {
  it('say what fails, for a construct and those below it', () => {
    destinationRule(chart, ODD);
    destinationRule(new Chart(app, 'other'), ODD, 'rule', 'other');
    Checks.of(chart).configure({ failOn: FailOn.WARNING });
    expect(errorOf(() => app.synth())).toMatch(/\[shop\/rule\] warning(?!.*\[other)/s);
  });

  it('let nothing fail', () => {
    destinationRule(chart, WRONG);
    Checks.of(app).configure({ failOn: FailOn.NEVER });
    expect(errorOf(() => app.synth())).toBe('none');
    expect(warnings).toHaveBeenCalledWith(expect.stringContaining('[shop/rule] error'), 'MeshCheckWarning');
  });

  it.each([
    ['IST0133', CheckSeverity.ERROR, /error webhook-consecutive/],
    [DEPRECATED, CheckSeverity.OFF, /^none$/],
    ['webhook-*', CheckSeverity.INFO, /^none$/],
  ])('take %s as %s', (rule, severity, expected) => {
    destinationRule(chart, ODD);
    Checks.of(app).configure({ severities: { [rule]: severity } });
    expect(errorOf(() => app.synth())).toMatch(expected);
    expect(warnings).not.toHaveBeenCalled();
  });

  it('of the nearest construct win, and there the last', () => {
    destinationRule(chart, ODD);
    Checks.of(chart).configure({ severities: { [DEPRECATED]: CheckSeverity.OFF } });
    Checks.of(app).configure({ severities: { [DEPRECATED]: CheckSeverity.ERROR } });
    expect(errorOf(() => app.synth())).toBe('none');
    Checks.of(chart).configure({ severities: { [DEPRECATED]: CheckSeverity.ERROR } });
    expect(errorOf(() => app.synth())).toContain(DEPRECATED);
  });

  it('name rules that there are', () => {
    Checks.of(chart).configure({ severities: { 'schema-unknown-fild': CheckSeverity.OFF } });
    expect(errorOf(() => app.synth())).toContain(
      '[shop] a rule in the severities of checks must be the id of a rule or the code of another tool, got "schema-unknown-fild"; did you mean schema-unknown-field?',
    );
  });

  it('know the cluster', () => {
    destinationRule(chart, {});
    const elsewhere = { severities: { 'declared-elsewhere': CheckSeverity.ERROR } };
    Checks.of(app).configure(elsewhere);
    expect(errorOf(() => app.synth())).toContain('declared-elsewhere');
    Checks.of(app).configure({
      knownHosts: ['web.shop.svc.cluster.local'],
      knownNamespaces: ['shop'],
      meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
      gatewayApiChannel: GatewayApiChannel.EXPERIMENTAL,
    });
    expect(errorOf(() => app.synth())).toBe('none');
  });
});

describe('acknowledge', () => {
  it('takes findings of a construct out, and those below it', () => {
    destinationRule(chart, WRONG);
    destinationRule(new Chart(app, 'other'), WRONG, 'rule', 'other');
    Checks.of(chart).acknowledge(UNKNOWN, 'a field of the next release');
    expect(errorOf(() => app.synth())).toMatch(/\[other\/rule\](?!.*\[shop)/s);
  });

  it('is a warning once there is nothing to acknowledge', () => {
    Checks.of(chart).acknowledge(UNKNOWN, 'a field of the next release');
    app.synth();
    expect(warnings).toHaveBeenCalledWith(
      expect.stringContaining(
        '[shop] warning acknowledge-unused in Construct shop: the acknowledgement of schema-unknown-field',
      ),
      'MeshCheckWarning',
    );
  });

  it('needs a reason', () => {
    expect(() => Checks.of(chart).acknowledge(UNKNOWN, ' ')).toThrow(
      'the reason to acknowledge schema-unknown-field must be a text, got " "; say why the finding stays',
    );
  });
});

it('loads nothing of the checks before there is something to judge', () => {
  jest.isolateModules(() => {
    const loaded: string[] = [];
    jest.doMock('../../lib/gate/judge-app', () => {
      loaded.push('judge-app');
      return { judgeApp: () => ({ failures: [], warnings: [] }) };
    });
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- anew
    const library = require('../../lib') as typeof import('../../lib');
    library.Checks.of(app).configure({ knownHosts: ['a'] });
    expect(loaded).toEqual([]);
    Testing.synth(chart);
    expect(loaded).toEqual(['judge-app']);
  });
  jest.dontMock('../../lib/gate/judge-app');
});
