// Writes a fleet that is described with this library.
import { App } from 'cdk8s';
import { describeFleet } from './constructs.mjs';
import { fleetFromCommandLine } from './fleet.mjs';

const { outdir, charts } = fleetFromCommandLine();
const app = new App({ outdir });
describeFleet(app, charts);
app.synth();
