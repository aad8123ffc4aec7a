import type { Author } from '../model/contribution';
import type { Exposure } from '../model/edge';
import type { EdgeGateway } from '../model/gateway';
import type { Host } from '../model/host';
import type { HostSettings } from '../model/settings';
import type { PortTraffic, Traffic } from '../model/traffic';
import type { Manifest } from './manifest';
import type { RenderContext } from './names';

/** All that is known about a host when it is written. */
export interface HostPolicy {
  /** Who made the host known. */
  readonly author: Author;
  readonly host: Host;
  readonly ports: readonly PortTraffic[];
  readonly settings: HostSettings;
  /** Whether routes need its versions as subsets. */
  readonly subsets: boolean;
  /** Whether routes in another language reach its versions as Services of their own. */
  readonly versionServices: boolean;
}

/** Something that a dialect cannot say. */
export interface Loss {
  /** Who said it. */
  readonly author: Author;
  /** What is lost: `a fault (delay of 7000 ms for 100 %)`. */
  readonly what: string;
  /** Why, and what to do instead. */
  readonly why: string;
}

export interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly losses: readonly Loss[];
}

/** A language in which policy is written: pure functions from the model to objects. */
export interface DialectRenderer {
  /**
   * What it can say of what is said about a host.
   *
   * @param namespace in which the routes are written
   */
  admitTraffic(
    context: RenderContext,
    traffic: Traffic,
    namespace: string,
  ): { readonly traffic: Traffic; readonly losses: readonly Loss[] };
  /** What it can say of what is let in at a host name of a gateway. */
  admitExposures(exposures: readonly Exposure[]): {
    readonly exposures: readonly Exposure[];
    readonly losses: readonly Loss[];
  };
  host(context: RenderContext, policy: HostPolicy): Rendered;
  gateway(context: RenderContext, gateway: EdgeGateway): Rendered;
}
