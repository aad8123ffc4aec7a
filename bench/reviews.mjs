// Measures reviews of a mesh before and after a change. Needs `npm run compile`.
// node bench/reviews.mjs [hosts] [namespaces]
import { createRequire } from 'node:module';

const { render, review } = createRequire(import.meta.url)('../build/lib/review/index.js');
const [hosts = 1000, namespaces = 1] = process.argv.slice(2).map(Number);

const before = mesh(() => 10);
const after = mesh((i) => (i % 10 === 0 ? 20 : 10));

const [description, described] = timed(() => review(before));
const [difference, compared] = timed(() => review(before, after));
const [markdown, rendered] = timed(() => render(description, 'markdown'));

console.log(`${hosts} hosts in ${namespaces} namespaces, of which ${difference.hosts.length} change`);
console.log(`describe   ${described} ms`);
console.log(`compare    ${compared} ms`);
console.log(`render     ${rendered} ms, ${Math.round(markdown.length / 1024)} KiB of Markdown`);

function timed(work) {
  const start = process.hrtime.bigint();
  const result = work();
  return [result, Math.round(Number(process.hrtime.bigint() - start) / 1e6)];
}

/** Services of two versions, each with a canary, a header that chooses, and a timeout for a path. */
function mesh(weightOf) {
  return Array.from({ length: hosts }, (_, i) => serviceOf(i, weightOf(i))).flat();
}

function serviceOf(i, weight) {
  const [name, namespace] = [`service-${i}`, `shop-${i % namespaces}`];
  const metadata = { name, namespace };
  const host = `${name}.${namespace}.svc.cluster.local`;
  const versions = ['v1', 'v2'];
  const to = (subset, share) => ({ destination: { host, subset, port: { number: 80 } }, weight: share });
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: name }, ports: [{ name: 'http', port: 80 }] },
    },
    ...versions.map((version) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `${name}-${version}`, namespace },
      spec: { template: { metadata: { labels: { app: name, version } } } },
    })),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata,
      spec: { host, subsets: versions.map((version) => ({ name: version, labels: { version } })) },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata,
      spec: {
        hosts: [host],
        http: [
          { match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] },
          { match: [{ uri: { prefix: '/api' } }], timeout: '2s', route: [to('v1')] },
          { route: [to('v1', 100 - weight), to('v2', weight)] },
        ],
      },
    },
  ];
}
