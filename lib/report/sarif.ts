import { createHash } from 'node:crypto';
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replacementsFor } from '../check/fix/replacements';
import { formatPath, type Finding, type Severity, type Source } from '../check/finding';
import { objectKey, objectName } from '../verdict/object-name';
import type { Verdict } from '../verdict/verdict';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const HOME = 'https://github.com/cdk8s-mesh/cdk8s-mesh';

/**
 * For code scanning: one run, the rules that have findings, and all of these; acknowledged ones are suppressed.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ findings, acknowledged }: Verdict, version: string): object {
  const all = [
    ...findings.map((finding) => ({ finding, suppressions: [] })),
    ...acknowledged.map(({ finding, reason }) => ({
      finding,
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    })),
  ];
  const rules = rulesOf(all.map(({ finding }) => finding));
  const indices = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-mesh', version, informationUri: HOME, rules } },
        columnKind: 'utf16CodeUnits',
        results: all.map(({ finding, suppressions }) => ({
          ...result(finding, indices.get(finding.id)!),
          // A consumer that finds suppressions in one result takes those that lack them for unknown.
          suppressions,
        })),
      },
    ],
  };
}

interface Rule {
  readonly id: string;
  readonly [field: string]: unknown;
}

function rulesOf(findings: readonly Finding[]): readonly Rule[] {
  const rules = new Map<string, Rule>();
  for (const finding of findings) if (!rules.has(finding.id)) rules.set(finding.id, rule(finding));
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function rule({ id, title, why, fix, severity, links, upstream }: Finding): Rule {
  const [link] = links;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}${links.map((one) => `\n${one}`).join('')}` },
    ...(link !== undefined && { helpUri: link }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['service-mesh', ...upstream] },
  };
}

function result(finding: Finding, ruleIndex: number): object {
  const { id, severity, message, fix, object, path, source, construct } = finding;
  const name = `${objectName(object)}${path.length > 0 ? `, ${formatPath(path)}` : ''}`;
  return {
    ruleId: id,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${objectName(object)}: ${message}. ${fix}` },
    locations: [
      {
        ...(source?.file !== undefined && { physicalLocation: physicalLocation(source.file, source) }),
        logicalLocations: [
          { fullyQualifiedName: name, kind: 'object' },
          ...(construct === undefined ? [] : [{ fullyQualifiedName: construct, kind: 'construct' }]),
        ],
      },
    ],
    // The same finding after lines have moved.
    partialFingerprints: { 'cdk8sMesh/v1': fingerprint([id, objectKey(object), ...path, message]) },
    ...fixes(finding),
  };
}

/** What editors and code scanning offer to replace; nothing where `--fix` would change nothing. */
function fixes(finding: Finding): object {
  const file = finding.source?.file;
  const replacements = file === undefined ? [] : replacementsFor(finding);
  if (file === undefined || replacements.length === 0) return {};
  return {
    fixes: [
      {
        description: { text: finding.fix },
        artifactChanges: [
          {
            artifactLocation: artifactLocation(file),
            replacements: replacements.map(({ start, end, text }) => ({
              deletedRegion: {
                startLine: start.line,
                startColumn: start.column,
                endLine: end.line,
                endColumn: end.column,
              },
              ...(text !== '' && { insertedContent: { text } }),
            })),
          },
        ],
      },
    ],
  };
}

function artifactLocation(file: string): object {
  return isAbsolute(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function physicalLocation(file: string, { line, column }: Source): object {
  return {
    artifactLocation: artifactLocation(file),
    ...(line !== undefined && {
      region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
    }),
  };
}

function fingerprint(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
