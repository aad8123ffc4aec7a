import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { cli } from './support/io';

const words = [
  '-',
  '--',
  '--from',
  '-H',
  '-b',
  '-X',
  '--port',
  '--sni',
  '--claims',
  '--json',
  '--brief',
  '--explain',
  '-f',
  'GET',
  'http://web/',
  'tcp://web:1',
  'https://web',
  'http://',
  '://',
  'outside',
  'gateway',
  'gateway:a/b',
  'shop/web',
  'namespace:shop',
  'a: b',
  'a=b',
  '{}',
  '80',
  'route',
  'check',
  '--format',
  'sarif',
  '--fail-on',
  '--only',
  'schema-*',
  '--known',
  '--list-rules',
  'help',
  '__proto__',
  '__proto__: x',
  '',
  ' ',
];

const texts = [
  '',
  '{}',
  '[',
  'kind: Service',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
  '\u0000',
  '- a',
];

describe('any arguments', () => {
  it('end with a status and a message, and are never our own mistake', async () => {
    const word = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...words) },
      fc.string().filter((text) => !existsSync(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), fc.constantFrom(...texts), async (argv, input) => {
        const { status, out, err } = await cli(['route', '-', ...argv], { input });
        expect([0, 1, 2]).toContain(status);
        expect(err).not.toContain('bug of cdk8s-mesh');
        expect(status === 2 ? err : out).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
