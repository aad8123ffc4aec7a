import type { HeaderChanges } from '../../simulate/decision';
import { checkFields, isAsymmetric, type Expected } from '../subject/misuse';
import { fail } from '../../values/check';
import type { Asked, Verdict } from '../matcher';

/** Header names in any case, with their values. `undefined`: must not be there. */
export interface Headers {
  readonly [name: string]: Expected<string> | undefined;
}

type Values = Readonly<Record<string, string | undefined>>;

/** As Envoy does it: removes first, then sets, then adds behind what is there. */
export function changed(headers: Values, changes: readonly (HeaderChanges | undefined)[]): Values {
  const result: Record<string, string | undefined> = { ...headers };
  for (const { set, add, remove } of changes.filter((one) => one !== undefined)) {
    for (const name of remove) result[name.toLowerCase()] = undefined;
    for (const [name, value] of Object.entries(set)) result[name.toLowerCase()] = value;
    for (const [name, value] of Object.entries(add)) {
      const there = result[name.toLowerCase()];
      result[name.toLowerCase()] = there === undefined ? value : `${there},${value}`;
    }
  }
  return result;
}

/** All variants, one for each destination, have to be as expected. */
export function compareHeaders(asked: Asked, headers: Headers, variants: readonly Values[]): Verdict {
  const advice = "write { 'x-mesh': 'yes' }, and undefined for a header that must not be there";
  const wanted = Object.entries(checkFields('the headers', headers, advice)).map(([name, value]) => {
    if (value !== undefined && typeof value !== 'string' && !isAsymmetric(value))
      fail(`the header ${name}`, 'a text', value, advice);
    return { name: name.toLowerCase(), value };
  });
  if (wanted.length === 0) fail('the headers', 'at least one', '{}', advice);
  const show = (name: string, value: unknown) =>
    value === undefined
      ? `no ${name}`
      : `${name}: ${typeof value === 'string' ? value : asked.stringify(value)}`;
  const shown = variants.map((variant) => wanted.map(({ name }) => show(name, variant[name])).join(', '));
  return {
    pass:
      variants.length > 0 &&
      variants.every((variant) => wanted.every(({ name, value }) => asked.equals(variant[name], value))),
    expected: wanted.map(({ name, value }) => show(name, value)).join(', '),
    received: variants.length > 0 ? [...new Set(shown)].join(' or ') : 'nobody gets it',
  };
}
