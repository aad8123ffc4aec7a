import { judge } from '../oracle/judge.mjs';
import { checker, decider } from '../oracle/route.mjs';

/** The oracles that one worker asks: `judge`, `decide`, and `measure` if there shall be an Envoy. */
export function openOracles(dialect, withEnvoy) {
  const oracles = {
    judge: judge(dialect === 'GATEWAY_API_EXPERIMENTAL' ? 'experimental' : 'standard'),
    decide: decider(),
    ...(withEnvoy && { measure: checker() }),
  };
  return { oracles, close: () => Object.values(oracles).forEach((one) => one.close()) };
}
