import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonReport } from '../../lib/report/json';
import { cli } from './support/io';

const rule = (spec: string, name = 'web'): string =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`;
const good = rule('{host: web.shop.svc.cluster.local}');
const deprecated = rule(
  '{host: web.shop.svc.cluster.local, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}',
);
const bad = rule('{hots: web.shop.svc.cluster.local}');

let before: string;
let folder: string;

beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-check-'));
  process.chdir(folder);
  mkdirSync('k8s/deeper', { recursive: true });
  mkdirSync('empty');
  writeFileSync('k8s/deeper/good.yaml', good);
  writeFileSync('k8s/values.yaml', 'replicas: 2\n');
  writeFileSync('known.yaml', 'hosts: [web.shop.svc.cluster.local]\nnamespaces: [shop]\n');
  writeFileSync('known-wrong.yaml', 'host: [web]\n');
  writeFileSync('mesh.yaml', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n');
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('cdk8s-mesh check', () => {
  it('ends with 0 where all is well', async () => {
    const { status, err } = await cli(['check', '-'], { input: good });
    expect([status, err]).toEqual([0, '']);
  });

  it('ends with 1 for errors, and shows the line', async () => {
    const { status, out } = await cli(['check', '-'], { input: bad });
    expect(status).toBe(1);
    expect(out).toContain('<stdin>\n\nDestinationRule shop/web\n');
    expect(out).toContain('4 │ spec: {hots: web.shop.svc.cluster.local}\n');
    expect(out).toMatch(/\n✗ \d errors? .*in 1 object\n$/);
  });

  it.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('fails on warnings as told: --fail-on %s', async (level, status) => {
    expect((await cli(['check', '-', '--fail-on', level], { input: deprecated })).status).toBe(status);
  });

  it('never fails if told so', async () => {
    expect((await cli(['check', '-', '--fail-on', 'never'], { input: bad })).status).toBe(0);
  });

  it('reads folders, lists and JSON, and judges what is beside a document that it cannot read', async () => {
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: [
        { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'x' }, spec: { a: 1 } },
      ],
    };
    const { out } = await cli(['check', 'k8s', '-', '--format', 'json'], {
      input: `${JSON.stringify(list)}\n---\na: [\n`,
    });
    const { findings, summary } = JSON.parse(out) as JsonReport;
    expect(summary.objects).toBe(2);
    expect(findings.map(({ id, source }) => `${source?.file} ${id}`)).toEqual(
      expect.arrayContaining([
        '<stdin> schema-unknown-field',
        '<stdin> unreadable',
        'k8s/values.yaml no-object',
      ]),
    );
  });

  it('judges what is asked for', async () => {
    const counted = async (...options: string[]): Promise<number> => {
      const { out } = await cli(['check', '-', '--format', 'json', ...options], { input: bad });
      return (JSON.parse(out) as JsonReport).findings.length;
    };
    expect(await counted('--only', 'schema-unknown-field')).toBe(1);
    expect(await counted('--only', 'schema-*,webhook-*', '--skip', 'schema-*', '--skip', 'webhook-*')).toBe(
      0,
    );
  });

  it('takes what is known of the cluster', async () => {
    const argv = [
      'check',
      '-',
      '--known',
      'known.yaml',
      '--mesh-config',
      'mesh.yaml',
      '--channel',
      'experimental',
    ];
    expect((await cli(argv, { input: good })).status).toBe(0);
  });

  it('writes a report to a file, and says how it went', async () => {
    const { status, out, err } = await cli(['check', '-', '--out', 'report.xml', '--format', 'junit'], {
      input: bad,
    });
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^\d errors? .*in 1 object; see report\.xml\n$/);
    expect(readFileSync('report.xml', 'utf8')).toMatch(/^<\?xml/);
    await cli(['check', '-', '--out', 'report.txt'], { input: bad, env: { FORCE_COLOR: '1' } });
    expect(readFileSync('report.txt', 'utf8')).not.toContain('\u001b');
  });

  it('has colours on a terminal only', async () => {
    expect((await cli(['check', '-'], { input: bad })).out).not.toContain('\u001b[');
    expect((await cli(['check', '-'], { input: bad, isTerminal: true })).out).toContain('\u001b[');
  });

  it('lists rules and explains them', async () => {
    expect((await cli(['check', '--list-rules'])).out).toMatch(/schema-unknown-field\s+error\s+A field/);
    const { status, out } = await cli(['check', '--explain', 'webhook-weight-negative']);
    expect(status).toBe(0);
    expect(out).toMatch(/^webhook-weight-negative {2}error, IST0106\n/);
    expect(out).toMatch(/\nWrong:\n {2}kind: VirtualService\n {2}spec: \{/);
    expect((await cli(['check', '--explain', 'IST0106'])).out.split('IST0106').length).toBeGreaterThan(10);
  });

  it.each([
    [['nowhere'], 'nowhere must be a file or a folder, got nothing of that name'],
    [['empty'], 'there must be manifests in empty, got none'],
    [['-', '--format', 'xml'], '--format must be one of text, json, sarif, junit, github, markdown, got xml'],
    [['-', '--fail-on', 'info'], '--fail-on must be one of error, warning, never, got info'],
    [['-', '--channel', 'beta'], '--channel must be one of standard, experimental, got beta'],
    [
      ['-', '--only', 'nonsense'],
      'the name of a rule must be the id of a rule or the code of another tool, got "nonsense"',
    ],
    [['-', '--known', 'nowhere.yaml'], '--known must be a file, got nowhere.yaml'],
    [
      ['-', '--known', 'known-wrong.yaml'],
      'a field of --known known-wrong.yaml must be one of hosts, gateways',
    ],
    [['-', '--out', 'nowhere/report'], '--out must be a file that can be written, got nowhere/report'],
    [
      ['--explain', 'nonsense'],
      '--explain must be the id of a rule or the code of another tool, got "nonsense"',
    ],
  ])('ends with 2 and says why: %j', async (argv, message) => {
    const { status, out, err } = await cli(['check', ...argv], { input: good });
    expect([status, out]).toEqual([2, '']);
    expect(err.startsWith(`error: ${message}`) ? '' : err).toBe('');
    expect(existsSync('nowhere')).toBe(false);
  });
});
