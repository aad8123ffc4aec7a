import { paint } from '../../report/marked';
import { presentVerdict } from '../../report/text';
import { failsAt } from '../../verdict/severity';
import { fail } from '../../values/check';
import type { MatcherResult, MatcherThis } from '../matcher';
import type { ChecksOptions } from '../subject/verdict';

export interface PassOptions extends ChecksOptions {
  /** Which findings are a failure. Default: error */
  readonly failOn?: 'error' | 'warning';
}

const WIDTH = 100;

/** Not made of a request as the others are: it is about all objects. */
export function toPassMeshChecks(
  this: MatcherThis,
  subject: unknown,
  options: PassOptions = {},
): MatcherResult {
  const { failOn = 'error', ...rest } = options;
  if (!['error', 'warning'].includes(failOn))
    fail('failOn of toPassMeshChecks', "'error' or 'warning'", failOn, 'correct it');
  const { verdictOn } = require('../subject/verdict') as typeof import('../subject/verdict');
  const verdict = verdictOn('toPassMeshChecks', subject, rest);
  const failing = verdict.findings.filter((finding) => failsAt(failOn, finding));
  const { isNot = false, utils } = this;
  return {
    pass: failing.length === 0,
    message: () => {
      const hint = utils.matcherHint('toPassMeshChecks', 'manifests', '', { isNot });
      const shown = { ...verdict, findings: failing };
      const lines = presentVerdict(shown, WIDTH).map((line) => paint(line, false).trimEnd());
      return [hint, '', ...lines].join('\n');
    },
  };
}
