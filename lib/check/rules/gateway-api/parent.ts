import {
  fieldsList,
  fieldsOf,
  isFields,
  numberOf,
  textOf,
  textsOf,
  type Fields,
} from '../../../manifest/fields';
import { isOwn, type Listener } from '../../../simulate/gateway-api/gateways';
import { GATEWAY_KINDS, isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import { parentsOf } from '../../../simulate/gateway-api/parents';
import type { Config } from '../../../simulate/mesh/config';
import { overlaps } from '../../../simulate/names/host';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { listenersByGateway, routesOf } from '../../mesh/routes';
import { rule } from '../../rule';
import { httpRoute, kubernetesGateway, manifests, web } from '../fixture';

const GATEWAY = kubernetesGateway(
  'edge/public',
  '{gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]}',
);
const route = (section: string): string =>
  httpRoute(
    'shop/a',
    `{parentRefs: [{name: public, namespace: edge, sectionName: ${section}}], rules: [{backendRefs: [{name: web, port: 80}]}]}`,
  );

export const routeParent = rule({
  id: 'route-parent',
  title: 'A route that its Gateway does not take',
  severity: 'error',
  why: 'The route is not programmed: the edge answers 404. Only its status says so.',
  fix: 'Name a listener that allows this namespace, hostname and kind of route; by default a listener allows its own namespace only.',
  upstream: ['KIA1401'],
  links: ['https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways'],
  bad: manifests(GATEWAY, web('shop/web'), route('https')),
  good: manifests(GATEWAY, web('shop/web'), route('http')),
  check(mesh, reporter) {
    const byGateway = listenersByGateway(mesh);
    const namespaces = new Set(mesh.list(KIND.kubernetesGateway).map(({ namespace }) => namespace));
    for (const route of routesOf(mesh)) {
      fieldsList(route.spec.parentRefs).forEach((reference, i) => {
        if (!isKind(referredKind(reference, GATEWAY_KINDS.gateway), GATEWAY_KINDS.gateway)) return;
        const name = `${textOf(reference.namespace) ?? route.namespace}/${textOf(reference.name) ?? ''}`;
        const [space = '', short = ''] = name.split('/');
        const path = ['spec', 'parentRefs', i];
        const gateway = mesh.find(KIND.kubernetesGateway, space, short);
        if (!gateway) {
          if (mesh.elsewhere.hasGateway(name)) return;
          if (namespaces.has(space))
            reporter.add(route.document, path, `parent must be a Gateway that exists, got ${name}`);
          else reporter.outside(route.document, path, `Gateway ${name}`, { upstream: ['KIA1401'] });
          return;
        }
        if (!isOwn(mesh.catalog, gateway)) return;
        const listeners = byGateway.get(name) ?? [];
        const alone = { ...route, spec: { ...route.spec, parentRefs: [reference] } };
        if (
          parentsOf(alone, {
            catalog: mesh.catalog,
            domain: mesh.settings.domain,
            hosts: mesh.serviceHosts(),
            listeners,
          }).length > 0
        )
          return;
        const because = reasonOf(reference, route, listeners);
        if (because === SELECTOR && !mesh.namespaceLabels().has(route.namespace))
          reporter.outside(
            route.document,
            path,
            `labels of namespace ${route.namespace}, by which Gateway ${name} chooses its routes`,
          );
        else
          reporter.add(
            route.document,
            path,
            `parent must be a listener of ${name} that takes this route, got ${because}`,
            whenSame(because, mesh),
          );
      });
    }
  },
});

const SELECTOR = 'a namespace that none selects';
const NAMESPACE = 'a namespace that none allows';

/** The first condition that no listener meets. */
function reasonOf({ sectionName, port }: Fields, route: Config, all: readonly Listener[]): string {
  const number = numberOf(port);
  const named = all.filter(({ name }) => sectionName === undefined || name === sectionName);
  if (named.length === 0)
    return `sectionName ${textOf(sectionName) ?? 'nothing'}; there are ${all.map(({ name }) => name).join(', ') || 'none'}`;
  const ported = named.filter((one) => number === undefined || one.port === number);
  if (ported.length === 0) return `port ${number}; there are ${named.map((one) => one.port).join(', ')}`;
  const kinds = ported.filter((one) => one.kinds.includes(route.kind));
  if (kinds.length === 0) return `a ${route.kind}, which none allows`;
  const allowed = kinds.filter(({ hosts }) =>
    hosts.some((host) => ['*', route.namespace].includes(host.split('/')[0]!)),
  );
  if (allowed.length === 0) return kinds.some(isSelecting) ? SELECTOR : NAMESPACE;
  const names = textsOf(route.spec.hostnames);
  const fits = allowed.some(
    ({ hostname }) => hostname === '' || names.some((one) => overlaps(one, hostname)),
  );
  return fits
    ? 'one that is not programmed'
    : `hostnames ${names.join(', ')}; there are ${allowed.map(({ hostname }) => hostname || '*').join(', ')}`;
}

function isSelecting({ gateway, name }: Listener): boolean {
  const written = fieldsList(gateway.spec.listeners).find((one) => one.name === name);
  return isFields(fieldsOf(fieldsOf(written?.allowedRoutes).namespaces).selector);
}

function whenSame(because: string, mesh: Mesh): { fix?: string } {
  if (because !== NAMESPACE) return {};
  const all = mesh.list(KIND.kubernetesGateway).length;
  return {
    fix: `Let the listener${all > 1 ? ' of that Gateway' : ''} allow this namespace: allowedRoutes: {namespaces: {from: All}}, or a selector.`,
  };
}
