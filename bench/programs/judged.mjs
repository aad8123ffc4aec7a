// Tells as JSON what app.synth() takes for a fleet of plain ApiObjects, or of this library's constructs, with or without
// checks; and what yaml.stringify takes for the same objects. In milliseconds; all of it is in memory before.
import { App, ApiObject, Chart } from 'cdk8s';
import { Checks } from 'cdk8s-mesh';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describeFleet } from './constructs.mjs';
import { fleetFromCommandLine } from './fleet.mjs';
import { policyOf } from './policy.mjs';

// The copy that cdk8s has bundled, not ours.
const YAML = createRequire(createRequire(import.meta.url).resolve('cdk8s'))('yaml');
const OPTIONS = { keepUndefined: true, lineWidth: 0, version: '1.1' };
const [made, how] = process.argv.slice(5);

const { outdir, charts } = fleetFromCommandLine();
const app = new App({ outdir });
if (made === 'constructs') describeFleet(app, charts);
else describeObjects();

const objects = how === 'yaml' ? app.charts.map((chart) => chart.toJson()) : [];
if (how === 'checked') Checks.of(app);

const [wall, cpu] = [performance.now(), process.cpuUsage()];
let length = 0;
if (how === 'yaml') length = objects.map(textOf).reduce((sum, text) => sum + text.length, 0);
else app.synth();
const { user, system } = process.cpuUsage(cpu);
const took = { wall: performance.now() - wall, cpu: (user + system) / 1000 };
console.log(JSON.stringify({ ...took, length: length || written() }));

function textOf(list) {
  return list.map((object) => YAML.stringify(object, OPTIONS)).join('---\n');
}

function written() {
  return readdirSync(outdir).reduce((sum, file) => sum + readFileSync(join(outdir, file), 'utf8').length, 0);
}

function describeObjects() {
  for (const { name, objects: own } of policyOf(charts)) {
    const chart = new Chart(app, name);
    own.forEach((object, i) => new ApiObject(chart, `object-${i}`, object));
  }
}
