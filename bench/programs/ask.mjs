// Reads what `print` wrote, and answers a hundred requests with their explanations: what a command does once.
import { Simulator } from 'cdk8s-mesh/simulate';
import { fleetFromCommandLine } from './fleet.mjs';
import { requestsTo } from './policy.mjs';

const { outdir, charts } = fleetFromCommandLine();
const simulator = Simulator.from(outdir);
const decisions = requestsTo(charts, 100).map((request) => simulator.decide(request));
if (decisions.some(({ outcomes }) => outcomes[0].kind !== 'forwarded'))
  throw new Error('a request went astray');
