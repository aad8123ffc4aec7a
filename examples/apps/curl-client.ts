import type { Construct } from 'constructs';
import { Program } from './program';

/** A pod to call from: `kubectl exec deploy/curl -- curl ...`. */
export class CurlClient extends Program {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      image: 'docker.io/curlimages/curl:8.16.0',
      command: ['/bin/sleep', 'infinity'],
      user: 1000,
      writes: ['/tmp'],
      app: 'curl',
    });
  }
}
