import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeMesh } from '../../../lib/check/judge-mesh';
import { Mesh } from '../../../lib/check/mesh/mesh';
import { MESH_RULES } from '../../../lib/check/rules/all';
import { loadManifests } from '../../../lib/manifest/load';
import { checkWebhook } from '../../../lib/check/webhook/index';

interface Recorded {
  readonly name: string;
  /** `IST0101 VirtualService shop/a`: what istioctl's analyzers said. */
  readonly codes: readonly string[];
  readonly mesh?: object;
  readonly objects: readonly object[];
}

const recorded = readFileSync(join(__dirname, 'answers.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** What is said of single objects by the webhook is compared elsewhere. */
const ELSEWHERE = ['IST0106', 'IST0133'];
const CLUSTER_SCOPED = ['Namespace', 'CustomResourceDefinition', 'GatewayClass'];

function codesOf({ objects, mesh }: Recorded): readonly string[] {
  const manifests = loadManifests(objects);
  const found = judgeMesh(new Mesh(manifests, mesh ? { mesh } : {}), MESH_RULES, (_, error) => {
    throw error;
  });
  const all = [
    ...[...found.values()].flat(),
    ...manifests.documents.flatMap((document) => checkWebhook(document)),
  ];
  const codes = all.flatMap(({ upstream, object: { kind, namespace = 'default', name } }) =>
    upstream
      .filter((code) => code.startsWith('IST') && !ELSEWHERE.includes(code))
      .map((code) => `${code} ${kind} ${CLUSTER_SCOPED.includes(kind) ? name : `${namespace}/${name}`}`),
  );
  return [...new Set(codes)].sort();
}

describe('the codes of istioctl analyze', () => {
  it.each(recorded)('are ours: $name', (one) => {
    expect(codesOf(one)).toEqual(one.codes);
  });

  it('were seen for most rules that have one', () => {
    const seen = new Set(recorded.flatMap(({ codes }) => codes.map((code) => code.slice(0, 7))));
    expect(seen.size).toBeGreaterThan(35);
  });
});
