// The selection that the tests replay: for each thing that can be wrong somewhere, the shortest object with it.
import { writeFileSync } from 'node:fs';
import { CHECKED } from '../paths.mjs';

const MAX_LENGTH = 1000;

export class Recorder {
  #shortest = new Map();

  /** Both sides agree on these findings. */
  add(gatewayChannel, object, { isJudged, findings }) {
    if (!isJudged) return;
    const text = JSON.stringify(object);
    if (text.length > MAX_LENGTH) return;
    const said = findings.map(({ id, path }) => `${id} ${path.join('.')}`).sort();
    const channel = object.apiVersion.includes('istio.io') ? 'any' : gatewayChannel;
    const features = [
      `${object.kind} ${channel} ${findings.length === 0}`,
      ...findings.map((finding) => `${object.kind} ${finding.id} ${place(finding)}`),
    ];
    for (const feature of features) {
      const known = this.#shortest.get(feature);
      if (!known || known.text.length > text.length)
        this.#shortest.set(feature, { gatewayChannel, text, said });
    }
  }

  write() {
    const lines = [...this.#shortest.values()].map(({ gatewayChannel, text, said }) =>
      JSON.stringify({ gatewayChannel, object: JSON.parse(text), said }),
    );
    writeFileSync(`${CHECKED}/cases.jsonl`, `${[...new Set(lines)].sort().join('\n')}\n`);
  }
}

/** Where something is wrong matters for these; for the others one case of a kind is enough. */
const TELLING = [
  'schema-rule',
  'schema-alternatives',
  'schema-duplicate',
  'schema-metadata',
  'schema-pattern',
];

/** The same settings are in many places: the last name says which ones they are. */
function place({ id, path }) {
  if (!TELLING.includes(id)) return '';
  const names = path.filter((step) => typeof step === 'string' && /^[a-zA-Z]\w+$/.test(step));
  return `${names.at(-1)}`;
}
