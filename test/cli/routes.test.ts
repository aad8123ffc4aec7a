import { paint } from '../../lib/report/marked';
import { presentRoutes } from '../../lib/cli/present/routes';
import { drawTable } from '../../lib/cli/present/table';
import type { HostRoutes, RouteRow } from '../../lib/simulate';
import { parseCaller } from '../../lib/cli/arguments/caller';
import { nameCaller } from '../../lib/simulate/written/caller';
import { cli } from './support/io';

const service = { kind: 'VirtualService', namespace: 'shop', name: 'web', file: 'dist/shop.yaml', line: 7 };
const nothing = { mirrors: [], affinity: [], path: { routeConfig: '80' }, notModelled: [] };
const any = { headers: [], query: [], claims: [] };
const forwarded = {
  kind: 'forwarded',
  cluster: 'c',
  host: 'web.shop.svc.cluster.local',
  port: 80,
  workloads: [],
} as const;

const rows: readonly RouteRow[] = [
  {
    condition: 'path /a/*, header end-user = "jason", header x-very-long-name = "long value"',
    match: any,
    outcome: {
      ...nothing,
      outcomes: [
        { kind: 'answered', probability: 0.5, status: 503, flag: 'FI', reason: 'the rule injects an abort' },
        { ...forwarded, probability: 0.5, subset: 'v2' },
      ],
      timeout: 2000,
      retries: { attempts: 2, on: [], codes: [], isDefault: true },
    },
    object: service,
    at: 'spec.http[0]',
  },
  {
    condition: 'path = /old',
    match: any,
    outcome: {
      ...nothing,
      outcomes: [{ kind: 'answered', probability: 1, status: 301, reason: 'x', location: 'https://web/new' }],
    },
    object: { ...service, file: 'dist/edge.yaml' },
  },
  {
    condition: 'every request',
    match: any,
    outcome: {
      ...nothing,
      outcomes: [{ ...forwarded, probability: 1 }],
      authorization: { allowed: false, status: 403, reason: 'nothing allows it' },
      notModelled: [{ object: { kind: 'EnvoyFilter', namespace: 'shop', name: 'lua' }, why: 'x' }],
    },
  },
];

function shown(routes: HostRoutes): string {
  const layout = { width: 80, callerName: nameCaller, lineOf: (_: unknown, at: string) => at.length };
  return presentRoutes(routes, layout)
    .map((line) => paint(line, false).trimEnd())
    .join('\n');
}

describe('tables of routes', () => {
  it('have the condition and the outcome of each class of requests', () => {
    const callers = [{ namespace: 'shop' }, { gateway: {} }, 'shop/web'];
    expect(`\n${shown({ host: 'web.shop', tables: [{ port: 80, callers, rows }] })}\n`).toBe(`
web.shop, port 80
  from namespace:shop, gateway:istio-system/istio=ingressgateway, shop/web

   request                                 what happens
1  path /a/*, header end-user =            50 % ✗ 503 FI, the rule injects an
     "jason", header x-very-long-name =      abort
     "long value"                          50 % → web.shop:80 v2
   dist/shop.yaml:12                       timeout 2 s for all tries together
2  path = /old                             100 % ← 301 to https://web/new
   dist/edge.yaml:7
3  every request                           100 % → web.shop:80
                                           denied, nothing allows it
                                           retries none
                                           not simulated EnvoyFilter shop/lua
`);
  });

  it('name a file once if all rules are in it', () => {
    const tables = [{ port: 80, callers: ['shop/web'], rows: [rows[0]!, rows[2]!] }];
    expect(shown({ host: 'web', tables })).toMatch(/by the rules in dist\/shop\.yaml\n[^]*\n {3}line 12 /);
  });

  it('name some callers and count the rest', () => {
    const callers = Array.from({ length: 9 }, (_, i) => ({ namespace: `n${i}` }));
    expect(shown({ host: 'web', tables: [{ port: 80, callers, rows: [] }] })).toContain(
      'namespace:n5, and 3 more',
    );
  });

  it('give narrow columns what they need', () => {
    const lines = drawTable(['a', 'b'], [[[['x']], [['one two three four']]]], 16);
    expect(lines.map((line) => paint(line, false))).toEqual(['a  b', 'x  one two', '     three four']);
    expect(paint(drawTable(['a'], [[[['\u001b[2J']]]], 80)[1]!, false)).toBe('\\u001b[2J');
  });
});

describe('names of callers', () => {
  it.each([
    'shop/web',
    'shop/app=web,version=v1',
    'namespace:shop',
    'outside',
    'gateway:a/b=c',
    'gateway:shop/edge',
  ])('%s is as --from takes it', (text) => {
    expect(nameCaller(parseCaller(text, {})!)).toBe(text);
  });

  it('say what is left out', () => {
    expect(nameCaller({})).toBe('namespace:default');
    expect(nameCaller({ gateway: { name: 'edge' } })).toBe('gateway:default/edge');
  });
});

describe('cdk8s-mesh routes', () => {
  const input =
    'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{name: http, port: 80}], selector: {app: web}}\n';

  it('prints tables', async () => {
    const { status, out, err } = await cli(['routes', '-', 'web.shop', 'web.shop.svc.cluster.local'], {
      input,
    });
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^web\.shop, port 80\n {2}from namespace:shop\n\n.*\n1 {2}every request {2}100 % → web\.shop:80\n\nweb/,
    );
  });

  it('prints JSON: a list with an entry for each host', async () => {
    const { out } = await cli(['routes', '-', 'web', '--from', 'namespace:shop', '--port', '80', '--json'], {
      input,
    });
    expect(JSON.parse(out)).toMatchObject([
      {
        host: 'web',
        tables: [{ port: 80, callers: [{ namespace: 'shop' }], rows: [{ condition: 'every request' }] }],
      },
    ]);
  });

  it('lists what one can ask about if no host is named', async () => {
    const { status, out } = await cli(['routes', '-'], { input, columns: 90 });
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'host                        ports    declared by',
        'web.shop.svc.cluster.local  80 http  Service shop/web',
        '',
        'from            workloads',
        'namespace:shop',
        '',
      ].join('\n'),
    );
    const { out: json } = await cli(['routes', '-', '--json'], { input });
    expect(JSON.parse(json)).toMatchObject({
      hosts: [{ host: 'web.shop.svc.cluster.local', kind: 'service', exportTo: ['*'] }],
      callers: [{ name: 'namespace:shop', from: { namespace: 'shop' } }],
    });
  });

  it('says below a table what is simulated for none of its rows', async () => {
    const filter =
      '---\napiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: lua, namespace: shop}\n';
    const rules =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: shop}\n' +
      'spec: {hosts: [web], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host: web}}]}, {route: [{destination: {host: web}}]}]}\n';
    const { out } = await cli(['routes', '-', 'web', '--from', 'namespace:shop'], {
      input: input + filter + rules,
    });
    expect(out.match(/not simulated EnvoyFilter shop\/lua/g)).toHaveLength(1);
    expect(out).toMatch(/\nnot simulated EnvoyFilter shop\/lua\n$/);
  });

  it.each([
    [
      ['routes', '-', 'nobody'],
      'error: the host must be one that services or routes of the manifests have, got nobody;',
    ],
    [['routes', '-', 'web', '--port', '81'], 'got web with port 81;'],
    [['routes', 'gone.yaml', 'web'], 'error: gone.yaml must be a file or a folder'],
  ])('refuses %j', async (argv, message) => {
    const { status, out, err } = await cli(argv, { input });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
