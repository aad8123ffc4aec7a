import { fieldsList, fieldsOf, numberOf, textMap, textOf, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { isTlsServer, readGateway } from '../../../simulate/ingress/server';
import { selects } from '../../../simulate/mesh/labels';
import { isHttp } from '../../../simulate/mesh/protocol';
import { isAssumedGateway } from '../../mesh/assumed-gateway';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { some, someNames } from '../../mesh/names';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { gateway, manifests } from '../fixture';

const open = (name: string, host: string): string =>
  gateway(
    `edge/${name}`,
    `{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: tls, protocol: TLS}, hosts: [${host}], tls: {mode: PASSTHROUGH}}]}`,
  );

export const gatewayConflict = rule({
  id: 'gateway-conflict',
  title: 'Two Gateways for the same host and port',
  severity: 'error',
  why: 'Of two servers with TLS the newer one is left out, with its certificate; of two without, the routes are mixed, and who may bind is no longer what either says.',
  fix: 'Declare the host in one Gateway, and let VirtualServices of both teams bind to it.',
  upstream: ['IST0145', 'KIA0301'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0145/'],
  bad: manifests(open('a', 'x.com'), open('b', 'x.com')),
  good: manifests(open('a', 'x.com'), open('b', 'y.com')),
  check(mesh, reporter) {
    // Gateways with the same host and port; of one selector all are rivals, so that one stands for the others.
    const byHost = new Map<string, Map<string, Config[]>>();
    for (const config of mesh.list(KIND.gateway)) {
      const selector = selectorText(config);
      for (const key of new Set(serversOf(config).flatMap(({ keys }) => keys))) {
        let groups = byHost.get(key);
        if (!groups) byHost.set(key, (groups = new Map<string, Config[]>()));
        push(groups, selector, config);
      }
    }
    for (const config of mesh.list(KIND.gateway)) {
      for (const { keys, at, port } of serversOf(config)) {
        const rivals = keys.flatMap((key) => rivalsOf(mesh, config, byHost.get(key)!));
        if (rivals.length === 0) continue;
        const hosts = textsOf(fieldsList(config.spec.servers)[at]?.hosts);
        reporter.add(
          config.document,
          ['spec', 'servers', at, 'hosts'],
          `hosts must be those of one Gateway, got ${some(hosts)}, which ${someNames(rivals)} has, too`,
          [config, ...rivals].every((one) => isHttpOn(one, port)) ? MIXED : {},
        );
      }
    }
  },
});

const ENOUGH = 10;

/** Without TLS no server is left out. */
const MIXED = {
  severity: 'warning',
  why: 'The routes of both are mixed at the gateway: who may bind to the host is no longer what either says.',
} as const;

/** Whether all that it has on the port is HTTP in the clear. */
function isHttpOn(config: Config, port: number): boolean {
  return readGateway(config)
    .servers.filter((server) => server.port === port)
    .every((server) => isHttp(server.protocol) && !isTlsServer(server));
}

function rivalsOf(
  mesh: Mesh,
  config: Config,
  groups: ReadonlyMap<string, readonly Config[]>,
): readonly Config[] {
  const rivals: Config[] = [];
  for (const group of groups.values()) {
    const other = group.find((one) => one !== config);
    if (other && isSamePods(mesh, other, config)) rivals.push(other);
    if (rivals.length >= ENOUGH) break;
  }
  return rivals;
}

function selectorText({ spec }: Config): string {
  return JSON.stringify([...textMap(spec.selector)].sort());
}

function serversOf({ spec }: Config): readonly { keys: readonly string[]; at: number; port: number }[] {
  return fieldsList(spec.servers).map(({ port, hosts, bind }, at) => ({
    keys: textsOf(hosts).map((host) =>
      JSON.stringify([numberOf(fieldsOf(port).number) ?? 0, textOf(bind) ?? '', host]),
    ),
    at,
    port: numberOf(fieldsOf(port).number) ?? 0,
  }));
}

/** Whether some pods get both. */
function isSamePods(mesh: Mesh, a: Config, b: Config): boolean {
  const [first, second] = [textMap(a.spec.selector), textMap(b.spec.selector)];
  const isSame = first.size === second.size && selects(first, second);
  if (isSame) return true;
  const [narrow, wide] = first.size >= second.size ? [first, second] : [second, first];
  return selects(wide, narrow) && (isAssumedGateway(narrow) || mesh.workloads().selected(narrow).length > 0);
}
