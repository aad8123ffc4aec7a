import type { Labels } from '../../simulate/mesh/labels';
import type { Service } from '../../simulate/mesh/service';
import type { Mesh } from './mesh';

const NONE: Labels = new Map();
const WAYPOINT = 'istio.io/use-waypoint';

/** Whether pods of a namespace with these labels are in ambient mode, unless they say otherwise. */
export function isAmbient(labels: Labels = NONE): boolean {
  return (
    labels.get('istio-injection') !== 'enabled' &&
    !labels.get('istio.io/rev') &&
    labels.get('istio.io/dataplane-mode') === 'ambient'
  );
}

/** The waypoint that the labels ask for. Nothing if they ask for none. */
export function waypointOf(labels: Labels = NONE): string | undefined {
  const name = labels.get(WAYPOINT);
  return name === 'none' ? undefined : name;
}

/** Whether a waypoint reads the requests to a service. Its own label wins over the namespace’s. */
export function isEnrolled(
  mesh: Mesh,
  { labels, namespace }: Pick<Service, 'labels' | 'namespace'>,
): boolean {
  return waypointOf(labels.has(WAYPOINT) ? labels : mesh.namespaceLabels().get(namespace)) !== undefined;
}
