import type { Construct } from 'constructs';
import { Program } from './program';

/** A load client: `kubectl exec deploy/fortio -- fortio load ...`. */
export class Fortio extends Program {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      image: 'docker.io/fortio/fortio:latest_release',
      ports: [8080, 8079],
      user: 1000,
      writes: ['/var/lib/fortio'],
      app: 'fortio',
    });
    // The sidecar counts what its circuit breakers refuse, if it is asked to.
    this.podMetadata.addAnnotation(
      'proxy.istio.io/config',
      'proxyStatsMatcher:\n  inclusionPrefixes:\n  - cluster.outbound\n',
    );
  }
}
