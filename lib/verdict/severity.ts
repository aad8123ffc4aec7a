import type { Finding, Severity } from '../check/finding';

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** From which severity on findings are a failure. */
export type FailLevel = 'error' | 'warning' | 'never';

export const FAIL_LEVELS = ['error', 'warning', 'never'] as const satisfies readonly FailLevel[];

export function failsAt(level: FailLevel, { severity }: Finding): boolean {
  if (level === 'never') return false;
  return severity === 'error' || (level === 'warning' && severity === 'warning');
}

/** The same finding, taken more or less seriously. Its place is still looked up only when somebody asks. */
export function withSeverity(finding: Finding, severity: Severity): Finding {
  if (finding.severity === severity) return finding;
  const fields = Object.getOwnPropertyDescriptors(finding);
  const copy: object = Object.defineProperties(
    {},
    { ...fields, severity: { value: severity, enumerable: true } },
  );
  return Object.freeze(copy as Finding);
}

export type Counts = Readonly<Record<Severity, number>>;

export function countOf(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
