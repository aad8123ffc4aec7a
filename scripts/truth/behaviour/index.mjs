// truth behaviour: the questions about the stories, answered by istiod's configuration and by a real Envoy.
import { CannotRunError } from '../oracle/environment.mjs';
import { checker } from '../oracle/route.mjs';
import { manifestOf, stories } from '../paths.mjs';
import { progress, progressDone } from '../progress.mjs';
import { record } from './answers.mjs';
import { unmet } from './expectations.mjs';
import { measuredFacts } from './facts.mjs';
import { asked as requestOf, caseOf, questionsOf } from './questions.mjs';

export const usage = `truth behaviour [--record] [STORY...]
  Asks the questions of test/truth/questions about the YAML in dist/. --record writes the answers to
  test/truth/answers, where the tests find them.`;

/** Whether all answers are as expected, and decision and measurement agree. */
export async function behaviour({ record: write = false }, wanted) {
  const all = stories();
  const unknown = wanted.filter((story) => !all.includes(story));
  if (unknown.length > 0)
    throw new CannotRunError(`a story must be one of ${all.join(', ')}, got ${unknown.join(', ')}`);
  const route = checker();
  const complaints = [];
  let asked = 0;
  for (const story of wanted.length > 0 ? wanted : all) {
    progress(story);
    const questions = questionsOf(story);
    if (!questions) {
      complaints.push(`${story}: no questions`);
      continue;
    }
    const manifests = questions.stories.map(manifestOf);
    const cases = [];
    for (const one of questions.cases) {
      const answered = await ask(route, one, manifests);
      complaints.push(...answered.complaints.map((complaint) => `${story}, ${one.name}: ${complaint}`));
      asked += one.requests.length;
      cases.push(answered.record);
    }
    if (write && cases.every((one) => one)) await record(story, questions.stories, cases);
  }
  route.close();
  progressDone();
  for (const complaint of complaints) console.log(complaint);
  console.log(`behaviour: ${asked} questions, ${complaints.length} complaints`);
  return complaints.length === 0;
}

async function ask(route, question, manifests) {
  const { error, rejected, ignored, results } = await route.ask(caseOf(question, manifests));
  if (error || rejected || ignored) return { complaints: [JSON.stringify({ error, rejected, ignored })] };
  const complaints = [];
  const answers = question.requests.map((request, i) => {
    const { decide, envoy, diffs = [] } = results[i];
    const answer = { decide, envoy: measuredFacts(request, envoy) };
    const found = [...diffs, ...unmet(request.expect, answer)];
    complaints.push(...found.map((one) => `${request.row}: ${one}`));
    return { row: request.row, request: requestOf(request), ...answer };
  });
  return { complaints, record: { name: question.name, from: question.from, answers } };
}
