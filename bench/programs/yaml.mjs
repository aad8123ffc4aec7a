// The same text from plain objects: what writing YAML costs by itself, as cdk8s does it in Yaml.save.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fleetFromCommandLine } from './fleet.mjs';
import { destinationRuleSpec, NAMESPACE_LABELS, virtualServiceSpec } from './specs.mjs';

// The copy that cdk8s has bundled, not ours.
const YAML = createRequire(createRequire(import.meta.url).resolve('cdk8s'))('yaml');
const OPTIONS = { keepUndefined: true, lineWidth: 0, version: '1.1' };
const API_VERSION = 'networking.istio.io/v1';

const { outdir, charts } = fleetFromCommandLine();
mkdirSync(outdir, { recursive: true });

const files = charts.map(({ name, namespace, services }) => ({
  name,
  objects: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { labels: NAMESPACE_LABELS, name: namespace } },
    ...services.map((service) => ({
      apiVersion: API_VERSION,
      kind: 'DestinationRule',
      metadata: { name: service, namespace },
      spec: destinationRuleSpec(service, namespace, {
        baseEjectionTime: '1m',
        consecutive5xxErrors: 5,
        maxEjectionPercent: 100,
      }),
    })),
    ...services.map((service) => ({
      apiVersion: API_VERSION,
      kind: 'VirtualService',
      metadata: { name: service, namespace },
      spec: virtualServiceSpec(service, namespace),
    })),
  ],
}));

for (const { name, objects } of files) {
  const text = objects.map((object) => YAML.stringify(object, OPTIONS)).join('---\n');
  writeFileSync(join(outdir, `${name}.k8s.yaml`), text);
}
