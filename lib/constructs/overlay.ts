import type { Construct } from 'constructs';
import type { Condition } from '../model/condition';
import type { Effect } from '../model/contribution';
import { authorOf } from '../synthesis/author';
import { Registry } from '../synthesis/registry';
import type { MeshHost } from './mesh-host';

/** Declares what happens to requests on the way. */
export function declareEffects(
  by: Construct,
  { _key: host }: MeshHost,
  conditions: readonly Condition[],
  port: number | undefined,
  effects: readonly Effect[],
): void {
  const author = authorOf(by);
  for (const effect of effects) {
    Registry.of(by).declare('overlays', by, { host, said: { author, conditions, port, effect } });
  }
}
