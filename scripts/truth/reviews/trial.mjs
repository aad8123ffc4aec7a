// One pair: what the review says of each request, and what istiod makes of it before and after.
import { EndedError } from '../oracle/lines.mjs';
import { caseOf } from '../simulate/trial.mjs';
import { claimsOn } from './claims.mjs';
import { aspectsBetween, effectOfAnswer, effectOfTreatment } from './effects.mjs';
import { isWithoutEffect, review } from './library.mjs';
import { asked, questionsOf, senderOf } from './questions.mjs';

const AGAIN = 20;

/**
 * `{ verdict, asked, different, failure }`. `agree`; `refused` by the webhook, or too much for istiod; `wavers`: istiod
 * says one thing now and another thing then; `disagree`, with the first `failure`.
 */
export async function tryPair(pair, decider, random = 40) {
  const difference = review(pair.before, pair.after, { mesh: pair.mesh });
  const counts = { verdict: 'agree', asked: {}, different: 0 };
  for (const questions of bySender(questionsOf(pair, difference, random))) {
    const answers = await answersTo(pair, questions, decider);
    if (!answers) return { ...counts, verdict: 'refused' };
    for (const [i, question] of questions.entries()) {
      const answer = answers.map((one) => one[i]);
      if (answer.some(({ error }) => error)) continue;
      counts.asked[question.kind] = (counts.asked[question.kind] ?? 0) + 1;
      const effects = answer.map(effectOfAnswer);
      if (aspectsBetween(...effects).length > 0) counts.different++;
      const wrong = wrongOf(question, effects, difference);
      if (!wrong) continue;
      if (!(await isRightAtTimes(pair, question, difference, decider)))
        return { ...counts, verdict: 'disagree', failure: { question, wrong, effects } };
      counts.verdict = 'wavers';
    }
  }
  return counts;
}

/** What the review says that is not so. Nothing where it says that it does not know. */
function wrongOf({ place, request, claim }, effects, difference) {
  const aspects = aspectsBetween(...effects);
  if (aspects.length > 0 && isWithoutEffect(difference))
    return `"no request is treated differently" is said, but ${aspects.join()} differs`;
  if (claim) {
    if (aspects.length === 0 && claim.aspects.some(isAsked))
      return `${claim.aspects.join()} is said to differ`;
    for (const [i, when] of ['before', 'after'].entries()) {
      const wrong = aspectsBetween(effects[i], effectOfTreatment(claim[when]));
      if (wrong.length > 0) return `${wrong.join()} ${when} is said otherwise`;
    }
  }
  if (difference.uncertainties.some(({ host }) => host === undefined || host === place.ref.host))
    return undefined;
  const claims = claimsOn(difference, place, request);
  const told = claims.flatMap((one) => one.aspects);
  const missing = aspects.filter((one) => !told.includes(one));
  if (missing.length > 0) return `it is not said that ${missing.join()} differs`;
  if (aspects.length === 0 && told.some(isAsked)) return `${told.join()} is said to differ`;
  return undefined;
}

/** istiod's routes do not say who is let in, how endpoints are spoken to, and all numbers of limits. */
function isAsked(aspect) {
  return !['access', 'transport', 'limits', 'ejection', 'mirrors'].includes(aspect);
}

async function isRightAtTimes(pair, question, difference, decider) {
  for (let i = 0; i < AGAIN; i++) {
    const answers = await answersTo(pair, [question], decider);
    const found = answers?.map(([one]) => one);
    if (!found || found.some(({ error }) => error)) continue;
    if (!wrongOf(question, found.map(effectOfAnswer), difference)) return true;
  }
  return false;
}

function bySender(questions) {
  const groups = new Map();
  for (const question of questions) {
    const key = JSON.stringify(senderOf(question.request.from));
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
}

/** The answers before, and those after. Nothing if either version is refused. */
async function answersTo({ before, after, mesh }, questions, decider) {
  const from = senderOf(questions[0].request.from);
  const requests = questions.map(({ request }) => asked(request));
  const found = [];
  for (const documents of [before, after]) {
    const answer = await decider.ask(caseOf({ documents, mesh, from, requests })).catch((error) => {
      if (error instanceof EndedError) return {};
      throw error;
    });
    if (!answer.results) return undefined;
    found.push(answer.results);
  }
  return found;
}
