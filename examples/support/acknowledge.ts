import type { MeshService } from 'cdk8s-mesh';
import { JsonPatch } from 'cdk8s';

/**
 * Says at the VirtualService of a service why a finding of a rule stays. In the object itself, so that whoever checks the
 * YAML knows it, too.
 */
export function acknowledgeRoutes(service: MeshService, rule: string, reason: string): void {
  const annotations = { 'cdk8s-mesh/acknowledge': `${rule}: ${reason}` };
  service.addJsonPatch('VirtualService', JsonPatch.add('/metadata/annotations', annotations));
}
