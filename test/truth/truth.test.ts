import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { unmet } from './expectations';

const DIST = join(__dirname, '../../dist');
const RECORD = 'run npm run truth -- behaviour --record';

interface Asked {
  readonly row: string;
  readonly expect: unknown;
  readonly [field: string]: unknown;
}

interface Questions {
  readonly with?: readonly string[];
  readonly cases: readonly {
    readonly name: string;
    readonly from: unknown;
    readonly requests: readonly Asked[];
  }[];
}

interface Answers {
  readonly manifests: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly name: string;
    readonly from: unknown;
    readonly answers: readonly { readonly row: string; readonly request: unknown }[];
  }[];
}

const stories = readdirSync(DIST)
  .filter((name) => name.endsWith('.k8s.yaml'))
  .map((name) => name.replace('.k8s.yaml', ''));
const questioned = readdirSync(join(__dirname, 'questions')).map((name) => name.replace('.yaml', ''));

function questionsOf(story: string): Questions {
  return parse(readFileSync(join(__dirname, 'questions', `${story}.yaml`), 'utf8')) as Questions;
}

function answersTo(story: string): Answers | undefined {
  const file = join(__dirname, 'answers', `${story}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Answers) : undefined;
}

describe('what Istio says', () => {
  it('is asked about every story of dist/, and about nothing else', () => {
    expect(questioned).toEqual(stories);
  });

  describe.each(questioned)('about %s', (story) => {
    const { with: others = [], cases } = questionsOf(story);
    const answers = answersTo(story);

    it(`is about today's YAML (else: ${RECORD})`, () => {
      const files = [story, ...others].map((one) => `${one}.k8s.yaml`);
      const today = files.map((file) => [file, sha256(readFileSync(join(DIST, file)))]);
      expect(answers?.manifests).toEqual(Object.fromEntries(today));
    });

    it(`answers today's questions (else: ${RECORD})`, () => {
      const answered = answers?.cases.map(({ name, from, answers: list }) => {
        return { name, from, requests: list.map(({ row, request }) => ({ row, request })) };
      });
      const asked = cases.map(({ name, from, requests }) => {
        return { name, from, requests: requests.map((one) => ({ row: one.row, request: requestOf(one) })) };
      });
      expect(answered).toEqual(asked);
    });

    it.each(cases.flatMap(({ name, requests }, i) => requests.map((asked, j) => ({ name, asked, i, j }))))(
      'is as expected where $name: $asked.row',
      ({ asked, i, j }) => {
        expect(unmet(asked.expect, answers?.cases[i]?.answers[j])).toEqual([]);
      },
    );
  });
});

/** What is asked, without what is ours. */
function requestOf(asked: Asked): unknown {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => key !== 'row' && key !== 'expect'));
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
