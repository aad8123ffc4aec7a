import { formatPath, type Finding, type Severity } from '../check/finding';
import { objectName } from '../verdict/object-name';
import { SEVERITIES } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';
import { visible } from './marked';
import { summary } from './words';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Commands that make GitHub Actions annotate the lines of a pull request.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(verdict: Verdict): string {
  // It shows a few of each step only: the worst first.
  const findings = SEVERITIES.flatMap((level) =>
    verdict.findings.filter(({ severity }) => severity === level),
  );
  return [...findings.map(command), data(summary(verdict))].map((line) => `${line}\n`).join('');
}

function command({ id, severity, message, why, fix, object, path, source, construct }: Finding): string {
  const { file, line, column } = source ?? {};
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(id)}`,
  ];
  const at = path.length > 0 ? `, ${formatPath(path)}` : '';
  const by = construct === undefined ? '' : `, by ${construct}`;
  const text = `${objectName(object)}${at}${by}: ${message}\n${why}\n${fix}`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`;
}

/** A line that begins with two colons would be a command, and so would what follows a line break. */
function data(text: string): string {
  return text.replaceAll('%', '%25').split('\n').map(visible).join('%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
