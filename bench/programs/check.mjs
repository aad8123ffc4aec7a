// The program cdk8s-mesh on the files that `print` wrote. A line with the number of objects stands at the end.
import { createRequire } from 'node:module';

const [, , folder] = process.argv.slice(2);
process.argv.splice(2, Infinity, 'check', folder, '--fail-on', 'never');
createRequire(import.meta.url)('../../build/lib/cli/main.js');
