import { said, virtualService } from './objects';

const about = (metadata: object): readonly string[] => said(virtualService({}, metadata));

describe('metadata', () => {
  it.each([
    ['a name that is none', { name: 'Reviews' }, 'schema-metadata metadata.name'],
    ['a name that is too long', { name: 'a'.repeat(254) }, 'schema-metadata metadata.name'],
    ['no name', { name: '' }, 'schema-required metadata.name'],
    ['a namespace with a dot', { namespace: 'a.b' }, 'schema-metadata metadata.namespace'],
    ['a label that is none', { labels: { 'a b': 'c' } }, 'schema-metadata metadata.labels.a b'],
    ['a label with a long value', { labels: { a: 'b'.repeat(64) } }, 'schema-metadata metadata.labels.a'],
    [
      'an annotation that is none',
      { annotations: { 'a/b/c': 'd' } },
      'schema-metadata metadata.annotations.a/b/c',
    ],
    ['long annotations', { annotations: { a: 'ü'.repeat(2 ** 17) } }, 'schema-too-long metadata.annotations'],
    ['a finalizer that is none', { finalizers: ['-'] }, 'schema-metadata metadata.finalizers'],
    ['an unknown field', { lables: {} }, 'schema-unknown-field metadata.lables'],
    ['a label that is a number', { labels: { version: 1 } }, 'schema-metadata-type metadata.labels.version'],
    ['a time that is none', { creationTimestamp: 'now' }, 'schema-metadata-type metadata.creationTimestamp'],
    ...[
      '2020-02-30T00:00:00Z',
      '2020-01-01T24:00:00Z',
      '2020-1-01T00:00:00Z',
      '2020-01-01T00:00:00+25:00',
    ].map((time): [string, object, string] => [
      time,
      { creationTimestamp: time },
      'schema-metadata-type metadata.creationTimestamp',
    ]),
    ['owners that are none', { ownerReferences: ['a'] }, 'schema-metadata-type metadata.ownerReferences.0'],
  ])('refuses %s', (_, metadata, wanted) => {
    expect(about(metadata)).toEqual([wanted]);
  });

  it('takes what Kubernetes takes', () => {
    expect(
      about({
        name: 'a.b-c.1',
        generateName: 'a-',
        labels: { 'example.com/A_b.c': '', d: null },
        annotations: { 'Example.com/A': 'anything at all' },
        creationTimestamp: null,
        finalizers: ['example.com/a', 'orphan'],
        ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b', controller: true }],
      }),
    ).toEqual([]);
  });

  it.each(['2020-02-29T0:00:00Z', '2020-01-01T00:00:00,5+24:00', '0000-12-31T23:59:59-23:59'])(
    'takes the time %s',
    (creationTimestamp) => expect(about({ creationTimestamp })).toEqual([]),
  );
});
