import { paint } from '../../lib/report/marked';
import { presentVerdict } from '../../lib/report/text';
import type { Verdict } from '../../lib/verdict/verdict';
import { documentIn, found, verdictOf } from './support';

const show = (verdict: Verdict): string =>
  presentVerdict(verdict, 72)
    .map((line) => paint(line, false).trimEnd())
    .join('\n');

describe('text', () => {
  const web = documentIn(
    'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  type: Wrong # not\n  ports: [{name: http, port: 80}]\n',
    'k8s/web.yaml',
  );

  it('shows the lines that are meant, and explains a rule once', () => {
    const findings = [
      found(web, { path: ['spec', 'type'] }),
      found(web, { path: ['spec', 'ports', 0, 'port'] }),
      found(web, { path: ['spec', 'ports', 0], severity: 'info', fix: 'Write two.' }),
    ];
    const acknowledged = [{ finding: found(web, {}, { id: 'known-rule' }), reason: 'it is so' }];
    expect(show(verdictOf(web, findings, { acknowledged }))).toBe(`k8s/web.yaml

Service shop/web
✗ error  a thing must be another, got this  some-rule, IST0001
    5 │ type: Wrong # not
      │ ^^^^  spec.type
    why  Requests fail.
    fix  Write it right.

✗ error  a thing must be another, got this  some-rule, IST0001
    6 │ ports: [{name: http, port: 80}]
      │                      ^^^^  spec.ports[0].port

· info  a thing must be another, got this  some-rule, IST0001
    6 │ ports: [{name: http, port: 80}]
      │         ^  spec.ports[0]
    why  Requests fail.
    fix  Write two.

acknowledged
  known-rule of Service shop/web: it is so

✗ 2 errors and 1 info in 1 object, 1 acknowledged`);
  });

  it('names constructs, and the way where there is no text', () => {
    const synthesized = { ...web, origin: { index: 0, construct: 'shop/web' } };
    const finding = found(synthesized, { path: ['spec', 'type'] }, { severity: 'warning' });
    expect(show(verdictOf(synthesized, [finding]))).toBe(`Service shop/web by shop/web
! warning  a thing must be another, got this  some-rule, IST0001
    at   spec.type
    why  Requests fail.
    fix  Write it right.

! 1 warning in 1 object`);
  });

  it('is short where all is well', () => {
    expect(show(verdictOf(web, []))).toBe('✓ no findings in 1 object');
  });

  it('cuts long lines around what is meant', () => {
    const long = 'x'.repeat(500);
    const json = documentIn(
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web' },
        a: long,
        spec: 1,
        b: long,
      }),
      'web.json',
    );
    const lines = show(verdictOf(json, [found(json, { path: ['spec'] })])).split('\n');
    expect(lines[4]!.length).toBeLessThanOrEqual(72);
    expect(lines[4]!.indexOf('"spec"') + 1).toBe(lines[5]!.indexOf('^'));
  });

  it('has the way below the mark where there is no room beside it', () => {
    const spec = `{a: ${'x'.repeat(40)}, deeply: {hidden: {somewhere: {field: 1}}}}`;
    const yaml = documentIn(
      `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: ${spec}\n`,
      'web.yaml',
    );
    const lines = show(
      verdictOf(yaml, [found(yaml, { path: ['spec', 'deeply', 'hidden', 'somewhere', 'field'] })]),
    ).split('\n');
    expect(lines[5]).toMatch(/^ {6}│ +\^{5}$/);
    expect(lines[6]).toBe('      │ spec.deeply.hidden.somewhere.field');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(72);
  });

  it('does not do what manifests would have a terminal do', () => {
    const nasty = documentIn(
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: \u202ex\n',
      'a\u001b.yaml',
    );
    const text = show(verdictOf(nasty, [found(nasty, { path: ['spec'], message: 'got \u001b[2J' })]));
    expect(text).toContain('spec: \\u202ex');
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
