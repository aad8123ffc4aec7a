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
 * itself does), `wavers` (istiod says one thing now and another thing then, the simulator's among them), or `disagree` with
 * the first `failure`: `{ request, difference, oracle }`.
 */
export async function tryMesh(one, decider) {
  const asked = caseOf(one);
  const { results, error, ended } = await answered(decider.ask(asked));
  if (ended) return { verdict: 'panicked', requests: 0 };
  if (error) return { verdict: 'refused', requests: 0, error };
  if (results.every((answer) => answer.error))
    return { verdict: 'refused', requests: 0, error: results[0]?.error };
  const simulator = Simulator.from(asked.manifests, { mesh: one.mesh });
  let wavers = false;
  for (const [i, request] of one.requests.entries()) {
    if (results[i].error) continue;
    const failure = differencesOf(simulator, one, request, results[i]);
    if (!failure) continue;
    if (!(await agreesAtTimes(simulator, one, request, decider)))
      return { verdict: 'disagree', requests: i + 1, failure };
    wavers = true;
  }
  return { verdict: wavers ? 'wavers' : 'agree', requests: one.requests.length };
}

const AGAIN = 20;

/** What goes by the order in which things get ready in istiod has no right answer. */
async function agreesAtTimes(simulator, one, request, decider) {
  const asked = caseOf({ ...one, requests: [request] });
  for (let i = 0; i < AGAIN; i++) {
    const { results: [answer] = [] } = await answered(decider.ask(asked));
    if (answer && !answer.error && !differencesOf(simulator, one, request, answer)) return true;
  }
  return false;
}

function answered(asking) {
  return asking.catch((error) => {
    if (error instanceof EndedError) return { ended: true };
    throw error;
  });
}

function differencesOf(simulator, { from }, request, answer) {
  const oracle = factsOfAnswer(answer);
  const difference = compared(simulator, requestOf(request, from), oracle);
  return Object.keys(difference).length > 0 ? { request, difference, oracle } : undefined;
}

function compared(simulator, request, oracle) {
  try {
    return differences(oracle, factsOfDecision(simulator.decide(request)));
  } catch (error) {
    return { thrown: [undefined, error.stack.split('\n').slice(0, 4).join('\n')] };
  }
}
