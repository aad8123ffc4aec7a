import { loadManifests, type ManifestInput } from '../manifest/load';
import type { Manifests, Unreadable } from '../manifest/document';
import type { Fields } from '../manifest/fields';
import { readCall } from './call';
import type { Decision, NotModelled, Step } from './decision';
import { Trace } from './explain/trace';
import { readWorld, type World } from './mesh/world';
import type { Request } from './request';
import type { HostRoutes, RoutesOptions } from './table/routes';
import { hostRoutes } from './table/tables';
import { Callers, type Walk } from './walk/callers';
import type { Result } from './walk/http';
import { notModelledFor } from './walk/not-modelled';

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

  private readonly callers: Callers;
  private readonly known = new WeakMap<Result, Decision>();
  private readonly gaps = new Map<Walk, readonly NotModelled[]>();

  private constructor(
    /** What was read. Other tools take it, and the simulator itself, so that nothing is read twice. */
    readonly manifests: Manifests,
    private readonly world: World,
    private readonly options: SimulatorOptions,
  ) {
    this.callers = new Callers(world);
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
    const walk = this.callers.walkOf(request.from ?? {});
    const result = walk.decide(request, call, trace);
    const gaps = this.gapsOf(walk);
    if (trace) return finished(result, gaps, trace.finish());
    // Most requests of a route have the very same result.
    let decision = this.known.get(result);
    if (decision?.notModelled !== gaps || result.notModelled) {
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
    return hostRoutes(this.world, this.callers, host, options);
  }

  private gapsOf(walk: Walk): readonly NotModelled[] {
    let gaps = this.gaps.get(walk);
    if (!gaps) this.gaps.set(walk, (gaps = notModelledFor(this.world, walk.proxy)));
    return gaps;
  }
}

function finished(result: Result, gaps: readonly NotModelled[], explanation?: readonly Step[]): Decision {
  const { notModelled = [] } = result;
  return Object.freeze({
    ...result,
    notModelled: notModelled.length > 0 ? Object.freeze([...gaps, ...notModelled]) : gaps,
    ...(explanation && { explanation }),
  });
}
