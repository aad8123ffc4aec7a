import { writeReport } from '../../lib/report/formats';
import type { JsonReport } from '../../lib/report/json';
import { documentIn, found, verdictOf } from './support';

const YAML = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: "Wrong" # not this
`;
const web = documentIn(YAML, 'some, folder/a:b.yaml');
const finding = found(web, { path: ['spec', 'type'] });
const warning = found(web, { path: [] }, { id: 'other-rule', severity: 'warning' });
const verdict = verdictOf(web, [warning, finding], {
  acknowledged: [{ finding: found(web, {}, { id: 'known-rule' }), reason: 'it | is <so>' }],
});
const options = { failOn: 'error', version: '1.2.3' } as const;
const nasty = found(web, {
  message: '%\r\n::error::[x](http://a) | <b> @you `c` \u0000\u001b[31m & "q" ]]>',
});

describe('json', () => {
  it('has everything', () => {
    const report = JSON.parse(writeReport('json', verdict, options)) as JsonReport;
    expect(report.summary).toEqual({ objects: 1, errors: 1, warnings: 1, infos: 0, acknowledged: 1 });
    expect(report.findings[1]).toEqual({
      id: 'some-rule',
      title: 'Something is wrong',
      severity: 'error',
      message: 'a thing must be another, got this',
      why: 'Requests fail.',
      fix: 'Write it right.',
      object: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
      path: 'spec.type',
      source: { file: 'some, folder/a:b.yaml', line: 5, column: 3 },
      links: ['https://example.com/rule'],
      upstream: ['IST0001'],
    });
    expect(report.acknowledged).toMatchObject([{ id: 'known-rule', reason: 'it | is <so>' }]);
  });
});

describe('github', () => {
  it('names the worst first, with file and line, and escapes', () => {
    const [first, second, third] = writeReport('github', verdict, options).split('\n');
    expect(first).toBe(
      '::error file=some%2C folder/a%3Ab.yaml,line=5,col=3,title=some-rule::Service shop/web, spec.type: a thing must be another, got this%0ARequests fail.%0AWrite it right.',
    );
    expect(second).toMatch(/^::warning file=some%2C folder\/a%3Ab.yaml,line=1,col=1,title=other-rule::/);
    expect(third).toBe('1 error and 1 warning in 1 object, 1 acknowledged');
  });

  it('makes no command of what manifests say', () => {
    const lines = writeReport('github', verdictOf(web, [nasty]), options).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('%25\\u000d%0A::error::');
  });
});

describe('junit', () => {
  it('is a test for each object', () => {
    expect(writeReport('junit', verdict, options)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-mesh check" tests="1" failures="1">
  <testsuite name="some, folder/a:b.yaml" tests="1" failures="1">
    <testcase classname="some, folder/a:b.yaml" name="Service shop/web">
      <failure message="a thing must be another, got this" type="some-rule">error some-rule: a thing must be another, got this
at some, folder/a:b.yaml:5, spec.type
why: Requests fail.
fix: Write it right.</failure>
      <system-out>warning other-rule: a thing must be another, got this
at some, folder/a:b.yaml:1
why: Requests fail.
fix: Write it right.</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it('passes what does not fail, and fails what does', () => {
    const mild = verdictOf(web, [warning]);
    expect(writeReport('junit', mild, options)).toContain('failures="0"');
    expect(writeReport('junit', mild, { ...options, failOn: 'warning' })).toContain('failures="1"');
    expect(writeReport('junit', verdictOf(web, []), options)).toContain('name="Service shop/web"/>');
  });

  it('is XML whatever manifests say', () => {
    const xml = writeReport('junit', verdictOf(web, [nasty]), options);
    expect(xml).toContain('&#60;b&#62; @you `c` \ufffd\ufffd[31m &#38; &#34;q&#34; ]]&#62;');
  });
});

describe('markdown', () => {
  it('has a table of findings and one of what is acknowledged', () => {
    const text = writeReport('markdown', verdict, options);
    expect(text).toContain('\n1 error and 1 warning in 1 object, 1 acknowledged.\n');
    expect(text).toContain(
      '| ❌ error | <code>some, folder/a:b.yaml:5</code><br>Service shop/web<br><code>spec.type</code> |',
    );
    expect(text).toContain('it &#124; is &lt;so&gt; |\n');
  });

  it('has no markup of others', () => {
    const row = writeReport('markdown', verdictOf(web, [nasty]), options).split('\n')[6]!;
    expect(row).not.toMatch(/<b>|\]\(|@you|`|http:\/\//);
    expect(row.split('|')).toHaveLength(6);
  });
});

it.each(['json', 'sarif', 'junit', 'github', 'markdown'] as const)(
  '%s is the same bytes each time',
  (format) => {
    expect(writeReport(format, verdict, options)).toBe(writeReport(format, verdict, options));
  },
);
