import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { render, review } = require('../../build/lib/review');
const { loadManifests } = require('../../build/lib/manifest/load');

const boutique = 'dist/online-boutique.k8s.yaml';
const canary = readFileSync('dist/bookinfo-canary.k8s.yaml', 'utf8');
const evil = `/</script><script>alert(1)</script><img src=x onerror=alert(1)>"'\u2028\u202e`;

/** What is tried in the browser. One version of manifests, or two. */
const VERSIONS = {
  description: [boutique],
  change: [
    canary,
    canary
      .replace('weight: 90', 'weight: 75')
      .replace('weight: 10', 'weight: 25')
      .replace('    - name: canary\n', '    - name: canary\n      timeout: 2s\n'),
  ],
  'no-change': [canary, canary],
  'two-worlds': [
    'dist/bookinfo-fault-injection-delay.k8s.yaml',
    'dist/bookinfo-fault-injection-abort.k8s.yaml',
  ],
  mirroring: ['dist/bookinfo-mirroring.k8s.yaml'],
  'gateway-api': ['dist/bookinfo-gateway-api.k8s.yaml'],
  hostile: [[...shop('web', 'shop'), route('web', 'shop', [{ match: [{ uri: { exact: evil } }] }, {}])]],
  nothing: [[{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'empty' } }]],
};

/** Writes the pages into a folder. */
export function makePages(folder) {
  const pages = Object.entries(VERSIONS).map(([name, versions]) => pageOf(folder, name, versions));
  return Object.fromEntries(pages.map((page) => [page.name, page]));
}

/** One with a thousand hosts, each with rules of its own. */
export function bigPage(folder) {
  return pageOf(folder, 'big', [Array.from({ length: 1000 }, (_, i) => bigHost(i)).flat()]);
}

function pageOf(folder, name, given) {
  const versions = given.map((one) => loadManifests(one));
  const [before, after] = versions;
  const made = review(before, after);
  const text = render(made, 'html', { manifests: after ? versions : before });
  const file = join(folder, `${name}.html`);
  writeFileSync(file, text);
  return { name, review: made, versions, url: pathToFileURL(file).href, bytes: Buffer.byteLength(text) };
}

function bigHost(i) {
  const namespace = `team-${i % 20}`;
  const header = { headers: { 'x-canary': { exact: `c${i}` } } };
  return [
    ...shop(`app-${i}`, namespace),
    route(`app-${i}`, namespace, [{ match: [header], timeout: '2s' }, { retries: { attempts: 3 } }]),
  ];
}

function shop(name, namespace) {
  const metadata = { name, namespace };
  const ports = [{ name: 'http', port: 80 }];
  return [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports, selector: { app: name } } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { template: { metadata: { labels: { app: name } } } },
    },
  ];
}

function route(name, namespace, http) {
  const to = { route: [{ destination: { host: name } }] };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name, namespace },
    spec: { hosts: [name], http: http.map((rule) => ({ ...rule, ...to })) },
  };
}
