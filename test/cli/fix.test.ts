import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonReport } from '../../lib/report/json';
import { cli } from './support/io';

const rule = (settings: string): string =>
  `# of the shop\r\napiVersion: networking.istio.io/v1\r\nkind: DestinationRule\r\nmetadata: {name: web, namespace: shop}\r\nspec:\r\n  host: "web.shop.svc.cluster.local"   # here\r\n  trafficPolicy: {outlierDetection: {${settings}}}\r\n`;
const BAD = rule('consecutiveErrors: 5');
const GOOD = rule('consecutive5xxErrors: 5');
const FAULT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  http:
  - match: [{headers: {tester: {exact: "yes"}}}]
    fault:
      abort:
        httpStatus: 503
    route: [{destination: {host: web.shop.svc.cluster.local}}]
`;

let before: string;
let folder: string;

beforeEach(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-fix-'));
  process.chdir(folder);
  mkdirSync('k8s');
  writeFileSync('k8s/a.yaml', BAD);
  writeFileSync('k8s/b.yaml', GOOD);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('cdk8s-mesh check --fix', () => {
  it('corrects files, says so, and judges what is left', async () => {
    const untouched = statSync('k8s/b.yaml').ino;
    const { status, out, err } = await cli(['check', 'k8s', '--fix', '--fail-on', 'warning']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(GOOD);
    expect(statSync('k8s/b.yaml').ino).toBe(untouched);
    expect(readdirSync('k8s')).toEqual(['a.yaml', 'b.yaml']);
    expect(out).toContain('fixed k8s/a.yaml:7  webhook-consecutive-errors-deprecated\n');
    expect(out).toMatch(/consecutiveErrors: 5.* →[^]*consecutive5xxErrors: 5/);
    expect(out).not.toContain('\\u000d');
    expect(out).toContain('1 finding fixed in 1 file\n');
    expect((await cli(['check', 'k8s', '--fix'])).out).not.toContain('fixed');
  });

  it('keeps modes, and goes where links lead', async () => {
    chmodSync('k8s/a.yaml', 0o640);
    symlinkSync('k8s/a.yaml', 'link.yaml');
    await cli(['check', 'link.yaml', '--fix']);
    expect(lstatSync('link.yaml').isSymbolicLink()).toBe(true);
    expect(statSync('k8s/a.yaml').mode & 0o777).toBe(0o640);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(GOOD);
  });

  it('writes YAML from a pipe to a pipe, and the report beside it', async () => {
    const { status, out, err } = await cli(['check', '-', '--fix'], { input: BAD });
    expect(out).toBe(GOOD);
    expect(err).toContain('fixed <stdin>:7');
    expect(err).toContain('1 info in 1 object');
    expect(status).toBe(0);
    expect((await cli(['check', '-', '--fix'], { input: GOOD })).out).toBe(GOOD);
  });

  it('shows with --dry-run what patch would do, and writes nothing', async () => {
    const { out, err } = await cli(['check', 'k8s', '--fix', '--dry-run']);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(BAD);
    expect(err).toContain('1 finding would be fixed in 1 file');
    writeFileSync('change.patch', out);
    execFileSync('git', ['apply', 'change.patch'], { stdio: 'pipe' });
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(GOOD);
  });

  it('asks the author for the share of faults', async () => {
    writeFileSync('fault.yaml', FAULT);
    expect((await cli(['check', 'fault.yaml'])).out).toContain('--fix --fault-percentage <percent>');
    expect((await cli(['check', 'fault.yaml', '--fix', '--fail-on', 'warning'])).status).toBe(1);
    expect(readFileSync('fault.yaml', 'utf8')).toBe(FAULT);
    await cli(['check', 'fault.yaml', '--fix', '--fault-percentage', '0.5']);
    expect(readFileSync('fault.yaml', 'utf8')).toBe(
      FAULT.replace('abort:\n', 'abort:\n        percentage:\n          value: 0.5\n'),
    );
  });

  it('fixes what it is asked about', async () => {
    await cli(['check', 'k8s', '--fix', '--skip', 'webhook-*']);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(BAD);
    const acknowledged = BAD.replace(
      'name: web',
      'name: web, annotations: {cdk8s-mesh/acknowledge: "webhook-consecutive-errors-deprecated: old proxies"}',
    );
    writeFileSync('k8s/a.yaml', acknowledged);
    await cli(['check', 'k8s', '--fix']);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(acknowledged);
  });

  it('says what it could not fix, and why', async () => {
    const aliased = BAD.replace('{outlierDetection: ', '{outlierDetection: &it ').replace(
      '5}}',
      '5}, portLevelSettings: [{port: {number: 80}, outlierDetection: *it}]}',
    );
    writeFileSync('k8s/a.yaml', aliased);
    const { out } = await cli(['check', 'k8s', '--fix']);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(aliased);
    expect(out).toMatch(/not fixed k8s\/a\.yaml:7 {2}webhook-[^]*an alias repeats it/);
    expect(out).not.toContain('by --fix');
    expect(out).toContain('0 findings fixed in 0 files, 1 could not be');
  });

  it('leaves files alone that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9]), Buffer.from(`\n${BAD}`)]);
    writeFileSync('k8s/a.yaml', bytes);
    const { status, err } = await cli(['check', 'k8s', '--fix']);
    expect({ status, err }).toEqual({
      status: 2,
      err: expect.stringMatching(/^error: k8s\/a\.yaml must be UTF-8/) as string,
    });
    expect(readFileSync('k8s/a.yaml').equals(bytes)).toBe(true);
    expect((await cli(['check', '-', '--fix'], { input: `# caf\uFFFD\n${BAD}` })).status).toBe(2);
  });

  it.each([
    [['check', '--fix'], 'the files to fix must be named, got none'],
    [['check', 'k8s', '--dry-run'], '--dry-run must stand beside --fix'],
    [['check', 'k8s', '--fault-percentage', '5'], '--fault-percentage must stand beside --fix'],
    [['check', 'k8s', '--fix', '--fault-percentage', '0'], 'faultPercentage must be from 0.0001 to 100'],
    [['check', 'k8s', '--fix', '--fault-percentage', ''], 'faultPercentage must be from 0.0001 to 100'],
    [['check', 'k8s', '--fix', '--fault-percentage', 'all'], 'faultPercentage must be from 0.0001 to 100'],
  ])('%j is not understood', async (argv, message) => {
    const { status, err } = await cli(argv);
    expect(status).toBe(2);
    expect(err).toContain(`error: ${message}`);
    expect(readFileSync('k8s/a.yaml', 'utf8')).toBe(BAD);
  });

  it('leaves reports for machines to machines', async () => {
    const { out, err } = await cli(['check', 'k8s', '--fix', '--format', 'json']);
    expect((JSON.parse(out) as JsonReport).findings.map(({ edits }) => edits)).not.toContainEqual(
      expect.anything(),
    );
    expect(err).toContain('1 finding fixed in 1 file');
  });
});

describe('cdk8s-mesh check', () => {
  it('says what --fix would do', async () => {
    expect((await cli(['check', 'k8s'])).out).toMatch(
      /Can be fixed by\s+--fix\.[^]*; 1 can be fixed by --fix\n$/,
    );
    const json = JSON.parse((await cli(['check', 'k8s', '--format', 'json'])).out) as JsonReport;
    expect(json.findings.flatMap(({ edits = [] }) => edits)).toEqual([
      {
        kind: 'rename',
        path: 'spec.trafficPolicy.outlierDetection.consecutiveErrors',
        to: 'consecutive5xxErrors',
      },
    ]);
    const { out } = await cli(['check', 'k8s', '--format', 'sarif']);
    const { runs } = JSON.parse(out) as { runs: { results: { fixes?: unknown }[] }[] };
    expect(runs[0]!.results.flatMap(({ fixes = [] }) => fixes)).toEqual([
      expect.objectContaining({
        artifactChanges: [
          {
            artifactLocation: { uri: 'k8s/a.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 7, startColumn: 38, endLine: 7, endColumn: 55 },
                insertedContent: { text: 'consecutive5xxErrors' },
              },
            ],
          },
        ],
      }),
    ]);
  });
});
