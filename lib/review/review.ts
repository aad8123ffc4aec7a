import type { ManifestInput } from '../manifest/load';
import { descriptionOf } from './describe/description';
import type { Description } from './describe/model';
import { differenceOf } from './difference/difference';
import type { Difference } from './difference/model';
import type { Check } from './findings';
import { Subject } from './subject/subject';

/** What the manifests do not say. */
export interface ReviewOptions {
  /**
   * The MeshConfig, as an object. What it leaves out is as in a ConfigMap `istio` of the manifests, else Istio's default.
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  readonly mesh?: object;
  /** What else is found: the review lists it, and what is new. @default nothing is checked */
  readonly check?: Check;
  /**
   * The namespaces of production, `*` for any text: a new fault elsewhere is of medium risk. @default all of them
   * @throws if one is empty
   */
  readonly production?: readonly string[];
}

/** What a configuration does; or what two of them do differently. Plain data. */
export type Review = Description | Difference;

/**
 * What a configuration does to traffic.
 * @param manifests a cdk8s App or Chart, YAML text, the path of a file or folder, objects, or a list of these
 */
export function review(manifests: ManifestInput, after?: undefined, options?: ReviewOptions): Description;
/**
 * What two configurations do differently, for all requests that either of them tells apart.
 */
export function review(before: ManifestInput, after: ManifestInput, options?: ReviewOptions): Difference;
export function review(
  first: ManifestInput,
  second?: ManifestInput,
  { mesh, check, production }: ReviewOptions = {},
): Review {
  const subject = new Subject(first, mesh);
  if (second === undefined) return descriptionOf(subject, check);
  return differenceOf(subject, new Subject(second, mesh), { mesh, check, production });
}
