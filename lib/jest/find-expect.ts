/** Jest's `expect`, as far as it is used here. */
export interface Expect {
  (received: unknown): { toMatchSnapshot?(hint?: string): void };
  extend(matchers: object): void;
}

/** The global one, or where globals are off that of `@jest/globals`. */
export function findExpect(): Expect | undefined {
  const { expect } = globalThis as { expect?: Expect };
  if (expect) return expect;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only in a test of jest there is such a module
    return (require('@jest/globals') as { expect: Expect }).expect;
  } catch {
    return undefined; // another runner: expect.extend(matchers) does it there
  }
}
