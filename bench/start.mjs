import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, URL } from 'node:url';
import { runNode } from './child.mjs';
import { summary } from './stats.mjs';

const SMALL = `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 9080}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews.shop.svc.cluster.local]
  http: [{route: [{destination: {host: reviews.shop.svc.cluster.local, port: {number: 9080}}}]}]
`;

const RUNS = 21;

/** From the start of Node to its end, for one small file; beside a program that does nothing. */
export function measureStart(file, progress) {
  writeFileSync(file, SMALL);
  const program = fileURLToPath(new URL('../build/lib/cli/main.js', import.meta.url));
  const commands = { nothing: ['-e', '0'], check: [program, 'check', file] };
  const runs = { nothing: [], check: [] };
  for (let i = 0; i < RUNS; i++) {
    progress(`check: start ${i + 1} of ${RUNS}`);
    for (const [name, args] of Object.entries(commands)) {
      const begin = performance.now();
      const { status, stderr } = runNode(args);
      if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
      runs[name].push(performance.now() - begin);
    }
  }
  return { nothing: summary(runs.nothing), check: summary(runs.check) };
}
