// The same objects, as someone would write them with cdk8s alone.
import { ApiObject, App, Chart } from 'cdk8s';
import { DestinationRule, VirtualService } from '../../build/imports/networking.istio.io.js';
import { fleetFromCommandLine } from './fleet.mjs';
import { destinationRuleSpec, NAMESPACE_LABELS, virtualServiceSpec } from './specs.mjs';

const { outdir, charts } = fleetFromCommandLine();
const app = new App({ outdir });

for (const { name, namespace, services } of charts) {
  const chart = new Chart(app, name);
  new ApiObject(chart, namespace, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: NAMESPACE_LABELS },
  });
  for (const service of services) {
    new DestinationRule(chart, `${service}-versions`, {
      metadata: { name: service, namespace },
      spec: destinationRuleSpec(service, namespace, {
        baseEjectionTime: '1m',
        consecutive5XxErrors: 5,
        maxEjectionPercent: 100,
      }),
    });
  }
  for (const service of services) {
    new VirtualService(chart, `${service}-routes`, {
      metadata: { name: service, namespace },
      spec: virtualServiceSpec(service, namespace),
    });
  }
}

app.synth();
