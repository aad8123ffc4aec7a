import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../lib/verdict/judge';
import { readPath } from '../lib/manifest/folder';

const dist = join(__dirname, '../dist');
const files = readdirSync(dist).filter((file) => file.endsWith('.yaml'));

describe('examples', () => {
  it.each(files)('%s passes the checks without errors', (file) => {
    const { findings } = judge(readPath(join(dist, file)));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ id, object, message }) => `${id} ${object.name}: ${message}`)).toEqual([]);
  });
});
