// Writes docs/rules.md, the reference of the rules, from the rules themselves.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'build/lib/check/reference.js');
if (!existsSync(file))
  throw new Error('build/lib/check/reference.js must be there, got nothing; run npm run compile');
const { ruleReference } = createRequire(import.meta.url)(file);
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs/rules.md'), ruleReference());
