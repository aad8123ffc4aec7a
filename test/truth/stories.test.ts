import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Simulator } from '../../lib/simulate';
import { differences, factsOfAnswer, factsOfDecision, requestOf } from '../support/simulate/facts';

// The walk-throughs once more: what istiod was seen to do with the YAML of each story, the simulator does, too.

type Json = Record<string, unknown>;

interface Questions {
  readonly with?: readonly string[];
  readonly cases: readonly { readonly from: Json; readonly mesh?: string; readonly more?: string }[];
}

interface Answers {
  readonly cases: readonly {
    readonly answers: readonly { readonly row: string; readonly request: Json; readonly decide: Json }[];
  }[];
}

const stories = readdirSync(join(__dirname, 'answers')).map((name) => name.replace('.json', ''));

describe.each(stories)('the simulator about %s', (story) => {
  const questions = parse(readFileSync(join(__dirname, 'questions', `${story}.yaml`), 'utf8')) as Questions;
  const answers = JSON.parse(readFileSync(join(__dirname, 'answers', `${story}.json`), 'utf8')) as Answers;
  const files = [story, ...(questions.with ?? [])].map((one) =>
    join(__dirname, '../../dist', `${one}.k8s.yaml`),
  );

  it.each(questions.cases.map((asked, i) => ({ ...asked, answers: answers.cases[i]!.answers })))(
    'says what istiod says: $name',
    ({ from, mesh, more, answers: recorded }) => {
      const manifests = [...files.map((file) => readFileSync(file, 'utf8')), ...(more ? [more] : [])];
      const simulator = Simulator.from(manifests, mesh ? { mesh: parse(mesh) as object } : {});
      const found = recorded.flatMap(({ row, request, decide }) => {
        const decision = simulator.decide(requestOf(request, from));
        const difference = differences(factsOfAnswer(decide), factsOfDecision(decision));
        return Object.keys(difference).length > 0 ? [{ row, request, difference }] : [];
      });
      expect(found).toEqual([]);
    },
  );
});
