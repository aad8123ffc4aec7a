import type { ClusterPolicy } from '../../simulate/decision';
import { fail } from '../../values/check';
import type { Asked, Verdict } from '../matcher';
import { millisOf, showDuration } from '../subject/duration';
import { checkFields, checkKeys, isAsymmetric } from '../subject/misuse';

/** Compares some fields of the policies of all destinations. */
export function compareLimits(
  { decision, equals, stringify }: Asked,
  thing: string,
  wanted: object | undefined,
  known: Readonly<Record<string, 'number' | 'boolean' | 'duration'>>,
  read: (policy: ClusterPolicy) => object | undefined,
): Verdict {
  const given = checkFields(thing, wanted ?? {}, `write { ${Object.keys(known)[0]}: 1 }`);
  checkKeys(thing, given, Object.keys(known));
  const fields = Object.entries(given).map(([name, value]) => {
    const type = known[name]!;
    if (isAsymmetric(value)) return { name, value };
    if (type === 'duration') return { name, value: millisOf(name, value) };
    if (typeof value !== type) fail(name, `a ${type}`, value, 'correct it');
    return { name, value };
  });
  const show = (name: string, value: unknown) =>
    `${name} ${known[name] === 'duration' && typeof value === 'number' ? showDuration(value) : stringify(value)}`;
  const found = decision.outcomes.flatMap((outcome) =>
    outcome.kind === 'forwarded' ? [(outcome.policy && read(outcome.policy)) ?? {}] : [],
  );
  const shown = found.map((one) => {
    const parts = Object.entries(one).filter(([, value]) => value !== undefined);
    return parts.length > 0 ? parts.map(([name, value]) => show(name, value)).join(', ') : 'none';
  });
  return {
    pass:
      found.length > 0 &&
      found.every(
        (one) =>
          Object.keys(one).length > 0 &&
          fields.every(({ name, value }) => equals((one as Record<string, unknown>)[name], value)),
      ),
    expected: fields.length > 0 ? fields.map(({ name, value }) => show(name, value)).join(', ') : 'any',
    received: shown.length > 0 ? [...new Set(shown)].join(' or ') : 'nobody gets it',
  };
}
