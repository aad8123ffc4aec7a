import { loadManifests, type ManifestInput } from '../manifest/load';
import type { Unreadable } from '../manifest/document';
import type { Fields } from '../manifest/fields';
import { readCall } from './call';
import { EndpointIndex } from './cluster/endpoints';
import type { Decision } from './decision';
import { Trace } from './explain/trace';
import { labelsOf, type Labels } from './mesh/labels';
import { readWorld, type World } from './mesh/world';
import type { Caller, Request, WorkloadCaller } from './request';
import { sidecarScope } from './scope/scope';
import type { Result } from './walk/http';
import { makeProxy } from './walk/proxy';
import { SidecarWalk } from './walk/sidecar';

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
    return new Simulator(
      readWorld(manifests, options.mesh as Fields | undefined),
      manifests.unreadable,
      options,
    );
  }

  private readonly endpoints: EndpointIndex;
  private readonly sidecars = new Map<string, SidecarWalk>();

  private constructor(
    private readonly world: World,
    /** The documents that could not be read, and why. */
    readonly unreadable: readonly Unreadable[],
    private readonly options: SimulatorOptions,
  ) {
    this.endpoints = new EndpointIndex(world);
  }

  /**
   * What happens to a request.
   * @throws if the request itself makes no sense, such as a caller that is not there
   */
  decide(request: Request): Decision {
    const call = readCall(request);
    const trace = this.options.explain === false ? undefined : new Trace();
    const result = this.sidecarOf(request.from ?? {}).decide(request, call, trace);
    return this.finish(result, trace);
  }

  private finish(result: Result, trace: Trace | undefined): Decision {
    return Object.freeze({
      ...result,
      notModelled: Object.freeze([]),
      ...(trace && { explanation: trace.finish() }),
    });
  }

  private sidecarOf(caller: Caller): SidecarWalk {
    const { namespace, labels } = this.identify(caller);
    const key = `${namespace} ${[...labels].sort().join()}`;
    let walk = this.sidecars.get(key);
    if (!walk) {
      const scope = sidecarScope(this.world, namespace, labels);
      walk = new SidecarWalk(makeProxy('sidecar', this.world, scope, labels, this.endpoints), this.endpoints);
      this.sidecars.set(key, walk);
    }
    return walk;
  }

  private identify(caller: Caller): { namespace: string; labels: Labels } {
    const given: WorkloadCaller =
      typeof caller === 'string' ? parseCaller(caller) : (caller as WorkloadCaller);
    const { namespace = 'default', name } = given;
    if (name === undefined || given.labels) return { namespace, labels: labelsOf(given.labels) };
    const found = this.world.workloads.find((one) => one.namespace === namespace && one.name === name);
    if (!found) {
      const names = this.world.workloads.filter((one) => one.namespace === namespace).map((one) => one.name);
      throw new Error(
        `the caller must be a workload of the manifests, got ${namespace}/${name}; ${names.length > 0 ? `in ${namespace} there are ${names.slice(0, 20).join(', ')}` : `there is none in ${namespace}`}`,
      );
    }
    return { namespace, labels: found.labels };
  }
}

function parseCaller(text: string): WorkloadCaller {
  const [namespace, name, ...rest] = text.split('/');
  if (!namespace || !name || rest.length > 0) {
    throw new Error(
      `the caller must be namespace/name, got ${text}; name a workload of the manifests, or give labels`,
    );
  }
  return { namespace, name };
}
