import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Simulator } from '../../lib/simulate';
import { differences, factsOfDecision, requestOf, type Facts } from '../support/simulate/facts';

// What istiod's own configuration says about small meshes: recorded, so that no oracle is needed. The file says which mesh,
// the JSON beside it who asks for what, and the answers.

interface Recorded {
  readonly from: Record<string, unknown>;
  readonly mesh?: object;
  readonly requests: readonly { readonly request: Record<string, unknown>; readonly answer: Facts }[];
}

const FOLDER = join(__dirname, 'simulate');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

describe('the simulator says what istiod says', () => {
  it.each(names)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Recorded;
    const { from, mesh, requests } = recorded;
    const manifests = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8');
    for (const explain of [true, false]) {
      const simulator = Simulator.from(manifests, { explain, ...(mesh && { mesh }) });
      const found = requests.flatMap(({ request, answer }) => {
        const difference = differences(answer, factsOfDecision(simulator.decide(requestOf(request, from))));
        return Object.keys(difference).length > 0 ? [{ request, difference }] : [];
      });
      expect(found).toEqual([]);
    }
  });
});
