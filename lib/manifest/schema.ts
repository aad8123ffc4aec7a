import { CORE_SCHEMA, NOT_RESOLVED, boolYaml11Tag, defineScalarTag, mergeTag } from 'js-yaml';

const INTEGER = /^[-+]?(0|[1-9][0-9_]*|0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+)$/;

/**
 * YAML as Kubernetes reads it: nearly 1.1. `y` and `off` are booleans, `0644` is octal, and `<<` merges; times and
 * base 60 stay text.
 */
export const KUBERNETES_SCHEMA = CORE_SCHEMA.withTags(
  boolYaml11Tag,
  mergeTag,
  defineScalarTag<number>('tag:yaml.org,2002:int', {
    implicit: true,
    implicitFirstChars: [...'-+0123456789'],
    resolve: (source) => (INTEGER.test(source) ? integer(source) : NOT_RESOLVED),
    identify: () => false,
  }),
);

function integer(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1;
  const digits = source.replace(/^[-+]|_/g, '');
  return sign * Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
}
