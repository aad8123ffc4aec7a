// What printing the objects that `ask` reads costs: nothing but text from plain objects, as cdk8s makes it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fleetFromCommandLine } from './fleet.mjs';
import { policyOf } from './policy.mjs';

// The copy that cdk8s has bundled, not ours.
const YAML = createRequire(createRequire(import.meta.url).resolve('cdk8s'))('yaml');
const OPTIONS = { keepUndefined: true, lineWidth: 0, version: '1.1' };

const { outdir, charts } = fleetFromCommandLine();
mkdirSync(outdir, { recursive: true });
for (const { name, objects } of policyOf(charts)) {
  const text = objects.map((object) => YAML.stringify(object, OPTIONS)).join('---\n');
  writeFileSync(join(outdir, `${name}.k8s.yaml`), text);
}
