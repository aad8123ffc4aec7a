import type { Construct } from 'constructs';
import { compareTexts } from '../model/clause';
import type { Overlay, Route, Target } from '../model/contribution';
import type { Host, HostKey } from '../model/host';
import type { Setting } from '../model/settings';
import type { Traffic } from '../model/traffic';
import type { DialectRenderer } from '../render/dialect';
import { gatewayApi } from '../render/gateway-api/dialect';
import { istio } from '../render/istio/dialect';
import type { Manifest } from '../render/manifest';
import type { RenderContext } from '../render/names';
import type { Declarations, Declared, GatewayFacts, MeshOptions, OfHost } from './declarations';
import type { PlannedHost } from './hosts';

/** The language of a Mesh, and what it has to know of the app. */
export interface Dialect {
  readonly renderer: DialectRenderer;
  readonly context: RenderContext;
}

/** All that is said in a cluster, by what it is about. */
export class World {
  private readonly routes: ReadonlyMap<HostKey, Route[]>;
  private readonly overlays: ReadonlyMap<HostKey, Overlay[]>;
  private readonly settings: ReadonlyMap<HostKey, Setting[]>;
  private readonly known: ReadonlyMap<HostKey, Host>;
  private readonly dialects = new Map<MeshOptions, Dialect>();
  private readonly namers: ReadonlyMap<HostKey, ReadonlySet<DialectRenderer>>;

  public constructor(
    declared: Declarations,
    public readonly hosts: ReadonlyMap<HostKey, PlannedHost>,
    public readonly meshOf: (construct: Construct) => MeshOptions,
  ) {
    this.routes = groupByHost(declared.routes);
    this.overlays = groupByHost(declared.overlays);
    this.settings = groupByHost(declared.settings);
    this.known = new Map([...hosts].map(([key, { host }]) => [key, host]));
    this.namers = this.findNamers(declared);
  }

  public trafficOf(key: HostKey): Traffic {
    const { host } = this.hosts.get(key)!;
    return { host, routes: this.routes.get(key) ?? [], overlays: this.overlays.get(key) ?? [] };
  }

  public settingsOf(key: HostKey): readonly Setting[] {
    return this.settings.get(key) ?? [];
  }

  /** Who has a say in an object of a host. What limits callers is said in DestinationRules, all else in routes. */
  public authorsOf({ host, author }: PlannedHost, { kind }: Manifest): string[] {
    const { routes, overlays } = this.trafficOf(host.key);
    const settings = this.settingsOf(host.key);
    const isRule = kind === 'networking.istio.io/DestinationRule';
    const said =
      isRule && settings.length > 0 ? settings : ROUTES.includes(kind) ? [...routes, ...overlays] : [];
    const paths = said.map((one) => one.author.path);
    return paths.length > 0 ? [...new Set(paths)].sort(compareTexts) : [author.path];
  }

  public dialectOf(mesh: MeshOptions): Dialect {
    let dialect = this.dialects.get(mesh);
    if (!dialect) {
      const experimental = mesh.dialect === 'gateway-api-experimental';
      const { shortNames, minorVersion } = mesh;
      dialect = {
        renderer: mesh.dialect === 'istio' ? istio : gatewayApi,
        context: { hosts: this.known, shortNames, experimental, minorVersion },
      };
      this.dialects.set(mesh, dialect);
    }
    return dialect;
  }

  /** Whether routes that are written in this language name versions of the host. */
  public namesVersions(key: HostKey, renderer: DialectRenderer): boolean {
    return this.namers.get(key)?.has(renderer) ?? false;
  }

  /** Routes of a host are written in its own language, and in those of the gateways where it is exposed. */
  private findNamers({
    routes,
    overlays,
    gateways,
    exposures,
  }: Declarations): Map<HostKey, Set<DialectRenderer>> {
    const writers = new Map<HostKey, Set<DialectRenderer>>();
    for (const [key, { mesh }] of this.hosts) writers.set(key, new Set([this.dialectOf(mesh).renderer]));
    for (const { by, said } of gateways) {
      const { renderer } = this.dialectOf(this.meshOf(by));
      for (const exposure of exposures) {
        if (exposure.said.gateway !== gatewayKey(said) || !exposure.said.withPolicies) continue;
        for (const { to } of exposure.said.routes)
          if (to.kind === 'service') writers.get(to.host)!.add(renderer);
      }
    }
    const namers = new Map<HostKey, Set<DialectRenderer>>();
    for (const { said } of [...routes, ...overlays]) {
      for (const { service, version } of targetsOf(said.said)) {
        if (version === undefined) continue;
        const own = namers.get(service) ?? new Set();
        for (const renderer of writers.get(said.host)!) own.add(renderer);
        namers.set(service, own);
      }
    }
    return namers;
  }
}

const ROUTES: readonly Manifest['kind'][] = [
  'networking.istio.io/DestinationRule',
  'networking.istio.io/VirtualService',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'gateway.networking.k8s.io/TCPRoute',
];

/** What exposures and patches know a gateway by. */
export function gatewayKey({ namespace, name }: Pick<GatewayFacts, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

function targetsOf(said: Route | Overlay): Target[] {
  if ('action' in said)
    return said.action.kind === 'forward' ? said.action.shares.map(({ target }) => target) : [];
  return said.effect.kind === 'mirror' ? [said.effect.target] : [];
}

function groupByHost<T>(declared: readonly Declared<OfHost<T>>[]): Map<HostKey, T[]> {
  const groups = new Map<HostKey, T[]>();
  for (const { said } of declared) {
    const group = groups.get(said.host);
    if (group) group.push(said.said);
    else groups.set(said.host, [said.said]);
  }
  return groups;
}
