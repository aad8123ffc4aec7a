import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '../../lib/simulate';
import { Simulator } from '../../lib/simulate';
import { version } from '../../package.json';
import { cli } from './support/io';

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{name: http, port: 80}], selector: {app: ${name}}}\n`;

const web = `${service('web')}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  http:
    - match: [{headers: {x-drill: {exact: 'yes'}}}]
      fault: {abort: {httpStatus: 503, percentage: {value: 50}}}
      route: [{destination: {host: web}}]
    - route: [{destination: {host: web}}]
`;

const ask = ['route', '-', '--from', 'namespace:shop', 'http://web/'];

let folder: string;
let before: string;

beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-cli-'));
  process.chdir(folder);
  mkdirSync('some/deeper', { recursive: true });
  writeFileSync('some/deeper/web.yaml', web);
  writeFileSync('some/broken.yaml', `${service('a')}---\nkind: [\n---\nhello\n`);
  writeFileSync('mesh.yaml', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n');
  mkdirSync('empty');
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('cdk8s-mesh', () => {
  it('says its version', async () => {
    expect(await cli(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it.each([[['--help']], [['route', '--help']], [['help', 'route']]])('helps: %j', async (argv) => {
    const from = jest.spyOn(Simulator, 'from');
    const { status, out, err } = await cli(argv);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: cdk8s-mesh/);
    expect(out).toContain('Exit status:');
    expect(from).not.toHaveBeenCalled();
  });

  it.each([
    [['rote'], "error: unknown command 'rote'; did you mean route?\n"],
    [['route', '--form', 'x'], "error: unknown option '--form'; did you mean --from?\n"],
    [['route', '--x'], "error: unknown option '--x'; --help says what there is\n"],
    [['route', '-H'], "error: option '-H, --header <header>' argument missing; --help says what there is\n"],
    [['route'], 'error: the URL of the request must be given, got nothing;'],
    [
      ['route', 'nowhere', 'http://a'],
      'error: nowhere must be a file or a folder, got nothing of that name;',
    ],
    [['route', 'empty', 'http://a'], 'error: there must be manifests in empty, got none;'],
    [
      ['route', 'http://a'],
      'error: files or folders of manifests must be given, got none, and there is no folder dist here;',
    ],
    [
      ['route', 'some', 'http://a', '--from', 'shop/x'],
      'error: the caller must be a workload of the manifests, got shop/x;',
    ],
    [['route', 'some', 'http://a', '--mesh-config', 'x'], 'error: --mesh-config must be a file, got x'],
    [
      ['route', 'some', 'http://a', '--mesh-config', 'some/broken.yaml'],
      'error: --mesh-config some/broken.yaml must be an object of YAML or JSON, got',
    ],
  ])('refuses %j', async (argv, message) => {
    const { status, out, err } = await cli(argv);
    expect([status, out]).toEqual([2, '']);
    expect(err.slice(err.indexOf('error:'))).toMatch(new RegExp(`^${message.replace(/[^\w ]/g, '\\$&')}`));
    expect(err).not.toContain('    at ');
  });

  it('shows where an error comes from if asked', async () => {
    const { err } = await cli(['route', 'nowhere', 'http://a'], { env: { DEBUG: 'cdk8s-mesh' } });
    expect(err).toContain('    at ');
  });

  it('owns up to its own errors', async () => {
    jest.spyOn(Simulator, 'from').mockImplementationOnce(() => {
      throw new TypeError('x is not a function');
    });
    expect(await cli(ask, { input: web })).toEqual({
      status: 2,
      out: '',
      err: 'error: x is not a function; this is a bug of cdk8s-mesh, DEBUG=cdk8s-mesh shows where\n',
    });
  });
});

describe('cdk8s-mesh route', () => {
  it('reads a pipe, and tells lines', async () => {
    const { status, out, err } = await cli([...ask, '-H', 'x-drill: yes'], { input: web });
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^GET http:\/\/web\/\n {2}x-drill: yes\n {2}from namespace:shop\n\n {2}50 % {2}/);
    expect(out).toContain('<stdin>:');
    expect(out).toContain('spec.http[0].match[0] matches [line 12]');
  });

  it('reads files and folders, and warns about what it cannot read', async () => {
    const { status, out, err } = await cli(['route', 'some', ...ask.slice(2)]);
    expect(status).toBe(0);
    expect(out).toContain('web.shop.svc.cluster.local:80');
    expect(err).toMatch(
      /^warning: some\/broken\.yaml:\d+: the document must be YAML: .*; the rest is used\nwarning: some\/broken\.yaml:\d+: a document must be an object, got "hello"; the rest is used\n$/,
    );
  });

  it('warns about so many documents and counts the rest', async () => {
    const { err } = await cli(ask, { input: `${web}${'---\n- no\n'.repeat(25)}` });
    expect(err.split('\n').slice(19)).toEqual([
      'warning: <stdin>:55: a document must be an object, got a list; the rest is used',
      'warning: 5 more documents cannot be read; the rest is used',
      '',
    ]);
  });

  it('reads the folder dist if there is one, else the pipe', async () => {
    const defaults = ask.filter((word) => word !== '-');
    expect((await cli(defaults, { input: web })).out).toContain('<stdin>');
    mkdirSync('dist');
    writeFileSync('dist/web.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [] }));
    expect((await cli(defaults, { input: web })).err).toContain('there must be manifests in dist, got none');
    rmSync('dist', { recursive: true });
  });

  it('prints the decision as JSON', async () => {
    const { out } = await cli([...ask, '--json'], { input: web });
    const decision = Simulator.from(web).decide({ url: 'http://web/', from: { namespace: 'shop' } });
    const { outcomes, explanation, ...rest } = JSON.parse(out) as Decision;
    expect({ outcomes, ...rest }).toEqual({ ...decision, explanation: undefined });
    expect(explanation).toHaveLength(decision.explanation!.length);
    expect(JSON.parse((await cli([...ask, '--json', '--brief'], { input: web })).out)).not.toHaveProperty(
      'explanation',
    );
  });

  it('exits with 1 for a failure if asked', async () => {
    const drill = [...ask, '-H', 'x-drill: yes'];
    expect((await cli([...ask, '--fail'], { input: web })).status).toBe(0);
    expect((await cli([...drill, '-f'], { input: web })).status).toBe(1);
    expect((await cli(drill, { input: web })).status).toBe(0);
  });

  it('takes mesh settings', async () => {
    const argv = ['route', '-', 'http://nobody.example.com/', '--fail', '--mesh-config', 'mesh.yaml'];
    expect((await cli(argv, { input: web })).status).toBe(1);
    expect((await cli(argv.slice(0, 4), { input: web })).status).toBe(0);
  });

  it.each([
    ['ConfigMap', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata:\n  mesh: |\n    '],
    ['values', 'meshConfig:\n  '],
    [
      'IstioOperator',
      'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  meshConfig:\n    ',
    ],
  ])('takes mesh settings from %s', async (_, before) => {
    writeFileSync('holder.yaml', `${before}outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n`);
    const argv = ['route', '-', 'http://nobody.example.com/', '--fail', '--mesh-config', 'holder.yaml'];
    expect((await cli(argv, { input: web })).status).toBe(1);
  });

  it('takes no mesh settings from another object', async () => {
    writeFileSync('holder.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n');
    const argv = ['route', '-', 'http://nobody.example.com/', '--mesh-config', 'holder.yaml'];
    expect(await cli(argv, { input: web })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^error: --mesh-config holder\.yaml must be a MeshConfig/) as string,
    });
  });

  it('fits the width and has colours on a terminal only', async () => {
    const terminal = await cli(ask, { input: web, isTerminal: true, columns: 60 });
    expect(terminal.out).toContain('\u001b[');
    const escape = new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'g');
    for (const line of terminal.out.replace(escape, '').split('\n'))
      expect(line.length).toBeLessThanOrEqual(60);
    expect((await cli(ask, { input: web })).out).not.toContain('\u001b[');
    expect((await cli(ask, { input: web, env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[');
  });
});
