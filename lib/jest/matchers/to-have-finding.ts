import { formatPath, type Finding, type Severity } from '../../check/finding';
import { objectName } from '../../verdict/object-name';
import { isMeant } from '../../check/rule-names';
import type { MatcherResult, MatcherThis } from '../matcher';
import { checkFields, checkKeys, type Expected } from '../subject/misuse';

/** What a finding is expected to be. What is left out may be anything. */
export interface ExpectedFinding {
  readonly kind?: Expected<string>;
  readonly namespace?: Expected<string>;
  readonly name?: Expected<string>;
  /** `spec.http[0].route` */
  readonly path?: Expected<string>;
  readonly severity?: Severity;
  /** All of it, or `expect.stringContaining(...)`. */
  readonly message?: Expected<string>;
  /** The path of the construct that made the object. */
  readonly construct?: Expected<string>;
}

const FIELDS: readonly (keyof ExpectedFinding)[] = [
  'kind',
  'namespace',
  'name',
  'path',
  'severity',
  'message',
  'construct',
];

/** Not made of a request as the others are: it is about all objects. */
export function toHaveFinding(
  this: MatcherThis,
  subject: unknown,
  rule: string,
  expected: ExpectedFinding = {},
): MatcherResult {
  const { checkRule, verdictOn } = require('../subject/verdict') as typeof import('../subject/verdict');
  checkRule('the rule of toHaveFinding', rule);
  const advice = "write { kind: 'VirtualService', name: 'reviews' }";
  checkKeys('toHaveFinding', checkFields('the finding of toHaveFinding', expected, advice), FIELDS);
  const { findings, acknowledged } = verdictOn('toHaveFinding', subject, {});
  const { isNot = false, utils } = this;
  return {
    pass: findings.some(
      (finding) => isMeant(rule, finding) && isAs(expected, finding, (a, b) => this.equals(a, b)),
    ),
    message: () =>
      [
        utils.matcherHint('toHaveFinding', 'manifests', 'rule', { isNot, secondArgument: 'finding' }),
        '',
        `Expected: ${isNot ? 'not ' : ''}${utils.EXPECTED_COLOR([rule, ...describe(expected, utils)].join(' '))}`,
        `Received: ${utils.RECEIVED_COLOR(findings.length === 0 ? 'no findings' : `${findings.length} findings`)}`,
        ...findings.map((finding) => `  ${lineOf(finding)}`),
        ...acknowledged.map(({ finding }) => `  acknowledged: ${lineOf(finding)}`),
      ].join('\n'),
  };
}

function isAs(expected: ExpectedFinding, finding: Finding, equals: MatcherThis['equals']): boolean {
  const { kind, namespace, name } = finding.object;
  const { severity, message, construct } = finding;
  const got = { kind, namespace, name, path: formatPath(finding.path), severity, message, construct };
  return FIELDS.every((field) => expected[field] === undefined || equals(got[field], expected[field]));
}

function describe(expected: ExpectedFinding, utils: MatcherThis['utils']): readonly string[] {
  return FIELDS.flatMap((field) => {
    const value = expected[field];
    if (value === undefined) return [];
    return [`${field} ${utils.stringify(value)}`];
  });
}

function lineOf({ id, severity, object, path, message }: Finding): string {
  return `${severity} ${id} in ${objectName(object)}${path.length > 0 ? `, ${formatPath(path)}` : ''}: ${message}`;
}
