import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifests } from '../../../lib/manifest/load';
import { review } from '../../../lib/review';
import { manifestsOf, seedsOf, type Seeds } from '../../../lib/review/page/ask/seeds';
import { exampleOf } from '../../../lib/review/subject/hosts';
import { Simulator } from '../../../lib/simulate';
import { SHOP, istio, to, virtualService } from '../support/objects';

const DIST = join(__dirname, '../../../dist');

/** What a browser gets of them. */
function simulatorOf(seeds: Seeds, version = 0): Simulator {
  const sent = JSON.parse(JSON.stringify(seeds)) as Seeds;
  const { mesh } = sent.versions[version]!;
  return Simulator.from(manifestsOf(sent, sent.versions[version]!), { mesh });
}

/** Files and lines stand in one place in a page. */
function withoutLines(data: unknown): unknown {
  const text = JSON.stringify(data);
  return JSON.parse(text.replace(/("file":"[^"]*)","line":(\d+)/g, '$1:$2"'));
}

describe('what a page carries of manifests', () => {
  it.each(readdirSync(DIST))('decides as they do: %s', (file) => {
    const manifests = loadManifests(join(DIST, file));
    const [own, carried] = [Simulator.from(manifests), simulatorOf(seedsOf([manifests]))];
    const { hosts } = review(manifests);
    for (const { host, gateway, views } of hosts) {
      const options = gateway ? { from: gateway } : {};
      expect(withoutLines(carried.routes(host, options))).toEqual(withoutLines(own.routes(host, options)));
      for (const { callers, port, protocol } of views) {
        for (const from of callers) {
          const url = `${protocol}://${exampleOf(host)}:${port}${protocol === 'http' ? '/' : ''}`;
          expect(withoutLines(carried.decide({ url, from }))).toEqual(
            withoutLines(own.decide({ url, from })),
          );
        }
      }
    }
  });

  it('knows gaps, certificates, namespaces and the MeshConfig', () => {
    const things = [
      ...SHOP,
      istio('EnvoyFilter', 'lua', {
        workloadSelector: { labels: { app: 'reviews' } },
        configPatches: [{ secret: 1 }],
      }),
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'elsewhere' } },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'istio', namespace: 'istio-system' },
        data: { mesh: 'outboundTrafficPolicy: { mode: REGISTRY_ONLY }' },
      },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'edge' },
        data: { 'tls.crt': 'Y2VydA==', 'tls.key': 'a2V5' },
      },
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: 'edge' },
        spec: {
          gatewayClassName: 'istio',
          listeners: [
            { name: 'web', port: 443, protocol: 'HTTPS', tls: { certificateRefs: [{ name: 'edge' }] } },
          ],
        },
      },
    ];
    const manifests = loadManifests(things);
    const carried = simulatorOf(seedsOf([manifests]));
    for (const [url, from] of [
      ['http://reviews.shop:9080/', { namespace: 'shop', labels: { app: 'reviews' } }],
      ['http://unknown.example/', { namespace: 'shop' }],
      ['https://any.example/', { gateway: { name: 'edge' } }],
    ] as const) {
      expect(carried.decide({ url, from })).toEqual(Simulator.from(manifests).decide({ url, from }));
    }
    expect(carried.decide({ url: 'http://unknown.example/' }).outcomes[0]!.kind).not.toBe('forwarded');
  });

  it('has no secrets', () => {
    const secret = 'hunter2';
    const pod = {
      serviceAccountName: 'web',
      containers: [
        {
          name: 'web',
          env: [{ name: 'PASSWORD', value: secret }],
          args: [secret],
          ports: [{ containerPort: 80 }],
        },
      ],
    };
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': secret };
    const metadata = { name: 'web', namespace: 'shop', annotations };
    const template = { metadata: { labels: { app: 'web' }, annotations: { note: secret } }, spec: pod };
    const things = [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata,
        data: { 'tls.crt': secret, 'tls.key': secret },
        stringData: { a: secret },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { password: secret } },
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } },
      { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod },
      { apiVersion: 'example.com/v1', kind: 'Vault', metadata, spec: { token: secret } },
      {
        apiVersion: 'example.com/v1',
        kind: 'Vault',
        metadata: { name: 'only', namespace: 'vault' },
        spec: { token: secret },
      },
      istio('EnvoyFilter', 'lua', { configPatches: [{ patch: secret }] }),
      {
        apiVersion: 'extensions.istio.io/v1alpha1',
        kind: 'WasmPlugin',
        metadata,
        spec: { pluginConfig: { key: secret } },
      },
      { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec: { rules: [{ host: secret }] } },
    ];
    const text = JSON.stringify(seedsOf([loadManifests(things)]));
    expect(text).not.toContain(secret);
    expect(text).toContain('"namespace":"vault"');
    expect(text).not.toContain('token');
  });

  it('has once what both versions have', () => {
    const versions = [SHOP, [...SHOP, virtualService('reviews', [{ route: [to('v1')] }])]].map((one) =>
      loadManifests(one),
    );
    const seeds = seedsOf(versions);
    expect(seeds.documents).toHaveLength(versions[1]!.documents.length);
    expect(seeds.versions.map(({ has }) => has.length)).toEqual(
      versions.map(({ documents }) => documents.length),
    );
    const request = { url: 'http://reviews.shop:9080/', from: { namespace: 'shop' } };
    versions.forEach((one, i) => {
      expect(simulatorOf(seeds, i).decide(request)).toEqual(Simulator.from(one).decide(request));
    });
  });
});
