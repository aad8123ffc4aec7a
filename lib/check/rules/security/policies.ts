import { fieldsList, optionalFields, textOf, type Fields } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { KIND } from '../../mesh/kinds';

/** The kinds that say for which workloads they are by `selector`, or for which objects by `targetRefs`. */
export const POLICIES = [
  KIND.authorizationPolicy,
  KIND.requestAuthentication,
  KIND.telemetry,
  KIND.wasmPlugin,
];

/** The objects that a policy is for, and where it names them. */
export function targetsOf({ targetRefs, targetRef }: Fields): readonly (readonly [Path, Fields])[] {
  const single = optionalFields(targetRef);
  const all = fieldsList(targetRefs).map((target, i) => [['spec', 'targetRefs', i], target] as const);
  return all.length === 0 && single ? [[['spec', 'targetRef'], single]] : all;
}

/** `from` of the rules of an AuthorizationPolicy. */
export function sourcesOf(spec: Fields): readonly (readonly [Path, Fields])[] {
  return partsOf(spec, 'from', 'source');
}

/** `to` of the rules of an AuthorizationPolicy. */
export function operationsOf(spec: Fields): readonly (readonly [Path, Fields])[] {
  return partsOf(spec, 'to', 'operation');
}

function partsOf({ rules }: Fields, list: 'from' | 'to', part: string): readonly (readonly [Path, Fields])[] {
  return fieldsList(rules).flatMap((rule, i) =>
    fieldsList(rule[list]).flatMap((one, j) => {
      const found = optionalFields(one[part]);
      return found ? [[['spec', 'rules', i, list, j, part], found] as const] : [];
    }),
  );
}

/** The keys of `when` in the rules of an AuthorizationPolicy. */
export function conditionKeys({ rules }: Fields): readonly string[] {
  return fieldsList(rules).flatMap(({ when }) => fieldsList(when).flatMap(({ key }) => textOf(key) ?? []));
}
