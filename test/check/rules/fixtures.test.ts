import { check } from '../../../lib/check/check';
import { judgeMesh } from '../../../lib/check/judge-mesh';
import { Mesh } from '../../../lib/check/mesh/mesh';
import type { Finding } from '../../../lib/check/finding';
import { OUTSIDE, type MeshRule } from '../../../lib/check/rule';
import { MESH_RULES } from '../../../lib/check/rules/all';
import { readText } from '../../../lib/manifest/read';

function findingsOf(rule: MeshRule, text: string): readonly Finding[] {
  const manifests = readText(text);
  expect(manifests.unreadable).toEqual([]);
  const mesh = new Mesh(manifests, rule.mesh ? { mesh: rule.mesh } : {});
  const found = judgeMesh(mesh, [rule], (_, error) => {
    throw error;
  });
  return [...found.values()].flat();
}

describe.each(MESH_RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  it('complains about its bad fixture, in the words of the house', () => {
    const found = findingsOf(rule, rule.bad).filter((finding) => finding.id === id);
    expect(found).not.toEqual([]);
    for (const { message, path } of found) {
      expect(message).toMatch(/ must .*(, got |; )/s);
      expect(message).not.toMatch(/undefined|\[object|\bNaN\b/);
      expect(path.length).toBeGreaterThan(0);
    }
  });

  it('has nothing to say about its good fixture', () => {
    expect(findingsOf(rule, rule.good).filter((finding) => finding.id !== OUTSIDE.id)).toEqual([]);
  });

  it('has fixtures that the API server and the webhook take', () => {
    const options = { gatewayChannel: 'standard' as const, off: MESH_RULES.map((one) => one.id), known: {} };
    for (const text of [rule.bad, rule.good]) {
      const { findings } = check(text, options);
      expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
        [],
      );
    }
  });
});
