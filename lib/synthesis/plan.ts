import type { Construct } from 'constructs';
import { compareTexts } from '../model/clause';
import { mergeSettings } from '../model/settings';
import { mergeTraffic } from '../model/traffic';
import type { Loss } from '../render/dialect';
import type { Manifest } from '../render/manifest';
import { gatewayApi } from '../render/gateway-api/dialect';
import { istio } from '../render/istio/dialect';
import type { Declarations, Declared, GatewayFacts, MeshOptions } from './declarations';
import { mergeGateway } from './edges';
import { gatherHosts, type PlannedHost } from './hosts';
import { meshManifests, namespaceManifests } from './namespaces';
import { duplicateProblems, strangerProblems } from './references';
import { collect, type Plan, type Sheet } from './sheet';
import { ambientProblems, portProblems } from './suitability';
import { affinityWarnings, idleWarning } from './warnings';
import { gatewayKey, World } from './world';

/** Brings all declarations together. Pure: the same declarations, in whatever order, make the same plan. */
export function makePlan(declared: Declarations, meshOf: (construct: Construct) => MeshOptions): Plan {
  const plans = byCluster(declared, meshOf).map((own) => planCluster(own, meshOf));
  if (plans.length === 1) return plans[0]!;
  return {
    objects: plans.flatMap(({ objects }) => objects),
    problems: plans.flatMap(({ problems }) => problems),
    losses: plans.flatMap(({ losses }) => losses),
    warnings: plans.flatMap(({ warnings }) => warnings),
  };
}

/** Names mean the same within a cluster only, so that each is planned on its own. */
function byCluster(declared: Declarations, meshOf: (construct: Construct) => MeshOptions): Declarations[] {
  const kinds = Object.keys(declared) as (keyof Declarations)[];
  const clusterOf = ({ by }: Declared<unknown>) => meshOf(by).cluster;
  if (new Set(declared.meshes.map(clusterOf)).size === 0) return [declared];
  const all = kinds.flatMap((kind): readonly Declared<unknown>[] => declared[kind]);
  return [...new Set(all.map(clusterOf))].sort(compareTexts).map((cluster) => {
    const ownOf = (kind: keyof Declarations): Declared<unknown>[] =>
      declared[kind].filter((one) => clusterOf(one) === cluster);
    return Object.fromEntries(kinds.map((kind) => [kind, ownOf(kind)] as const)) as unknown as Declarations;
  });
}

function planCluster(declared: Declarations, meshOf: (construct: Construct) => MeshOptions): Plan {
  const { hosts, problems: found } = gatherHosts(declared.hosts, meshOf);
  const problems = [
    ...found,
    ...strangerProblems(declared, hosts),
    ...duplicateProblems(declared),
    ...ambientProblems(declared, hosts),
    ...portProblems(declared, hosts),
  ];
  if (problems.length > 0) return { objects: [], problems, losses: [], warnings: [] };
  return collect(sheetsOf(declared, new World(declared, hosts, meshOf)), declared.patches);
}

/** One at a time: what leads to a sheet is not needed for the next one. */
function* sheetsOf(declared: Declarations, world: World): Iterable<Sheet> {
  for (const { by: home, author, said: mesh } of declared.meshes) {
    const authors = () => [author.path];
    yield { home, owner: `mesh ${author.path}`, mesh, manifests: meshManifests(mesh), authors };
  }
  for (const { by: home, author, said } of declared.namespaces) {
    const authors = () => [author.path];
    const mesh = world.meshOf(home);
    yield { home, owner: `namespace ${said.name}`, mesh, manifests: namespaceManifests(said), authors };
  }
  for (const host of world.hosts.values()) yield hostSheet(world, host);
  for (const gateway of declared.gateways) yield gatewaySheet(world, gateway, declared);
}

function hostSheet(world: World, planned: PlannedHost): Sheet {
  const { host, author, home, mesh, manifests, dependents, warnings } = planned;
  const { renderer, context } = world.dialectOf(mesh);
  const admitted = renderer.admitTraffic(context, world.trafficOf(host.key), host.namespace);
  const { ports, problems } = mergeTraffic(admitted.traffic);
  const { settings, problems: contradictions } = mergeSettings(host, world.settingsOf(host.key));
  const owner = `host ${host.key}`;
  const authors = (manifest: Manifest) => world.authorsOf(planned, manifest);
  if (problems.length + contradictions.length > 0) {
    return { home, owner, mesh, manifests: [], authors, problems: [...problems, ...contradictions] };
  }
  const subsets = host.versionsAs === 'subsets' && world.namesVersions(host.key, istio);
  const versionServices =
    world.namesVersions(host.key, gatewayApi) ||
    (host.versionsAs === 'services' && world.namesVersions(host.key, istio));
  const rendered = renderer.host(context, { author, host, ports, settings, subsets, versionServices });
  const entries = ports.flatMap((port) => port.entries);
  return {
    home,
    owner,
    mesh,
    needed: { manifests, by: dependents },
    manifests: [...(versionServices ? planned.versionServices : []), ...rendered.manifests],
    authors,
    losses: [...admitted.losses, ...rendered.losses],
    warnings: [...warnings, ...affinityWarnings(host, settings, entries)],
  };
}

function gatewaySheet(world: World, gateway: Declared<GatewayFacts>, { exposures }: Declarations): Sheet {
  const { by: home, said } = gateway;
  const doors = exposures.filter((exposure) => exposure.said.gateway === gatewayKey(said));
  const authors = () => [gateway, ...doors].map(({ author }) => author.path);
  const mesh = world.meshOf(home);
  const { renderer, context } = world.dialectOf(mesh);
  const losses: Loss[] = [];
  const keep = <T>({ losses: lost, ...kept }: T & { readonly losses: readonly Loss[] }) => {
    losses.push(...lost);
    return kept;
  };
  const { gateway: merged, problems } = mergeGateway(
    gateway,
    doors,
    (key) => keep(renderer.admitTraffic(context, world.trafficOf(key), said.namespace)).traffic,
    (all) => keep(renderer.admitExposures(all)).exposures,
  );
  const owner = `gateway ${gatewayKey(said)}`;
  if (problems.length > 0) return { home, owner, mesh, manifests: [], authors, problems };
  if (merged.listeners.length === 0)
    return { home, owner, mesh, manifests: [], authors, warnings: [idleWarning(gateway)] };
  const { manifests, losses: lost } = renderer.gateway(context, merged);
  return { home, owner, mesh, manifests, authors, losses: [...losses, ...lost] };
}
