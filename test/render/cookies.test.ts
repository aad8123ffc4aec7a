import fc from 'fast-check';
import { cookieRegex } from '../../lib/render/cookies';
import { matchesRegex } from '../../lib/model/regex';

const names = fc.constantFrom('a', 'b', 'ab', 'a.b', 'c');
const texts = fc.constantFrom('1', '12', 'x.y', '$1', '');
const jars = fc.uniqueArray(fc.tuple(names, texts), { selector: ([name]) => name, maxLength: 4 });

describe('the expression for cookies', () => {
  it('matches the header if all cookies are in it, in whatever order', () => {
    const wanted = fc
      .uniqueArray(fc.tuple(names, fc.option(fc.constantFrom('1', '12', 'x.y', '$1'))), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 3,
      })
      .map((list) => list.sort());
    fc.assert(
      fc.property(wanted, jars, fc.constantFrom('; ', ';'), (cookies, jar, separator) => {
        const regex = cookieRegex(
          cookies.map(([name, text]) => ({
            name,
            match: text === null ? { kind: 'present' } : { kind: 'exact', text },
          })),
        );
        const header = jar.map(([name, text]) => `${name}=${text}`).join(separator);
        const held = cookies.every(([name, text]) =>
          jar.some(([own, value]) => own === name && (text === null || text === value)),
        );
        expect(matchesRegex(regex, header)).toBe(held);
      }),
      { numRuns: 3000 },
    );
  });
});
