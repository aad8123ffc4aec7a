import { own, type Fields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import { insert, quote, rename, set, type Edit } from '../edit';
import { ARRAY, BOOLEAN, INTEGER, NUMBER, STRING, type SchemaNode } from './node';
import { sameName } from './similar';

// What makes a value right, where that is certain.

/** The name in another case, or with other separators. */
export function misnamed(path: Path, names: readonly string[]): readonly Edit[] | undefined {
  const meant = sameName(String(path.at(-1)), names);
  return meant === undefined ? undefined : [rename(path, meant)];
}

/** The same of one of the values that are allowed. */
export function miswritten(
  path: Path,
  value: unknown,
  allowed: readonly unknown[],
): readonly Edit[] | undefined {
  const texts = allowed.filter((one) => typeof one === 'string');
  const meant = typeof value === 'string' ? sameName(value, texts) : undefined;
  return meant === undefined ? undefined : [set(path, meant)];
}

/** Quotes that lack or are too many, and the only element of a list that stands alone. */
export function mistyped(
  path: Path,
  { types, items }: SchemaNode,
  value: unknown,
): readonly Edit[] | undefined {
  if (types === STRING) return isBare(value) ? [quote(path)] : undefined;
  if (types === ARRAY) return items && isElement(items, value) ? [set(path, [value as string])] : undefined;
  if (typeof value !== 'string') return undefined;
  if (types === BOOLEAN && /^(true|false)$/.test(value)) return [set(path, value === 'true')];
  const isNumber = (types & STRING) === 0 && (types & (INTEGER | NUMBER)) !== 0;
  return isNumber && isLiteral(value, (types & NUMBER) !== 0) ? [set(path, Number(value))] : undefined;
}

function isBare(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Texts with blanks or commas may be several elements. */
function isElement({ types }: SchemaNode, value: unknown): boolean {
  if (types === STRING) return typeof value === 'string' && /^[^\s,;]+$/.test(value);
  return types === INTEGER && Number.isInteger(value);
}

/** As JavaScript would write it: other forms may mean something else. */
function isLiteral(text: string, hasFraction: boolean): boolean {
  const value = Number(text);
  return (
    /^-?\d{1,15}(\.\d{1,6})?$/.test(text) &&
    String(value) === text &&
    (hasFraction || Number.isInteger(value))
  );
}

const GROUPS: ReadonlyMap<string, string> = new Map([
  ...['Service', 'Secret', 'ConfigMap'].map((kind): [string, string] => [kind, '']),
  ...['Gateway', 'GatewayClass', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
    (kind): [string, string] => [kind, 'gateway.networking.k8s.io'],
  ),
  ['ServiceEntry', 'networking.istio.io'],
]);

/** The group of a kind that only one group has, where references to such kinds stand. */
export function missing(path: Path, object: Fields): readonly Edit[] | undefined {
  const kind = own(object, 'kind');
  const group = path.at(-1) === 'group' && typeof kind === 'string' ? GROUPS.get(kind) : undefined;
  return group === undefined ? undefined : [insert(path, group, 'kind')];
}
