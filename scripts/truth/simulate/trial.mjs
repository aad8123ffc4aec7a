// One mesh: what istiod's configuration says, and what the simulator says.
import { stringify } from 'yaml';
import { EndedError } from '../oracle/lines.mjs';
import { Simulator, differences, factsOfAnswer, factsOfDecision, requestOf } from './library.mjs';

/** The mesh as a case of the oracle. */
export function caseOf({ documents, mesh, from, requests }) {
  return {
    manifests: documents.map((document) => stringify(document, { schema: 'yaml-1.1' })).join('---\n'),
    ...(mesh && { mesh: stringify(mesh) }),
    from,
    requests,
  };
}

/**
 * `{ verdict, requests }`: `agree`, `refused` by the webhook or by Envoy, `panicked` (there are objects at which istiod
 * itself does), or `disagree` with the first `failure`:
 * `{ request, difference, answer }`.
 */
export async function tryMesh(one, decider) {
  const asked = caseOf(one);
  const { results, error, ended } = await answered(decider.ask(asked));
  if (ended) return { verdict: 'panicked', requests: 0 };
  if (error) return { verdict: 'refused', requests: 0, error };
  if (results.every((answer) => answer.error))
    return { verdict: 'refused', requests: 0, error: results[0]?.error };
  const simulator = Simulator.from(asked.manifests, { mesh: one.mesh });
  for (const [i, request] of one.requests.entries()) {
    if (results[i].error) continue;
    const oracle = factsOfAnswer(results[i]);
    const difference = differencesOf(simulator, one, request, oracle);
    if (Object.keys(difference).length > 0) {
      return { verdict: 'disagree', requests: i + 1, failure: { request, difference, oracle } };
    }
  }
  return { verdict: 'agree', requests: one.requests.length };
}

function answered(asking) {
  return asking.catch((error) => {
    if (error instanceof EndedError) return { ended: true };
    throw error;
  });
}

function differencesOf(simulator, { from }, request, oracle) {
  try {
    return differences(oracle, factsOfDecision(simulator.decide(requestOf(request, from))));
  } catch (error) {
    return { thrown: [undefined, error.stack.split('\n').slice(0, 4).join('\n')] };
  }
}
