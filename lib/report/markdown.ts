import { formatPath, type Finding, type Severity } from '../check/finding';
import { objectName } from '../verdict/object-name';
import type { Verdict } from '../verdict/verdict';
import { visible } from './marked';
import { summary } from './words';

const SIGNS: Readonly<Record<Severity, string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  info: 'ℹ️ info',
};

/** For pull requests and the summary of a CI job: a table of findings, and one of what is acknowledged. */
export function markdownReport(verdict: Verdict): string {
  const { findings, acknowledged } = verdict;
  const rows = findings.map((finding) => [
    SIGNS[finding.severity],
    place(finding),
    `${prose(finding.message)}<br>**Why:** ${prose(finding.why)}<br>**Fix:** ${prose(finding.fix)}`,
    code(finding.id),
  ]);
  const known = acknowledged.map(({ finding, reason }) => [code(finding.id), place(finding), prose(reason)]);
  return [
    '# Mesh checks',
    '',
    `${summary(verdict)}.`,
    '',
    ...(rows.length > 0 ? table(['', 'where', 'what', 'rule'], rows) : []),
    ...(known.length > 0 ? ['## Acknowledged', '', ...table(['rule', 'where', 'reason'], known)] : []),
  ].join('\n');
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line), ''];
}

function place({ object, path, source, construct }: Finding): string {
  const { file, line } = source ?? {};
  const parts = [
    ...(file === undefined ? [] : [code(line === undefined ? file : `${file}:${line}`)]),
    prose(objectName(object)),
    ...(path.length > 0 ? [code(formatPath(path))] : []),
    ...(construct === undefined ? [] : [`by ${code(construct)}`]),
  ];
  return parts.join('<br>');
}

/** Manifests are anybody's: no markup, links or mentions of theirs. */
function prose(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .replace(/[&\\`*_{}[\]#|~@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\b(https?):\/\//g, '$1:&#47;&#47;');
}

function code(text: string): string {
  return `<code>${prose(text)}</code>`;
}
