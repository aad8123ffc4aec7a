// The same question put to a real Envoy that runs istiod's configuration: not in the same words, but with the same ends?
import { EndedError } from '../oracle/lines.mjs';
import { Simulator, factsOfDecision, requestOf } from './library.mjs';
import { caseOf } from './trial.mjs';

/** Asked so often, or for so long. */
const COUNT = { count: 100, maxSeconds: 2 };
/** Of each mesh. */
const REQUESTS = 4;

/** `{ verdict, requests, failure }`, as of a trial. Only what can be seen from outside of the proxies is compared. */
export async function tryEnvoy(one, checker) {
  const requests = one.requests.slice(0, REQUESTS);
  const asked = caseOf({ ...one, requests: requests.map((request) => ({ ...request, ...COUNT })) });
  const { results, error, rejected, ended } = await checker.ask(asked).catch((problem) => {
    if (problem instanceof EndedError) return { ended: true };
    throw problem;
  });
  if (ended) return { verdict: 'panicked', requests: 0 };
  if (error || rejected || !results) return { verdict: 'refused', requests: 0 };
  const simulator = Simulator.from(asked.manifests, { mesh: one.mesh });
  let compared = 0;
  for (const [i, request] of requests.entries()) {
    const { decide, envoy } = results[i] ?? {};
    if (!envoy?.requests || decide?.error) continue;
    compared++;
    const decision = simulator.decide(requestOf(request, one.from));
    const difference = differences(decision, envoy);
    if (Object.keys(difference).length === 0) continue;
    return { verdict: 'disagree', requests: compared, failure: { request, difference } };
  }
  return { verdict: 'agree', requests: compared };
}

/** Shares of a sample may differ by five standard deviations. */
function differences(decision, { requests, outcomes = {}, delayed = 0, copies = {} }) {
  const found = {};
  const compare = (what, wanted, got) => {
    const slack = 5 * Math.sqrt((wanted * (1 - wanted)) / requests) + 1e-4;
    if (Math.abs(wanted - got) > slack) found[what] = [got, wanted];
  };
  const own = factsOfDecision(decision).outcomes;
  for (const end of new Set([...Object.keys(own), ...Object.keys(outcomes)]))
    compare(`outcomes ${end}`, own[end] ?? 0, outcomes[end] ?? 0);
  compare('delayed', decision.fault?.delay?.probability ?? 0, delayed);
  const mirrored = copiesOf(decision);
  for (const cluster of new Set([...Object.keys(mirrored), ...Object.keys(copies)]))
    compare(`copies to ${cluster}`, mirrored[cluster] ?? 0, copies[cluster] ?? 0);
  return found;
}

/** Only what reaches somebody is copied. */
function copiesOf({ outcomes, mirrors }) {
  const reached = outcomes
    .filter(({ kind }) => kind === 'forwarded')
    .reduce((sum, { probability }) => sum + probability, 0);
  const copies = {};
  for (const { cluster, probability, reachable } of mirrors)
    if (reachable) copies[cluster] = (copies[cluster] ?? 0) + reached * probability;
  return copies;
}
