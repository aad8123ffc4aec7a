import fc from 'fast-check';
import { readText } from '../../lib/manifest/read';

const service = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
const namesIn = (text: string): string[] =>
  readText(text).documents.map(({ object }) => object.metadata.name);
const problems = (text: string): string[] => readText(text).unreadable.map(({ message }) => message);

describe('reading manifests', () => {
  it('takes documents, lists and JSON', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'in-list' } })}\n`;
    const json = '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "json"}}';
    const flow = '--- # in one line\n{apiVersion: v1, kind: Service, metadata: {name: flow}}\n';
    expect(
      namesIn([service('a'), list, json, '', '# nothing\n', 'null'].join('\n---\n') + '\n' + flow),
    ).toEqual(['a', 'in-list', 'json', 'flow']);
  });

  it('reads scalars as Kubernetes does', () => {
    const [document] = readText(
      `${service('x')}spec: {a: on, b: 0644, c: 12:30, d: 2020-01-01, e: 0x10, f: 1_000}\n`,
    ).documents;
    expect(document!.object.spec).toEqual({ a: true, b: 420, c: '12:30', d: '2020-01-01', e: 16, f: 1000 });
    expect(problems(service('y'))).toEqual(['metadata.name of a Service must be a text, got true']);
  });

  it('takes the last of equal keys', () => {
    expect(readText(`${service('x')}spec: {a: 1, a: 2}\n`).documents[0]!.object.spec).toEqual({ a: 2 });
  });

  it('reads the rest beside a broken document', () => {
    const broken = ['kind: {{ .Values.kind }}', '[1, 2]', '42', 'a: [', 'kind: X', 'a: &a [*a]'];
    const text = broken.map((one, i) => `${one}\n---\n${service(`s${i}`)}`).join('---\n');
    expect(namesIn(text)).toEqual(broken.map((_, i) => `s${i}`));
    expect(problems(text)).toHaveLength(broken.length);
    expect(problems(text)[0]).toMatch(/^the document must be YAML, got a template .*; render it first/);
    expect(problems(text)[4]).toBe('apiVersion of a X must be a text, got nothing');
  });

  it('refuses documents that grow beyond measure', () => {
    const letters = [...'abcdefghij'];
    const bomb = letters
      .map(
        (letter, i) =>
          `${letter}: &${letter} [${Array(10)
            .fill(i === 0 ? 'x' : `*${letters[i - 1]}`)
            .join(',')}]`,
      )
      .join('\n');
    expect(problems(bomb)).toEqual([
      expect.stringMatching(/^the document must have at most \d+ characters with its aliases written out$/),
    ]);
    expect(problems('['.repeat(100_000))).toHaveLength(1);
    expect(problems('{"a":'.repeat(100_000))).toHaveLength(1);
  });

  it('counts the text that aliases repeat', () => {
    const text = (times: number): string =>
      `${service('x')}a: &a ${'x'.repeat(10_000)}\nspec: [${Array(times).fill('*a').join(', ')}]\n`;
    expect(problems(text(10))).toEqual([]);
    expect(problems(text(5000))).toHaveLength(1);
    const [document] = readText(
      `{"apiVersion":"v1","kind":"X","metadata":{"name":"x"},"a":[${'1,'.repeat(3_000_000)}1]}`,
    ).documents;
    expect(document).toBeDefined();
  });

  it('passes over markers with nothing between them', () => {
    expect(namesIn(`${'---\n'.repeat(1_000_000)}${service('x')}`)).toEqual(['x']);
  });

  it('is not fooled by names that JavaScript has itself', () => {
    const text = `${service('x')}__proto__: {polluted: true}\nconstructor: 1\n`;
    expect(namesIn(text)).toEqual(['x']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never throws', () => {
    const words = fc.constantFrom(
      '---\n',
      'kind: ',
      '- ',
      '{',
      '}',
      '[',
      '*a',
      '&a ',
      '"',
      '\n',
      '  ',
      ': ',
      '|',
      '>',
      '<<',
      '\t',
      '!!x ',
      '\u0000',
      '{{',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
        readText(parts.join(''));
      }),
      { numRuns: 300 },
    );
  });
});
