import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../lib/verdict/judge';
import { readPath } from '../lib/manifest/folder';

const dist = join(__dirname, '../dist');
const files = readdirSync(dist).filter((file) => file.endsWith('.yaml'));

describe('examples', () => {
  it.each(files)('%s passes the checks without errors and warnings', (file) => {
    const { findings } = judge(readPath(join(dist, file)));
    const problems = findings.filter(({ severity }) => severity !== 'info');
    expect(problems.map(({ id, object, message }) => `${id} ${object.name}: ${message}`)).toEqual([]);
  });
});
