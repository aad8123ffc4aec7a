import type { RuleInfo } from '../finding';

const VALIDATION =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/';
const NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const REFUSED = 'The API server refuses the object: nothing of it reaches the cluster.';

/** Something that the API server has to say about one field. */
export interface Kind extends RuleInfo {
  /** Whether the API server computes no CEL rule once it has met this. */
  readonly blocksRules?: true;
}

function kind(id: string, title: string, fix: string, more: Partial<Kind> = {}): Kind {
  return { id: `schema-${id}`, title, severity: 'error', why: REFUSED, fix, links: [VALIDATION], ...more };
}

export const UNKNOWN_FIELD = kind(
  'unknown-field',
  'A field that the API does not have',
  'Remove the field, or correct its name.',
  {
    why: 'kubectl refuses the object. Clients that do not ask for strict validation have it stored without the field, as if it had never been written.',
    links: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
    isFixable: true,
  },
);

export const TYPE = kind(
  'type',
  'A value of the wrong type',
  'Write a value of the right type; texts that look like numbers or booleans need quotes.',
  { blocksRules: true, isFixable: true },
);

export const REQUIRED = kind('required', 'A required field is missing', 'Add the field.', {
  blocksRules: true,
  isFixable: true,
});

export const ENUM = kind(
  'enum',
  'A value that is not one of those allowed',
  'Write one of the allowed values, in the same case.',
  { blocksRules: true, isFixable: true },
);

export const TOO_LONG = kind('too-long', 'A text that is too long', 'Shorten it.', { blocksRules: true });

export const TOO_SHORT = kind(
  'too-short',
  'A text that is too short',
  'Write something, or remove the field.',
);

export const TOO_MANY = kind(
  'too-many',
  'Too many elements',
  'Remove some, or spread them over several objects.',
  { blocksRules: true },
);

export const TOO_FEW = kind('too-few', 'Too few elements', 'Add some, or remove the field.');

export const RANGE = kind('range', 'A number out of range', 'Write a number in the range.');

export const PATTERN = kind(
  'pattern',
  'A text that does not have the required form',
  'Write it in the required form.',
);

export const FORMAT = kind(
  'format',
  'A text that does not have the required format',
  'Write it in the required format.',
  { blocksRules: true },
);

export const ALTERNATIVES = kind(
  'alternatives',
  'Fields that exclude each other',
  'Keep one of the alternatives.',
);

export const DUPLICATE = kind(
  'duplicate',
  'Two elements of a list that must differ',
  'Remove or rename one of them.',
  {
    links: ['https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy'],
  },
);

export const RULE = kind('rule', 'A rule of the API is broken', 'Do what the rule asks for.', {
  links: [`${VALIDATION}#validation-rules`],
  upstream: ['KIA1503'],
});

export const METADATA = kind(
  'metadata',
  'Metadata that Kubernetes does not allow',
  'Correct the name, label or annotation.',
  { links: [NAMES] },
);

export const METADATA_TYPE = kind(
  'metadata-type',
  'Metadata that cannot be read',
  'Write a value of the right type; labels and annotations that look like numbers or booleans need quotes.',
  { links: [NAMES], isFixable: true },
);

export const VERSION = kind(
  'version',
  'A kind or version that the cluster does not serve',
  'Use a version that is served.',
  {
    links: ['https://kubernetes.io/docs/reference/using-api/#api-versioning'],
    isFixable: true,
  },
);

export const DEPRECATED = kind('deprecated-version', 'A deprecated version', 'Use the newest version.', {
  severity: 'warning',
  why: 'A later release of the API will no longer serve it: the object will then be refused.',
  links: ['https://kubernetes.io/docs/reference/using-api/deprecation-policy/'],
  isFixable: true,
});

/** All kinds, for those who list the rules. */
export const KINDS: readonly Kind[] = [
  UNKNOWN_FIELD,
  TYPE,
  REQUIRED,
  ENUM,
  TOO_LONG,
  TOO_SHORT,
  TOO_MANY,
  TOO_FEW,
  RANGE,
  PATTERN,
  FORMAT,
  ALTERNATIVES,
  DUPLICATE,
  RULE,
  METADATA,
  METADATA_TYPE,
  VERSION,
  DEPRECATED,
];
