// truth laws: random programs of constructs against istiod's own configuration.
import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { CannotRunError } from '../oracle/environment.mjs';
import { progress, progressDone } from '../progress.mjs';
import { excluded, exclusions } from './exclusions.mjs';
import { DIALECTS } from './generate/dialects.mjs';
import { programs } from './generate/programs.mjs';
import { openOracles } from './oracles.mjs';
import { report } from './report.mjs';
import { shrink } from './shrink.mjs';
import { tryProgram } from './trial.mjs';

export const usage = `truth laws [--runs N] [--seed S] [--failures F] [--dialect D] [--envoy E] [--jobs J]
  Puts N random programs (default 300) to istiod, starting from the seed S (default: the time), until F of them
  (default 1) are treated otherwise than what their constructs say one by one. Prints these as small as they get.
  Every E-th (default 20, 0 for none) is run in a real Envoy, too. D is one of ${Object.keys(DIALECTS).join(', ')}.`;

/** Whether all programs are treated as they should. */
export async function laws(options) {
  const { runs = 300, seed = Date.now() % 1_000_000, failures = 1, dialect = 'ISTIO', envoy = 20 } = options;
  if (!DIALECTS[dialect])
    throw new CannotRunError(`--dialect must be one of ${Object.keys(DIALECTS).join(', ')}, got ${dialect}`);
  const arbitrary = programs(dialect).filter((program) => !excluded(program));
  const tally = {};
  const found = [];
  let requests = 0;
  let next = 0;
  const work = async () => {
    const { oracles, close } = openOracles(dialect, envoy > 0);
    while (next < runs && found.length < failures) {
      const index = next++;
      const [program] = fc.sample(arbitrary, { seed: seed + index, numRuns: 1 });
      const withEnvoy = envoy > 0 && index % envoy === 0;
      const result = await tryProgram(program, oracles, withEnvoy);
      tally[result.verdict] = (tally[result.verdict] ?? 0) + 1;
      requests += result.requests;
      progress(`${next} of ${runs} programs, ${requests} requests, ${found.length} disagreements`);
      if (!result.failure) continue;
      const again = (smaller) => tryProgram(smaller, oracles, withEnvoy);
      found.push({ seed: seed + index, ...(await shrink(arbitrary, seed + index, again, result.failure)) });
    }
    close();
  };
  await Promise.all(Array.from({ length: options.jobs ?? availableParallelism() }, work));
  progressDone();
  for (const failure of found) console.log(report(failure));
  for (const what of exclusions) console.log(`left out: ${what}`);
  const verdicts = Object.entries(tally)
    .sort()
    .map(([verdict, count]) => `${count} ${verdict}`);
  console.log(
    `laws: ${next} programs in ${dialect} from seed ${seed} (${verdicts.join(', ')}), ${requests} requests`,
  );
  return found.length === 0;
}
