import type { DataPlaneFacts } from '../model/namespace';
import { checkDnsLabel, fail } from './check';

/** Which waypoint serves a namespace. */
export interface WaypointOptions {
  /**
   * The name of the waypoint.
   * @default 'waypoint'
   */
  readonly name?: string;
  /**
   * The namespace of a waypoint that is deployed elsewhere.
   * @default - the enrolled namespace itself, which then gets the waypoint
   */
  readonly namespace?: string;
}

/**
 * How the pods of a namespace are part of the mesh.
 *
 * @see https://istio.io/latest/docs/overview/dataplane-modes/
 */
export class DataPlane {
  /** Every pod gets a sidecar of the default revision. */
  public static readonly SIDECAR = new DataPlane({ kind: 'sidecar' });

  /**
   * Ambient mode without a waypoint: identity, mTLS and connections, but nothing that reads requests. Routes, faults,
   * mirrors and limits for services of such a namespace are refused, since they would do nothing.
   */
  public static readonly AMBIENT = new DataPlane({ kind: 'ambient' });

  /** Not part of the mesh. */
  public static readonly NONE = new DataPlane({ kind: 'none' });

  /**
   * Every pod gets a sidecar of this revision or revision tag.
   * @see https://istio.io/latest/docs/setup/upgrade/canary/
   */
  public static revision(revision: string): DataPlane {
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(revision) || revision.length > 63) {
      fail(
        'a revision',
        'the name of an Istio revision or tag',
        revision,
        'use DataPlane.SIDECAR for the default one',
      );
    }
    return new DataPlane({ kind: 'sidecar', revision });
  }

  /**
   * Ambient mode with a waypoint, which reads requests and applies policy.
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  public static ambientWithWaypoint(options: WaypointOptions = {}): DataPlane {
    const name = checkDnsLabel('the name of a waypoint', options.name ?? 'waypoint');
    const { namespace } = options;
    if (namespace !== undefined) checkDnsLabel('the namespace of a waypoint', namespace);
    return new DataPlane({
      kind: 'ambient',
      waypoint: { name, ...(namespace !== undefined && { namespace }) },
    });
  }

  /** @internal */
  public readonly _facts: DataPlaneFacts;

  private constructor(facts: DataPlaneFacts) {
    this._facts = Object.freeze(facts);
    Object.freeze(this);
  }
}
