import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './support/io';

const YAML = (timeout: string) => `
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec: { hosts: [reviews], http: [{ timeout: ${timeout}, route: [{ destination: { host: reviews } }] }] }
`;

describe('cdk8s-mesh review', () => {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  const [before, after] = ['before.yaml', 'after.yaml'].map((name) => join(folder, name)) as [string, string];
  const home = process.cwd();

  beforeAll(() => {
    writeFileSync(before, YAML('5s'));
    writeFileSync(after, YAML('1s'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => process.chdir(home));

  it('says what manifests do', async () => {
    const { status, out } = await cli(['review', before]);
    expect(status).toBe(0);
    expect(out).toContain('reviews.shop.svc.cluster.local');
    expect(out).toContain('have to be answered within 5 s');
  });

  it('reads a pipe', async () => {
    const { out } = await cli(['review', '-'], { input: YAML('7s') });
    expect(out).toContain('within 7 s');
  });

  it('says what the second version does differently', async () => {
    const { status, out } = await cli(['review', before, after]);
    expect(status).toBe(0);
    expect(out).toMatch(/timeout: .* 5 s.* → .* 1 s/);
  });

  it.each([
    ['high', 0],
    ['medium', 1],
    ['low', 1],
    ['never', 0],
  ])('ends with --fail-on %s as the risk is', async (level, status) => {
    expect((await cli(['review', before, after, '--fail-on', level])).status).toBe(status);
  });

  it('takes the namespaces of production', async () => {
    const faulty = join(folder, 'faulty.yaml');
    writeFileSync(faulty, YAML('5s, fault: { abort: { httpStatus: 503, percentage: { value: 100 } } }'));
    const status = async (...more: string[]) =>
      (await cli(['review', before, faulty, '--fail-on', 'high', ...more])).status;
    expect(await status()).toBe(1);
    expect(await status('--production', 'prod-*')).toBe(0);
    expect(await status('--production', 'prod-*', '--production', 'shop')).toBe(1);
    expect((await cli(['review', before, faulty, '--production', ''])).err).toContain(
      '--production must be a name of namespaces, got nothing; write for example prod-*',
    );
  });

  it('fails on nothing where nothing changes', async () => {
    const { status, out } = await cli(['review', before, before, '--fail-on', 'low']);
    expect(status).toBe(0);
    expect(out).toContain('No request is treated differently.');
  });

  it('writes Markdown to a file, and JSON', async () => {
    const file = join(folder, 'review.md');
    expect((await cli(['review', before, after, '--format', 'markdown', '--out', file])).out).toBe('');
    expect(readFileSync(file, 'utf8')).toMatch(/^# Policy review: what changes\n/);
    const { out } = await cli(['review', before, after, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'difference', risk: 'medium' });
  });

  it('writes a page that knows the manifests', async () => {
    const file = join(folder, 'review.html');
    expect((await cli(['review', before, after, '--format', 'html', '--out', file])).out).toBe('');
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>[^]*<form id="ask-form"[^]*"kind":"VirtualService"[^]*<\/html>\n$/);
  });

  it('compares commits, and a commit with what is there now', async () => {
    const repository = join(folder, 'repository');
    mkdirSync(join(repository, 'dist'), { recursive: true });
    process.chdir(repository);
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
        stdio: 'pipe',
      });
    git('init', '-q', '-b', 'main');
    const commit = (timeout: string) => {
      writeFileSync(join('dist', 'shop.yaml'), YAML(timeout));
      git('add', '.');
      git('commit', '-q', '-m', timeout);
    };
    commit('5s');
    commit('4s');
    writeFileSync(join('dist', 'shop.yaml'), YAML('3s'));
    expect((await cli(['review', 'main~1..main'])).out).toMatch(/5 s.* → .*4 s/);
    expect((await cli(['review', 'main..'])).out).toMatch(/4 s.* → .*3 s/);
    expect((await cli(['review', 'nowhere..'])).err).toMatch(/git must know the commits, got/);
    git('add', '.');
    git('commit', '-q', '-m', '3s');
    git('checkout', '-q', '-b', 'branch', 'main~1');
    commit('2s');
    expect((await cli(['review', 'main..HEAD'])).out).toMatch(/3 s.* → .*2 s/);
    expect((await cli(['review', 'main...HEAD'])).out).toMatch(/4 s.* → .*2 s/);
    expect((await cli(['review', 'main...'])).out).toMatch(/4 s.* → .*2 s/);
    const slip = await cli(['review', 'main..HEAD', '--path', 'dits', '--fail-on', 'low']);
    expect(slip.status).toBe(2);
    expect(slip.err).toContain('one of the commits must have manifests, got none in dits');
    git('rm', '-q', '-r', 'dist');
    git('commit', '-q', '-m', 'gone');
    expect((await cli(['review', 'HEAD~1..HEAD'])).out).toContain('a host is gone');
  });

  it.each([
    [['a', 'b', 'c'], 'at most two versions must be given, got 3'],
    [['nowhere'], 'nowhere must be a file or a folder'],
    [['--format', 'pdf', 'x'], '--format must be'],
    [['--fail-on', 'high', 'x'], '--fail-on must go with two versions'],
    [['--output=x..y'], "unknown option '--output=x..y'"],
  ])('says what is wrong with %j', async (words, message) => {
    const { status, err } = await cli(['review', ...words]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
