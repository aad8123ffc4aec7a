import { join } from 'node:path';
import { oracle } from './environment.mjs';
import { LineProcess } from './lines.mjs';

/** Asks the API server, the webhook and the analyzers. One channel of the Gateway API at a time. */
export function judge(channel) {
  const crds = oracle('crds');
  const folders = ['istio', `gateway-${channel}`].flatMap((name) => ['--crds', join(crds, name)]);
  return new LineProcess(oracle('judge'), ['serve', ...folders]);
}
