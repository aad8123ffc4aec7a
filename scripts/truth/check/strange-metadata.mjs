// Metadata that is just right, or just not.

const LONG = [58, 63, 64, 253, 254].map((length) => 'a'.repeat(length));
const OWNER = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' };
const MANAGER = { operation: 'Update', fieldsType: 'FieldsV1' };
const TIMES = [
  null,
  '',
  5,
  'now',
  '2020-01-01T00:00:00Z',
  '2020-01-01T00:00:00.5+01:00',
  '2020-01-01T00:00:00,5Z',
  '2020-01-01T0:00:00Z',
  '2020-01-01T24:00:00Z',
  '2020-01-01T00:00:60Z',
  '2020-01-01t00:00:00z',
  '2020-01-01T00:00:00+24:00',
  '2020-01-01T00:00:00+25:00',
  '2020-01-01T00:00:00-23:60',
  '2020-02-30T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2020-13-01T00:00:00Z',
  '10000-01-01T00:00:00Z',
];

const VALUES = {
  name: ['A', 'a.b', 'a..b', '-a', 'a_b', 'ü', '1', 'a/b', ...LONG],
  namespace: ['shop', 'A', '', null, 'a.b', '-', 5, ...LONG],
  generateName: ['a-', 'A-', '', '-', null, 5, ...LONG],
  labels: [
    {},
    null,
    [],
    'a',
    { a: null },
    { a: 1 },
    { a: true },
    { a: '' },
    { '': 'a' },
    { a: 'b c' },
    { 'a.com/b': 'c' },
    { 'A/b': 'c' },
    { a: 'x'.repeat(64) },
    { ['x'.repeat(64)]: 'a' },
    { [`${'x'.repeat(254)}/a`]: 'b' },
    { 'kubernetes.io/a': 'é' },
  ],
  annotations: [
    {},
    { 'a b': 'c' },
    { A: 'b' },
    { 'A.com/b': 'c' },
    { a: null },
    { a: 5 },
    { a: 'x'.repeat(300_000) },
  ],
  finalizers: [
    [],
    null,
    'a',
    [''],
    ['a/b'],
    ['A b'],
    [1],
    [null],
    ['orphan', 'foregroundDeletion'],
    ['x'.repeat(64)],
  ],
  ownerReferences: [
    [],
    null,
    {},
    [null],
    [{}],
    [OWNER],
    [{ ...OWNER, apiVersion: 'a/b/c' }],
    [{ ...OWNER, kind: 'Event' }],
    [{ ...OWNER, foo: 1 }],
    [{ ...OWNER, uid: 1 }],
    [
      { ...OWNER, controller: true },
      { ...OWNER, name: 'c', controller: true },
    ],
  ],
  managedFields: [
    [],
    null,
    [{}],
    [MANAGER],
    [{ ...MANAGER, operation: 'x' }],
    [{ ...MANAGER, fieldsV1: 5 }],
    [{ ...MANAGER, time: 'x' }],
    [{ ...MANAGER, fieldsType: 'X' }],
    [{ ...MANAGER, manager: 'x'.repeat(129) }],
    [{ ...MANAGER, subresource: 'x'.repeat(257) }],
  ],
  creationTimestamp: TIMES,
  deletionTimestamp: TIMES,
  deletionGracePeriodSeconds: [null, 1, -1, 1.5, 'x', 2 ** 53],
  generation: [null, 1, -1, 1.5, 'x', 1e20],
  uid: ['', 'x', null, 5],
  resourceVersion: ['', '1', 1, null],
  selfLink: ['x', 5, null],
  foo: [1],
};

/** One to three fields. */
export function strangeMetadata(choose) {
  const names = Array.from({ length: 1 + choose.below(3) }, () => choose.pick(Object.keys(VALUES)));
  return Object.fromEntries(names.map((name) => [name, choose.pick(VALUES[name])]));
}
