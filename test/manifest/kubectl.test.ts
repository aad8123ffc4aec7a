import { parseDocument } from '../../lib/manifest/parse';
import { positionOf } from '../../lib/manifest/position';
import { readText } from '../../lib/manifest/read';

const service = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
const namesIn = (text: string | Uint8Array): string[] =>
  readText(text).documents.map(({ object }) => object.metadata.name);
const problems = (text: string | Uint8Array): string[] =>
  readText(text).unreadable.map(({ message }) => message);
const read = (text: string): unknown => parseDocument({ whole: text, start: 0, end: text.length });
const value = (text: string): unknown => {
  const parsed = read(text);
  return JSON.parse(JSON.stringify((parsed as { values?: unknown[] }).values?.[0] ?? parsed));
};

// Each of these was asked of the libraries that kubectl reads with.
describe('YAML as kubectl reads it', () => {
  it.each([
    ['a: [001:db8::]', { a: ['001:db8::'] }],
    ['a: {b: 001:db8::}', { a: { b: '001:db8::' } }],
    ['a: {b: "x:", c: x:}', { a: { b: 'x:', c: 'x:' } }],
    ['a: [\n  x, # why\n  y-z\n]\nb: 1', { a: ['x', 'y-z'], b: 1 }],
    ['a:\n- b: {\n  c: d\n}\n', { a: [{ b: { c: 'd' } }] }],
    ['a: [\n\tb\n]', { a: ['b'] }],
    ['a:\n  b: "x\ny"', { a: { b: 'x y' } }],
    ['a:\n  - "x \n\n  y\\\nz"', { a: ['x\nyz'] }],
    ['a: [\nb c \n\td,\n\ne\n\nf]', { a: ['b c d', 'e\nf'] }],
    ['a:\t[\nb\tc\n]\nd: e\tf', { a: ['b\tc'], d: 'e\tf' }],
    ["a: |\n  it's [not\nb: {\n  c: d\n}", { a: "it's [not\n", b: { c: 'd' } }],
  ])('knows where the values of %j end', (text, wanted) => expect(value(text)).toEqual(wanted));

  it.each([
    ['0o17', 15],
    ['0X1F', 31],
    ['-0b11', -3],
    ['0_8', 8],
    ['1_0.5', 10.5],
    ['08', 8],
    ['.5_0', 0.5],
    ['1e3', 1000],
    ['1e400', '1e400'],
    ['0xFFFFFFFFFFFFFFFFF', '0xFFFFFFFFFFFFFFFFF'],
    ['18446744073709551616', 18446744073709551616],
    ['12:30', '12:30'],
    ['2020-01-01', '2020-01-01'],
    ['!!binary aGk=', 'hi'],
    ['!!float 1', 1],
    ['!!timestamp 2020-01-01', '2020-01-01'],
    ['!mine 5', '5'],
    ['!mine {b: c}', { b: 'c' }],
    ['!!set {b}', { b: null }],
    ['!!omap [b: 1]', [{ b: 1 }]],
  ])('reads %s', (text, wanted) => expect(value(`a: ${text}`)).toEqual({ a: wanted }));

  it('merges in the order of what is written', () => {
    const merging = (rest: string): unknown => (value(`a: &a {b: 1, c: 1}\nx: ${rest}`) as { x: unknown }).x;
    expect(merging('{b: 2, <<: *a}')).toEqual({ b: 1, c: 1 });
    expect(merging('{<<: *a, b: 2}')).toEqual({ b: 2, c: 1 });
    expect(merging('{<<: [{b: 3}, *a]}')).toEqual({ b: 3, c: 1 });
  });

  it.each([
    ['a: .inf', 'a number must be finite, got .inf'],
    ['a: !!int x', 'cannot resolve a node'],
    ['~: 1', 'a key must be a text, number or boolean, got null'],
    ['[a]: 1', 'a key must be a text, number or boolean, got a collection'],
    ['a: "\\/"', 'an escape in double quotes must be one of YAML 1.1, got \\/; write / alone'],
    ['a: "\\ud800"', 'an escape in double quotes must be one of YAML 1.1, got \\ud800'],
    ['--- {a: b}', 'a line that starts with --- must hold nothing else, got {a: b}'],
    ['----\na: b', 'a line that starts with --- must hold nothing else, got -'],
  ])('refuses %j', (text, reason) =>
    expect(read(text)).toEqual({ message: expect.stringContaining(reason) as unknown }),
  );

  it('takes escapes that only look forbidden', () => {
    expect(value('a: "\\\\/"\nb: \'\\/\'\nc: \\/')).toEqual({ a: '\\/', b: '\\/', c: '\\/' });
  });

  it('takes objects in JSON that follow each other', () => {
    const one = (name: string): string =>
      JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name } });
    const text = `${one('a}{"')}${one('b')}\n${one('c')}\n---\n${service('d')}`;
    expect(namesIn(text)).toEqual(['a}{"', 'b', 'c', 'd']);
    expect(positionOf(readText(text).documents[2]!.origin)).toEqual({ line: 2, column: 1 });
  });

  it('says so of what stands behind the end of a document', () => {
    const text = `${service('a')}...\n${service('b')}---\n${service('c')}...\n`;
    expect(namesIn(text)).toEqual(['a', 'c']);
    expect(problems(text)).toEqual([expect.stringMatching(/^nothing must stand behind a line of \.\.\./)]);
  });

  it('refuses documents that are no UTF-8, and reads the others', () => {
    const broken = Buffer.concat([
      Buffer.from(`${service('a')}---\n# `),
      Buffer.from([0xff]),
      Buffer.from(`\n${service('b')}---\n${service('c')}`),
    ]);
    expect(namesIn(broken)).toEqual(['a', 'c']);
    expect(problems(broken)).toEqual([expect.stringContaining('must be UTF-8')]);
    expect(namesIn(Buffer.from(service('\uFFFD')))).toEqual(['\uFFFD']);
    expect(namesIn(Buffer.from(service('x'), 'utf16le'))).toEqual([]);
  });

  it('names objects as the API server does', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {generateName: a-}\n';
    expect(namesIn(`${text}---\n${text}`)).toEqual(['a-00000', 'a-00001']);
    expect(problems(text.replace('a-', '""'))).toHaveLength(1);
  });

  it('gives the objects of a list the kind of the list', () => {
    const [document] = readText(
      'apiVersion: v1\nkind: ServiceList\nitems: [{metadata: {name: a}}]',
    ).documents;
    expect(document!.object).toMatchObject({ apiVersion: 'v1', kind: 'Service' });
  });

  it('knows places in what it had to rewrite', () => {
    const [document] = readText(`${service('a')}spec: {\n  x: [001:db8::],\n  y: 1\n}\n`).documents;
    expect(positionOf(document!.origin, ['spec', 'y'])).toEqual({ line: 6, column: 3 });
  });
});
