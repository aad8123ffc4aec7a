// Tells as JSON what loading, indexing and deciding take, in milliseconds of this process's CPU time.
import { Simulator } from 'cdk8s-mesh/simulate';
import { fleetFromCommandLine } from './fleet.mjs';
import { policyOf, requestsTo } from './policy.mjs';

const WARM_UP = 300;
const MEASURED = 700;

const { charts } = fleetFromCommandLine();
const objects = policyOf(charts).flatMap((chart) => chart.objects);
const requests = requestsTo(charts, 2000);

// Whatever else the machine does, CPU time is our own.
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const start = now();
const simulator = Simulator.from(objects, { explain: false });
const load = now() - start;
simulator.decide(requests[0]);
const first = now() - start - load;

const before = now();
const namespaces = charts.map(({ namespace }, i) => ({ ...requests[i], from: { namespace } }));
for (const request of namespaces) simulator.decide(request);
const perNamespace = (now() - before) / namespaces.length;

const off = rate(simulator);
const on = rate(Simulator.from(objects));
globalThis.gc();
const heap = process.memoryUsage().heapUsed / 2 ** 20;
console.log(JSON.stringify({ load, first, perNamespace, off, on, heap }));

/** Decisions a second, once everything has been asked before. */
function rate(asked) {
  run(asked, WARM_UP);
  return run(asked, MEASURED);
}

function run(asked, milliseconds) {
  let count = 0;
  const begin = now();
  while (now() - begin < milliseconds) {
    for (const request of requests) asked.decide(request);
    count += requests.length;
  }
  return (count / (now() - begin)) * 1000;
}
