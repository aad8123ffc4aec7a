import fc from 'fast-check';
import { check } from '../../../lib/check/check';
import { fix } from '../../../lib/check/fix';
import { MESH_RULES } from '../../../lib/check/rules/all';

const rule = (spec: string, metadata = 'name: a'): string =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {${metadata}}\nspec: ${spec}\n`;
const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{port: 80}]}\n';

describe('fix', () => {
  it('goes on as long as one edit brings to light what another one hid', () => {
    const before = rule('{host: a, Trafficpolicy: {TLS: {mode: simple}}}');
    const { text, applied } = fix(before);
    expect(text).toBe(rule('{host: a, trafficPolicy: {tls: {mode: SIMPLE}}}'));
    expect(applied.map(({ before: was, after }) => `${was.slice(-40)} → ${after.slice(-40)}`)).toHaveLength(
      3,
    );
  });

  it('knows fields by both of their names', () => {
    const http = (mirror: string): string =>
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.com]\n  http:\n  - route: [{destination: {host: a.com}}]\n    mirror: {host: b.com}\n    ${mirror}\n`;
    const { findings } = fix(http('mirror_percent: 101'));
    const wrong = findings.find(({ id }) => id === 'webhook-mirror-percent');
    expect(wrong).toMatchObject({ path: ['spec', 'http', 0, 'mirror_percent'], source: { line: 9 } });
    expect(fix(http('mirror_percent: 5')).text).toBe(http('mirrorPercentage:\n      value: 5'));
    expect(fix(http('mirrorPercentage: {value: 5}\n    mirror_percent: 7')).text).toBe(
      http('mirrorPercentage: {value: 5}'),
    );
  });

  it('shows lines of Windows without their ends', () => {
    const grant = `apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: a}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: b}]
  to:
  - kind: Service
`;
    const { applied, text } = fix(grant.replaceAll('\n', '\r\n'));
    expect(text).toContain('  - group: ""\r\n    kind: Service\r\n');
    expect(applied.map(({ after }) => after)).toEqual(['- group: ""\n    kind: Service']);
  });

  it('takes back an edit after which what it wrote is wrong, and says so', () => {
    const before = rule('{host: a, trafficpolicy: {outlierDetection: {maxEjectionPercent: 101}}}');
    const { text, refused } = fix(before);
    expect(text).toBe(before);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^then maxEjectionPercent must be from 0 to 100/),
    ]);
    // Beside it, others are made all the same.
    expect(fix(`${before}---\n${rule('{host: a, exportTo: "*"}', 'name: b')}`).text).toBe(
      `${before}---\n${rule('{host: a, exportTo: ["*"]}', 'name: b')}`,
    );
  });

  it('offers nothing where two things may be meant', () => {
    for (const spec of [
      '{hots: a}', // a typo, perhaps of hosts
      '{host: a, trafficPolicy: {outlierDetection: {interval: 10}}}', // seconds, or milliseconds
      '{host: a, exportTo: "a, b"}',
      '{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: "010"}}}',
      '{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: "50%"}}}',
    ]) {
      const { text, applied } = fix(rule(spec));
      expect({ text, applied }).toEqual({ text: rule(spec), applied: [] });
    }
  });

  it('does not rename a field to one that is there', () => {
    const before = rule('{host: a, trafficPolicy: {tls: {mode: DISABLE}}, TrafficPolicy: {}}');
    expect(fix(before).text).toBe(before);
    const twice = rule(
      '{host: a, TrafficPolicy: {tls: {mode: DISABLE}}, trafficpolicy: {tls: {mode: DISABLE}}}',
    );
    expect(fix(twice)).toMatchObject({ applied: [{}], refused: [] });
  });

  it('knows what stands beside the text, and leaves it alone', () => {
    const before = rule('{host: web.shop}', 'name: a, namespace: shop');
    expect(fix(before).text).toBe(before);
    const { text, findings } = fix(before, { beside: SERVICE });
    expect(text).toBe(before.replace('web.shop', 'web.shop.svc.cluster.local'));
    expect(findings.filter(({ object }) => object.kind === 'Service')).toEqual([]);
  });

  it('does as it is told about rules, and what is acknowledged', () => {
    const before = rule('{host: a, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}');
    expect(fix(before, { off: ['webhook-consecutive-errors-deprecated'] }).text).toBe(before);
    const known = before.replace(
      'name: a',
      'name: a, annotations: {cdk8s-mesh/acknowledge: "webhook-consecutive-errors-deprecated: kept"}',
    );
    expect(fix(known).text).toBe(known);
  });

  it.each([0, -1, 101, Number.NaN, Number.POSITIVE_INFINITY])(
    'takes no share of %d for faults',
    (faultPercentage) => {
      expect(() => fix('', { faultPercentage })).toThrow(
        `faultPercentage must be from 0.0001 to 100, got ${faultPercentage}; say`,
      );
    },
  );

  it('corrects thousands of findings in one go', () => {
    const items = Array.from({ length: 3000 }, (_, i) => `- name: s${i}\n    labels: {version: ${i}}\n`);
    const before = `${rule(`\n  host: a\n  subsets:\n  ${items.join('  ')}`)}`;
    const { text, findings } = fix(before);
    expect(text).toBe(before.replace(/version: (\d+)/g, 'version: "$1"'));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  }, 60_000);
});

describe('whatever the text', () => {
  const bomb = Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`).join('\n');

  const hostile = [
    '',
    '\uFEFF',
    '---\n---\n...\n',
    'a: [\n',
    'kind: {{ .Values.kind }}\n',
    `x: &a0 [1]\n${bomb}\n`,
    `${'['.repeat(5000)}`,
    `${'{a: '.repeat(150)}1${'}'.repeat(150)}`,
    '[1, 2, 3]\n',
    'a: &a {b: *a}\n',
    rule('{host: a, __proto__: {x: 1}, Constructor: 1, toString: 2}'),
    rule('{host: a, host: b, Host: c}'),
    rule('{host: a, ? [x, y] : 1, 1: 2, ~: 3, Exportto: ["*"]}'),
    rule('{host: a, "export\\u0054o": "*"}'),
    rule('!!map {host: !!str a, exportTo: !!str "*"}'),
    `%YAML 1.1\n---\n${rule('{host: a, exportTo: "*"}')}`,
    `${rule('{host: a, exportTo: "*"}')}...\n${rule('{host: b, exportTo: "*"}')}`,
    rule('{host: a, exportTo: "*"}').replaceAll('\n', '\r'),
    `${rule('{host: a}')}  &merge : 1\n`,
    rule('\n  <<: {exportTo: "*"}\n  host: a'),
  ];

  it.each(hostile.map((text) => [text.slice(0, 150), text]))('it does not fail: %j', (_, text) => {
    const { text: after, applied } = fix(text);
    if (applied.length === 0) expect(after).toBe(text);
    expect(fix(after).text).toBe(after);
  });

  const texts = MESH_RULES.flatMap(({ bad, good }) => [bad, good]);
  const spoilt = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom(
            '',
            '\n',
            '"',
            "'",
            '{',
            '*',
            '&a ',
            '!x ',
            '- ',
            '# ',
            '\t',
            ': ',
            ', ',
            '\u0000',
            'É',
          ),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, by]) => {
        const i = at % (now.length + 1);
        return now.slice(0, i) + by + now.slice(i + (at % 3));
      }, text),
    );

  it('it neither fails, nor makes things worse', () => {
    fc.assert(
      fc.property(spoilt, (before) => {
        const { text, applied } = fix(before);
        if (applied.length === 0) expect(text).toBe(before);
        expect(check(text).objects).toBe(check(before).objects);
        expect(fix(text).text).toBe(text);
      }),
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);
});
