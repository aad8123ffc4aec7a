import { App } from 'cdk8s';
import { addAll } from './stories/all';

const app = new App();
addAll(app);
app.synth();
