// One program, put to the question.
import { findings, refusals } from '../judgement.mjs';
import {
  Simulator,
  differences as factDifferences,
  factsOfAnswer,
  factsOfDecision,
  requestOf,
} from '../simulate/library.mjs';
import { build } from './build.mjs';
import { casesOf } from './cases.mjs';
import { differences } from './compare.mjs';
import { excludedYaml } from './exclusions.mjs';
import { observed } from './observed.mjs';
import { print } from './print.mjs';
import { missedRefusal, refusal } from './refusals.mjs';
import { wanted } from './wanted.mjs';
import { world } from './world.mjs';

const REQUESTS = 40;
/** So often the real Envoy is asked each time: seldom draws are for the decision. */
const REPEATED = 4;

/**
 * What comes of a program: `{ verdict, requests }`, where a verdict of `disagree` tells why in `failure`. Others are
 * `agree`, `excluded`, and `conflict`, `inexact`, `large`, `sticky`, `portless` and `loss` where the library refuses it as it should or may.
 */
export async function tryProgram(program, oracles, withEnvoy) {
  const text = print(program);
  const { yaml, refused } = build(text);
  const failed = (failure) => ({ verdict: 'disagree', requests: 0, failure: { text, yaml, ...failure } });
  if (refused !== undefined) {
    const verdict = refusal(program, refused);
    return typeof verdict === 'string' ? { verdict, requests: 0 } : failed(verdict);
  }
  if (excludedYaml(yaml)) return { verdict: 'excluded', requests: 0 };
  const complaint = missedRefusal(program) ?? (await askJudge(oracles.judge, program, yaml));
  if (complaint) return failed(complaint);

  const cases = casesOf(program, yaml, REQUESTS);
  for (const one of cases) {
    const failure =
      (await askDecision(oracles.decide, program, one)) ??
      (withEnvoy && !isLimited(program) && (await askEnvoy(oracles.measure, program, one)));
    if (failure) return failed({ from: one.case.from, ...failure });
  }
  return { verdict: 'agree', requests: cases.reduce((sum, { requests }) => sum + requests.length, 0) };
}

/** Limits turn requests and copies away by chance. */
function isLimited({ items }) {
  return items.some(({ kind }) => kind === 'CircuitBreaker');
}

/** Warnings about blocks that others cover are not what this is about. */
async function askJudge(judge, program, yaml) {
  if (yaml === '') return undefined;
  const { complaints } = await refusals(judge, yaml);
  if (complaints.length > 0) return { what: 'it is not valid', details: complaints };
  const found = await findings(judge, [world(program), yaml], ['Error']);
  return found.length > 0 ? { what: 'the analyzers complain', details: found } : undefined;
}

async function askDecision(route, program, { requests, case: asked }) {
  const { results, ...refused } = await route.ask(asked);
  if (!results) return { what: 'Istio refuses this', details: refused };
  return (
    firstOf(requests, (request, i) => {
      const decision = results[i];
      const difference = differences(wanted(program, request), observed(decision, request));
      return (
        difference && {
          what: 'a request is treated otherwise',
          request: asked.requests[i],
          difference,
          decision,
        }
      );
    }) ?? askSimulator(asked, results)
  );
}

/** The simulator reads what istiod reads, and has to come to the same. */
function askSimulator({ manifests, from, requests }, results) {
  const simulator = Simulator.from(manifests);
  return firstOf(requests, (request, i) => {
    if (results[i].error) return undefined;
    const simulated = factsOfDecision(simulator.decide(requestOf(request, from)));
    const found = factDifferences(factsOfAnswer(results[i]), simulated);
    if (Object.keys(found).length === 0) return undefined;
    return { what: 'the simulator says otherwise', request, details: found, decision: results[i] };
  });
}

/** The oracle compares Envoy with its decision; the path that the service sees is for us to compare. */
async function askEnvoy(route, program, { requests, case: asked }) {
  const { results, ...refused } = await route.ask({
    ...asked,
    requests: asked.requests.map((request) => ({ ...request, count: REPEATED })),
  });
  if (!results) return { what: 'Envoy refuses this', details: refused };
  return firstOf(requests, (request, i) => {
    const { decide: decision, envoy, diffs: details } = results[i];
    const want = wanted(program, request);
    if (want.kind === 'preflight') return undefined; // answered before the headers of the route are changed
    const { path, authority } = envoy.upstream ?? {};
    const difference =
      want.kind === 'forward' && envoy.upstream
        ? differences({ path: want.path + want.search, authority: want.authority }, { path, authority })
        : undefined;
    return details || difference
      ? { what: 'Envoy does otherwise', request: asked.requests[i], difference, details, decision }
      : undefined;
  });
}

function firstOf(requests, find) {
  for (const [i, request] of requests.entries()) {
    const found = find(request, i);
    if (found) return found;
  }
  return undefined;
}
