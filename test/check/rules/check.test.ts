import { check } from '../../../lib/check/check';
import { ACKNOWLEDGE } from '../../../lib/check/acknowledge';
import { Simulator } from '../../../lib/simulate/simulator';

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n';
const broken = (metadata = ''): string =>
  `${SERVICE}---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: shop${metadata}}\nspec: {hosts: [web], http: [{route: [{destination: {host: wep}}]}]}\n`;
const acknowledging = (text: string): string =>
  broken(`, annotations: {${ACKNOWLEDGE}: ${JSON.stringify(text)}}`);
const idsOf = (found: { readonly findings: readonly { readonly id: string }[] }): string[] =>
  found.findings.map(({ id }) => id);

describe('check', () => {
  it('says what is wrong, and where', () => {
    const { findings, isFailed, objects } = check(broken());
    expect(findings).toMatchObject([
      {
        id: 'destination-host',
        severity: 'error',
        message: 'destination host must be a service or a host of a ServiceEntry, got wep',
        object: { kind: 'VirtualService', namespace: 'shop', name: 'web' },
        source: { line: 9 },
        upstream: ['IST0101', 'KIA1101'],
      },
    ]);
    expect({ isFailed, objects }).toEqual({ isFailed: true, objects: 2 });
  });

  it('asks the API server and the webhook, too', () => {
    const text =
      'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: {selector: {a: b}, servers: []}\n';
    const unknown = text.replace('servers', 'server');
    expect(idsOf(check(unknown)).some((id) => id === 'schema-unknown-field')).toBe(true);
    expect(idsOf(check(text)).some((id) => id.startsWith('webhook-'))).toBe(true);
  });

  it('says once for a namespace that its workloads are kept elsewhere', () => {
    const rule = (name: string, subset: string): string =>
      `---\n${SERVICE.replaceAll('web', name).replace('spec: {', 'spec: {selector: {app: a}, ')}---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: ${name}, namespace: shop}\nspec: {host: ${name}, subsets: [{name: ${subset}, labels: {version: ${subset}}}]}\n`;
    const { findings } = check([rule('a', 'v1'), rule('b', 'v2')].join(''));
    expect(findings).toMatchObject([
      {
        id: 'declared-elsewhere',
        object: { kind: 'DestinationRule', name: 'a' },
        message: expect.stringContaining('2 subsets such as v1 of a.shop.svc.cluster.local') as string,
      },
    ]);
  });

  it('believes what is known to be elsewhere', () => {
    const elsewhere = broken().replace('host: wep', 'host: wep.prod.svc.cluster.local');
    expect(idsOf(check(elsewhere))).toEqual(['declared-elsewhere']);
    const known = { hosts: ['wep.prod.svc.cluster.local'] };
    expect(idsOf(check(elsewhere, { known }))).toEqual([]);
    // Who lists the services of a namespace lists all of them.
    expect(idsOf(check(elsewhere, { known: { hosts: ['web.prod.svc.cluster.local'] } }))).toEqual([
      'destination-host',
    ]);
  });

  it('does as it is told about severities', () => {
    expect(check(broken(), { off: ['destination-host'] }).findings).toEqual([]);
    expect(check(broken(), { severities: { 'destination-host': 'off' } }).findings).toEqual([]);
    const { findings, isFailed } = check(broken(), { severities: { 'destination-host': 'warning' } });
    expect(findings).toMatchObject([{ severity: 'warning', source: { line: 9 } }]);
    expect(isFailed).toBe(false);
    expect(check(broken(), { failOn: 'never' }).isFailed).toBe(false);
  });

  it('shows what is acknowledged apart, with the reason', () => {
    const { findings, acknowledged, isFailed } = check(
      acknowledging('destination-host: comes with the next release'),
    );
    expect(findings).toEqual([]);
    expect(acknowledged).toMatchObject([
      { finding: { id: 'destination-host' }, reason: 'comes with the next release' },
    ]);
    expect(isFailed).toBe(false);
  });

  it('wants a reason, and something to acknowledge', () => {
    expect(idsOf(check(acknowledging('destination-host')))).toEqual([
      'destination-host',
      'acknowledge-without-reason',
    ]);
    const message = (text: string): string[] =>
      check(acknowledging(`IST0101: yes\n${text}`)).findings.map((one) => `${one.id}: ${one.message}`);
    expect(message('allow-nothing: no')).toEqual([
      'acknowledge-unused: the acknowledgement of allow-nothing must be of something that was found, got nothing of that rule',
    ]);
    expect(message('destination-hots: no')).toEqual([
      expect.stringMatching(/did you mean destination-host\?/),
    ]);
  });

  it.each(['IST0101', 'KIA1101', 'destination-*'])('knows what is acknowledged as %s', (name) => {
    const { findings, acknowledged } = check(acknowledging(`${name}: a test\ndestination-host: the same`));
    expect(findings).toEqual([]);
    expect(acknowledged).toMatchObject([{ finding: { id: 'destination-host' }, reason: 'a test' }]);
  });

  it('does not call an acknowledgement unused because the rule is off', () => {
    const text = acknowledging('destination-host: comes later');
    for (const options of [
      { off: ['destination-host'] },
      { severities: { 'destination-host': 'off' as const } },
    ])
      expect(check(text, options)).toMatchObject({ findings: [], acknowledged: [] });
    expect(check(acknowledging('IST0101: comes later'), { off: ['destination-host'] }).findings).toEqual([]);
    const { acknowledged } = check(text, { severities: { 'destination-host': 'info' } });
    expect(acknowledged).toMatchObject([{ finding: { severity: 'info' } }]);
  });

  it('lists what it cannot read, and judges the rest', () => {
    const { findings } = check(`kind: {{ .Values.kind }}\n---\n${broken()}`);
    expect(findings.map(({ id }) => id)).toEqual(['unreadable', 'destination-host']);
  });

  it('reads what a simulator has read', () => {
    const simulator = Simulator.from(broken());
    expect(Simulator.from(simulator).manifests).toBe(simulator.manifests);
    expect(idsOf(check(simulator))).toEqual(['destination-host']);
    expect(idsOf(check([simulator, SERVICE.replaceAll('web', 'wep')]))).toEqual([]);
  });

  it('says the same in the same order, every time', () => {
    const texts = Array.from({ length: 3 }, () => JSON.stringify(check('dist').findings));
    expect(new Set(texts).size).toBe(1);
  });
});
