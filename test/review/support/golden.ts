import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compares with a file that people read. `UPDATE_GOLDEN=1` writes it anew: look at what git says then. */
export function expectGolden(file: string, text: string): void {
  const path = join(__dirname, '..', file);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(
    existsSync(path) ? readFileSync(path, 'utf8') : `${file} is missing: UPDATE_GOLDEN=1 writes it`,
  );
}
