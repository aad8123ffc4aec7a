// Reads the files that `print` wrote, with js-yaml, and keeps the objects: what every checker has to do first.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

const [, , folder] = process.argv.slice(2);
const objects = readdirSync(folder).flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')));
console.log(JSON.stringify({ objects: objects.length }));
