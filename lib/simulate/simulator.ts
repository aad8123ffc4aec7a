import { loadManifests, type ManifestInput } from '../manifest/load';
import type { Manifests, Unreadable } from '../manifest/document';
import type { Fields } from '../manifest/fields';
import { readCall } from './call';
import type { Decision, NotModelled, Step } from './decision';
import { Trace } from './explain/trace';
import { readWorld, type World } from './mesh/world';
import type { Caller, Request } from './request';
import { identityClass } from './security/identity-class';
import { callerClasses, type CallerClass } from './table/callers';
import { hostEntries, knownHost, type HostEntry, type KnownHost } from './table/hosts';
import type { HostRoutes, RoutesOptions } from './table/routes';
import { ruleInForce, type RuleInForce } from './table/rule-in-force';
import { hostRoutes } from './table/tables';
import { Callers } from './walk/callers';
import type { Result } from './walk/http';
import { withGaps } from './walk/not-modelled';

/** What the manifests do not say. */
export interface SimulatorOptions {
  /**
   * The MeshConfig, as an object: `{ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }`. What it leaves out is as in a
   * ConfigMap `istio` of the manifests, else Istio's default.
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  readonly mesh?: object;
  /**
   * Whether decisions say why. Without, they are made faster.
   * @default true
   */
  readonly explain?: boolean;
}

/** Says where requests go, from manifests alone, as Istio 1.30 does. */
export class Simulator {
  /**
   * Reads manifests: a cdk8s App or Chart, YAML or JSON text, the path of a file or folder, objects, or a list of these.
   * @throws if a path cannot be read
   */
  static from(input: ManifestInput, options: SimulatorOptions = {}): Simulator {
    const manifests = loadManifests(input);
    return new Simulator(manifests, readWorld(manifests, options.mesh as Fields | undefined), options);
  }

  private readonly proxies: Callers;
  private readonly known = new WeakMap<Result, Decision>();

  private constructor(
    /** What was read. Other tools take it, and the simulator itself, so that nothing is read twice. */
    readonly manifests: Manifests,
    private readonly world: World,
    private readonly options: SimulatorOptions,
  ) {
    this.proxies = new Callers(world);
  }

  /** The documents that could not be read, and why. */
  get unreadable(): readonly Unreadable[] {
    return this.manifests.unreadable;
  }

  /**
   * What happens to a request.
   * @throws if the request itself makes no sense, such as a caller that is not there
   */
  decide(request: Request): Decision {
    const call = readCall(request);
    const trace = this.options.explain === false ? undefined : new Trace();
    const walk = this.proxies.walkOf(request.from ?? {});
    const result = walk.decide(request, call, trace);
    const gaps = withGaps(walk.proxy, result.notModelled);
    if (trace) return finished(result, gaps, trace.finish());
    // Most requests of a route have the very same result.
    let decision = this.known.get(result);
    if (decision?.notModelled !== gaps) {
      this.known.set(result, (decision = finished(result, gaps)));
    }
    return decision;
  }

  /**
   * Everything that the callers of a host can experience: each class of requests that policies tell apart, and its
   * outcome.
   * @param host as callers write it; a full name is the same for all: `reviews.shop.svc.cluster.local`
   */
  routes(host: string, options: RoutesOptions = {}): HostRoutes {
    return hostRoutes(this.world, this.proxies, host, options);
  }

  /** All hosts that the manifests declare: those of gateways, then services, then others; by name. */
  hosts(): readonly KnownHost[] {
    return this.declared().map((entry) => knownHost(this.world, entry));
  }

  /** The classes of callers that policies tell apart, those in the mesh first: whose views `routes` puts together. */
  callers(): readonly CallerClass[] {
    return callerClasses(this.world);
  }

  /**
   * The DestinationRules that a caller uses for a host, merged as Istio does. Nothing if there is none, or no service of
   * that name that the caller knows.
   * @param host in full, as decisions and tables name destinations: `reviews.shop.svc.cluster.local`
   * @throws if there is no such caller
   */
  destinationRule(host: string, from: Caller = {}): RuleInForce | undefined {
    return ruleInForce(this.proxies.walkOf(from).proxy.scope, host);
  }

  /** The same number for callers whom no policy tells apart by who they say they are. @internal */
  identityClass(from: Caller): number {
    return identityClass(this.world.security, this.proxies.walkOf(from).proxy.identity);
  }

  /** What `hosts` is made of, for those who need no places in files. @internal */
  declared(): readonly HostEntry[] {
    return hostEntries(this.world);
  }
}

function finished(
  result: Result,
  notModelled: readonly NotModelled[],
  explanation?: readonly Step[],
): Decision {
  return Object.freeze({ ...result, notModelled, ...(explanation && { explanation }) });
}
