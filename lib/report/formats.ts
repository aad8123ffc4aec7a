import type { FailLevel } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';
import { githubReport } from './github';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import { sarifReport } from './sarif';

/** Formats for machines and other pages, beside the text for terminals. */
export const FORMATS = ['json', 'sarif', 'junit', 'github', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly failOn: FailLevel;
  /** The version of this library. */
  readonly version: string;
}

/** The same bytes for the same verdict. */
export function writeReport(format: Format, verdict: Verdict, { failOn, version }: ReportOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonReport(verdict), undefined, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifReport(verdict, version), undefined, 2)}\n`;
    case 'junit':
      return junitReport(verdict, failOn);
    case 'github':
      return githubReport(verdict);
    case 'markdown':
      return markdownReport(verdict);
  }
}
