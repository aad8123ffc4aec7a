import {
  CORE_SCHEMA,
  NOT_RESOLVED,
  boolYaml11Tag,
  defineScalarTag,
  defineSequenceTag,
  mergeTag,
  type ScalarTagDefinition,
} from 'js-yaml';
import { mappingTag } from './mapping';
import { floatNumber, wholeNumber } from './numbers';

const YAML = 'tag:yaml.org,2002:';
const DIGITS = [...'-+0123456789'];

/** How tags begin: those of YAML itself, and those of applications. */
const ANY_TAG = ['tag:', '!'];

/**
 * YAML as Kubernetes reads it: nearly 1.1. `y` and `off` are booleans, `0644` is octal, and `<<` merges; times and
 * base 60 stay text, and tags that nobody knows say nothing.
 */
export const KUBERNETES_SCHEMA = CORE_SCHEMA.withTags(
  boolYaml11Tag,
  mergeTag,
  mappingTag(`${YAML}map`),
  number('int', DIGITS, wholeNumber),
  number('float', [...DIGITS, '.'], (source) => finite(source) ?? floatNumber(source)),
  defineScalarTag<string>(`${YAML}binary`, { resolve: binary, identify: () => false }),
  ...ANY_TAG.flatMap((prefix) => [
    defineScalarTag<string>(prefix, {
      matchByTagPrefix: true,
      resolve: (source) => source,
      identify: () => false,
    }),
    defineSequenceTag<unknown[]>(prefix, {
      matchByTagPrefix: true,
      create: () => [],
      addItem: (list, item) => void list.push(item),
      identify: () => false,
    }),
    mappingTag(prefix, true),
  ]),
);

function number(
  name: string,
  firstChars: readonly string[],
  read: (source: string) => number | undefined,
): ScalarTagDefinition<number> {
  return defineScalarTag<number>(`${YAML}${name}`, {
    implicit: true,
    implicitFirstChars: firstChars,
    resolve: (source, isExplicit) =>
      read(source) ?? (isExplicit && name === 'float' ? wholeNumber(source) : undefined) ?? NOT_RESOLVED,
    identify: () => false,
  });
}

/** No object can hold what is no finite number: JSON has no word for it. */
function finite(source: string): undefined {
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source))
    throw new Error(`a number must be finite, got ${source}; quote it if it is meant as text`);
}

function binary(source: string): string | typeof NOT_RESOLVED {
  const text = source.replace(/[\r\n]/g, '');
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  return isBase64 ? Buffer.from(text, 'base64').toString('utf8') : NOT_RESOLVED;
}
