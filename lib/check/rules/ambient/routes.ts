import { fieldsList, fieldsOf, isFields, textOf, textsOf, type Fields } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Service } from '../../../simulate/mesh/service';
import { fullName } from '../../../simulate/names/host';
import { isAmbient, isEnrolled } from '../../mesh/ambient';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule, type Reporter } from '../../rule';
import { manifests, namespace, to, virtualService, web } from '../fixture';
import { isForMesh } from '../virtual-service/callers';

const LINKS = ['https://istio.io/latest/docs/ambient/usage/waypoint/'];
const NAMESPACES = manifests(
  namespace('shop', '{istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}'),
  web('shop/web'),
);
const routed = (at: string): string =>
  virtualService(
    `${at}/web`,
    `{hosts: [web.shop.svc.cluster.local], http: [${to('web.shop.svc.cluster.local')}]}`,
  );

export const ambientRoute = rule({
  id: 'ambient-route-without-waypoint',
  title: 'Routes of a service that no waypoint stands before',
  severity: 'error',
  why: 'In ambient mode only a waypoint reads requests: without one routes, retries and circuit breakers hold for nobody but sidecars and gateways.',
  fix: 'Label the Service (or the namespace) istio.io/use-waypoint, and declare the waypoint.',
  upstream: ['KIA1109', 'KIA1113', 'KIA0210', 'KIA0211'],
  links: LINKS,
  bad: manifests(namespace('shop', '{istio.io/dataplane-mode: ambient}'), web('shop/web'), routed('shop')),
  good: manifests(NAMESPACES, routed('shop')),
  check(mesh, reporter) {
    forEachAmbient(mesh, (config, service, upstream) => {
      if (!isEnrolled(mesh, service))
        reporter.add(
          config.document,
          ['spec'],
          `${config.kind} must be for a service with a waypoint, got ${service.hostname} without label istio.io/use-waypoint`,
          { upstream: upstream.unread },
        );
    });
    sayRoutes(mesh, reporter);
  },
});

export const ambientRouteNamespace = rule({
  id: 'ambient-route-namespace',
  title: 'Routes of a service, in another namespace than it',
  severity: 'warning',
  why: 'A waypoint follows the routes of the service’s own namespace only.',
  fix: 'Put the object into the namespace of the service.',
  upstream: ['KIA1114', 'KIA0212'],
  links: LINKS,
  bad: manifests(NAMESPACES, routed('client')),
  good: manifests(NAMESPACES, routed('shop')),
  check(mesh, reporter) {
    forEachAmbient(mesh, (config, service, upstream) => {
      if (config.namespace !== service.namespace)
        reporter.add(
          config.document,
          ['spec'],
          `${config.kind} must be in namespace ${service.namespace}, as ${service.hostname}, got ${config.namespace}`,
          { upstream: upstream.elsewhere },
        );
    });
  },
});

interface Codes {
  readonly unread: readonly string[];
  readonly elsewhere: readonly string[];
}

const ROUTES: Codes = { unread: ['KIA1109', 'KIA1113'], elsewhere: ['KIA1114'] };
const SETTINGS: Codes = { unread: ['KIA0210', 'KIA0211'], elsewhere: ['KIA0212'] };

function forEachAmbient(mesh: Mesh, visit: (config: Config, service: Service, codes: Codes) => void): void {
  if (![...mesh.namespaceLabels().values()].some(isAmbient)) return;
  const visitHost = (config: Config, host: string, codes: Codes): void => {
    const service = ambientService(mesh, fullName(host, config.namespace, mesh.settings.domain));
    if (service) visit(config, service, codes);
  };
  for (const config of mesh.list(KIND.virtualService)) {
    if (isForMesh(config) && fieldsList(config.spec.http).length > 0)
      for (const host of textsOf(config.spec.hosts)) visitHost(config, host, ROUTES);
  }
  for (const config of mesh.list(KIND.destinationRule)) {
    if (isAboutRequests(config.spec)) visitHost(config, textOf(config.spec.host) ?? '', SETTINGS);
  }
}

function ambientService(mesh: Mesh, host: string): Service | undefined {
  const service = [...(mesh.registry().named(host)?.values() ?? [])].find(
    ({ registry }) => registry === 'kubernetes',
  );
  return service && isAmbient(mesh.namespaceLabels().get(service.namespace)) ? service : undefined;
}

/** Routes of the Gateway API that have such a service as their parent. */
function sayRoutes(mesh: Mesh, reporter: Reporter): void {
  for (const { spec, namespace: own, document } of [
    ...mesh.list(KIND.httpRoute),
    ...mesh.list(KIND.grpcRoute),
  ]) {
    fieldsList(spec.parentRefs).forEach((parent, i) => {
      if (parent.kind !== 'Service') return;
      const host = `${textOf(parent.name) ?? ''}.${textOf(parent.namespace) ?? own}.svc.${mesh.settings.domain}`;
      const service = ambientService(mesh, host);
      if (service && !isEnrolled(mesh, service))
        reporter.add(
          document,
          ['spec', 'parentRefs', i],
          `parent must be a service with a waypoint, got ${host} without label istio.io/use-waypoint`,
          { upstream: [] },
        );
    });
  }
}

function isAboutRequests({ trafficPolicy, subsets }: Fields): boolean {
  return [trafficPolicy, ...fieldsList(subsets).map((subset) => subset.trafficPolicy)]
    .map(fieldsOf)
    .some(({ connectionPool, loadBalancer, outlierDetection }) => {
      const { httpHeaderName, httpCookie, httpQueryParameterName } = fieldsOf(
        fieldsOf(loadBalancer).consistentHash,
      );
      return (
        isFields(outlierDetection) ||
        isFields(fieldsOf(connectionPool).http) ||
        [httpHeaderName, httpCookie, httpQueryParameterName].some((field) => field !== undefined)
      );
    });
}
