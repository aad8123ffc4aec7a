import type { Decision, Stage } from '../../simulate/decision';
import { refName } from '../../simulate/explain/shown';
import type { Request } from '../../simulate/request';
import type { MatcherThis, Promised, Verdict } from '../matcher';
import { showRequest } from './request';
import { stepLines } from './steps';

const WAY: readonly Stage[] = ['caller', 'address', 'listener'];

/** What was asked, what was promised, what happens, and why. */
export function failureText(
  { utils, isNot = false }: MatcherThis,
  { name, arguments: others = '', hides = [] }: Promised,
  { expected, received }: Verdict,
  request: Request,
  { explanation = [], notModelled, authorization }: Decision,
): string {
  const hint = utils.matcherHint(name, 'manifests', 'request', { isNot, secondArgument: others });
  const hidden = [
    // How the request came to the host matters only if it did not.
    ...(explanation.some(({ stage }) => stage === 'host') ? WAY : []),
    ...hides.filter((stage) => stage !== 'security' || authorization?.allowed !== false),
  ];
  const steps = stepLines(explanation, hidden, (text) => utils.DIM_COLOR(text));
  const unknown = notModelled.map(({ object, why }) => `! ${refName(object)} is not simulated: ${why}`);
  return [
    hint,
    '',
    showRequest(request),
    '',
    `Expected: ${isNot ? 'not ' : ''}${utils.EXPECTED_COLOR(expected)}`,
    `Received: ${utils.RECEIVED_COLOR(received)}`,
    ...(steps.length > 0 ? ['', 'Why:', ...steps.map((line) => `  ${line}`)] : []),
    ...(unknown.length > 0 ? ['', ...unknown] : []),
  ].join('\n');
}
