import type { JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { MANIFEST_KINDS } from '../render/manifest';
import { Registry } from '../synthesis/registry';
import { fail } from '../values/check';

/** Keeps changes until the objects are written. */
export function declarePatch(
  by: Construct,
  owner: string,
  kind: string,
  operations: readonly JsonPatch[],
): void {
  const kinds = [...new Set(MANIFEST_KINDS.map((known) => known.split('/')[1]!))];
  if (!kinds.includes(kind))
    fail('the kind to patch', `one of ${kinds.sort().join(', ')}`, kind, 'write it as in YAML');
  Registry.of(by).declare('patches', by, { owner, kind, operations: [...operations] });
}
