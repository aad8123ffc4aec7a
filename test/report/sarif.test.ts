import { writeReport } from '../../lib/report/formats';
import { documentIn, found, verdictOf } from './support';

const web = documentIn(
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: X}\n',
  'k8s/my web.yaml',
);
const finding = found(web, { path: ['spec', 'type'] });
const synthesized = found(
  { ...web, origin: { index: 0, construct: 'app/web' } },
  {},
  { id: 'a-rule', severity: 'info' },
);

interface Rule {
  readonly id: string;
  readonly helpUri?: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[] };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation?: { readonly artifactLocation: object } }[];
  readonly suppressions: readonly object[];
  readonly partialFingerprints: object;
}

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
    readonly columnKind: string;
    readonly results: readonly Result[];
  }[];
}

function sarif(...findings: (typeof finding)[]): Log {
  const acknowledged = [{ finding: found(web, {}, { id: 'known-rule', links: [] }), reason: 'so be it' }];
  const text = writeReport('sarif', verdictOf(web, findings, { acknowledged }), {
    failOn: 'error',
    version: '1.2.3',
  });
  return JSON.parse(text) as Log;
}

/** What the official schema of 2.1.0 asks for, as far as it concerns what is written here. */
describe('sarif', () => {
  const log = sarif(finding, synthesized);
  const run = log.runs[0]!;

  it('is a log with one run of one tool', () => {
    expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'cdk8s-mesh', version: '1.2.3' });
  });

  it('has rules with unique ids, that results refer to', () => {
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(['a-rule', 'known-rule', 'some-rule']);
    for (const { ruleId, ruleIndex, level, message } of run.results) {
      expect(rules[ruleIndex]!.id).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).toMatch(/\S/);
    }
    for (const rule of rules) {
      expect(rule.shortDescription.text && rule.fullDescription.text && rule.help.text).toBeTruthy();
      expect(['note', 'warning', 'error']).toContain(rule.defaultConfiguration.level);
      expect(new Set(rule.properties.tags).size).toBe(rule.properties.tags.length);
      if (rule.helpUri !== undefined) expect(URL.canParse(rule.helpUri)).toBe(true);
    }
  });

  it('says where: as a URI, with lines from 1, and the object', () => {
    expect(run.results[0]!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'k8s/my%20web.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 8 },
        },
        logicalLocations: [{ fullyQualifiedName: 'Service web, spec.type', kind: 'object' }],
      },
    ]);
    expect(run.results[1]!.locations[0]).toEqual({
      logicalLocations: [
        { fullyQualifiedName: 'Service web', kind: 'object' },
        { fullyQualifiedName: 'app/web', kind: 'construct' },
      ],
    });
  });

  it('suppresses what is acknowledged', () => {
    expect(run.results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [],
      [{ kind: 'inSource', status: 'accepted', justification: 'so be it' }],
    ]);
  });

  it('knows a finding again when lines have moved', () => {
    const moved = documentIn(`# moved\n\n${web.origin.text!.whole}`, 'k8s/my web.yaml');
    const prints = (one: Log): unknown[] => one.runs[0]!.results.map((result) => result.partialFingerprints);
    expect(prints(sarif(found(moved, { path: ['spec', 'type'] })))[0]).toEqual(prints(log)[0]);
    expect(prints(log)[0]).not.toEqual(prints(log)[1]);
  });

  it('gives absolute paths as file URIs', () => {
    const elsewhere = found(documentIn(web.origin.text!.whole, '/tmp/a b.yaml'), {});
    const [result] = sarif(elsewhere).runs[0]!.results;
    expect(result!.locations[0]!.physicalLocation!.artifactLocation).toEqual({
      uri: 'file:///tmp/a%20b.yaml',
    });
  });
});
