import { DataPlane, MeshNamespace } from 'cdk8s-mesh';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** One demo: a file that can be applied on its own, in a namespace of its own, both named after it. */
export class Story extends Chart {
  constructor(scope: Construct, name: string, dataPlane = DataPlane.SIDECAR) {
    super(scope, name, { namespace: name });
    new MeshNamespace(this, name, { dataPlane });
  }
}
