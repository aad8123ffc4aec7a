// truth simulate: random small meshes and requests, decided by the simulator and by istiod's own configuration.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { checker, decider } from '../oracle/route.mjs';
import { ROOT } from '../paths.mjs';
import { progress, progressDone } from '../progress.mjs';
import { tryEnvoy } from './envoy.mjs';
import { mesh } from './generate/mesh.mjs';
import { Random } from './random.mjs';
import { shrink } from './shrink.mjs';
import { caseOf, tryMesh } from './trial.mjs';

export const usage = `truth simulate [--runs N] [--seed S] [--failures F] [--jobs J] [--wide] [--envoy N]
               [--record]
  Decides the requests of N random small meshes (default 300), starting from the seed S (default: the time), by the
  simulator and by istiod's own configuration, until F of them (default 1) differ. Prints these as small as they get;
  --wide adds GRPCRoutes, TLSRoutes and rules for TLS, which an oracle without the check of CRD versions sees;
  --envoy puts every N-th mesh to a real Envoy, too, and compares where requests end, are delayed and copied to;
  --record also writes them to test/truth/simulate, with istiod's answers, for the tests.`;

/** Whether both say the same of all. */
export async function simulate(options) {
  const { runs = 300, seed = Date.now() % 1_000_000, failures = 1, jobs = availableParallelism() } = options;
  const tally = {};
  const found = [];
  let requests = 0;
  let next = 0;
  const work = async () => {
    const oracle = decider();
    let checking;
    const envoy = () => (checking ??= checker());
    while (next < runs && found.length < failures) {
      const own = seed + next++;
      const one = mesh(new Random(own), options.wide);
      const result = await tryMesh(one, oracle);
      tally[result.verdict] = (tally[result.verdict] ?? 0) + 1;
      requests += result.requests;
      progress(`${next} of ${runs} meshes, ${requests} requests, ${found.length} disagreements`);
      if (result.failure) found.push({ seed: own, ...(await smallest(one, result.failure, oracle)) });
      else if (options.envoy && own % options.envoy === 0) {
        const { verdict, failure } = await tryEnvoy(one, envoy());
        tally[`${verdict} (Envoy)`] = (tally[`${verdict} (Envoy)`] ?? 0) + 1;
        if (failure) found.push({ seed: own, small: one, failure });
      }
    }
    oracle.close();
    checking?.close();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  progressDone();
  for (const failure of found) {
    console.log(report(failure));
    if (options.record && failure.failure.oracle) record(failure);
  }
  const verdicts = Object.entries(tally)
    .sort()
    .map(([verdict, count]) => `${count} ${verdict}`);
  console.log(`simulate: ${next} meshes from seed ${seed} (${verdicts.join(', ')}), ${requests} requests`);
  return found.length === 0;
}

async function smallest(one, failure, oracle) {
  const start = { ...one, requests: [failure.request] };
  const kind = Object.keys(failure.difference)[0].split(' ')[0];
  const isSame = async (candidate) => {
    const { failure: again } = await tryMesh(candidate, oracle);
    return again !== undefined && Object.keys(again.difference)[0].split(' ')[0] === kind;
  };
  const small = await shrink(start, isSame);
  const { failure: last = failure } = await tryMesh(small, oracle);
  return { small, failure: last };
}

function report({ seed, small, failure }) {
  const { manifests, mesh: settings } = caseOf(small);
  const show = (value) => inspect(value, { depth: 6, breakLength: 120, compact: 5 });
  const lines = Object.entries(failure.difference).map(
    ([where, [wanted, got]]) => `${where}: oracle ${show(wanted)} / simulator ${show(got)}`,
  );
  return [
    `---- seed ${seed} ----`,
    manifests,
    ...(settings ? [`# mesh: ${settings}`] : []),
    `# from ${JSON.stringify(small.from)}: ${JSON.stringify(failure.request)}`,
    ...lines,
  ].join('\n');
}

/** A case that the tests ask again. */
function record({ seed, small, failure }) {
  const folder = join(ROOT, 'test/truth/simulate');
  mkdirSync(folder, { recursive: true });
  const { manifests, mesh: settings } = caseOf(small);
  const recorded = {
    from: small.from,
    ...(settings && { mesh: small.mesh }),
    requests: [{ request: failure.request, answer: failure.oracle }],
  };
  writeFileSync(join(folder, `seed-${seed}.yaml`), manifests);
  writeFileSync(join(folder, `seed-${seed}.json`), `${JSON.stringify(recorded, undefined, 2)}\n`);
}
