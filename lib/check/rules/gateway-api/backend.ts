import { numberOf, textOf, type Fields } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { isGranted } from '../../../simulate/gateway-api/context';
import { isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import type { Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { backendRefs, isMeshRoute, routesOf } from '../../mesh/routes';
import { rule } from '../../rule';
import { httpRoute, manifests, referenceGrant, web } from '../fixture';

const route = (backend: string): string =>
  httpRoute('shop/a', `{parentRefs: [{name: edge}], rules: [{backendRefs: [{${backend}}]}]}`);
const to = (backend: string): string => manifests(web('shop/web'), web('prod/api'), route(backend));

export const backendExists = rule({
  id: 'route-backend',
  title: 'A backend that does not exist',
  severity: 'error',
  why: 'This share of the requests gets 500.',
  fix: 'Name a Service, by its name alone, with its namespace if that is not the route’s.',
  upstream: ['KIA1402'],
  links: ['https://gateway-api.sigs.k8s.io/reference/spec/#backendref'],
  bad: to('name: wep, port: 80'),
  good: to('name: web, port: 80'),
  check(mesh, reporter) {
    forEachService(mesh, (route, path, _, at, name) => {
      const host = `${name}.${at}.svc.${mesh.settings.domain}`;
      if (mesh.serviceHosts().has(host) || mesh.elsewhere.hasHost(host)) return;
      if (name.includes('.'))
        reporter.add(
          route.document,
          [...path, 'name'],
          `backend must be named without its namespace, got ${name}`,
          {
            why: 'Istio programs nothing of a route with such a backend.',
          },
        );
      else if (mesh.ownNamespaces().has(at))
        reporter.add(
          route.document,
          [...path, 'name'],
          `backend must be a Service that exists, got ${at}/${name}`,
        );
      else
        reporter.outside(route.document, [...path, 'name'], `Service ${at}/${name}`, {
          upstream: ['KIA1402'],
        });
    });
  },
});

export const backendPort = rule({
  id: 'route-backend-port',
  title: 'A port that the backend does not have',
  severity: 'error',
  why: 'There is no cluster for the port: this share of the requests gets 500.',
  fix: 'Name a port of the Service: its `port`, not its `targetPort`.',
  links: ['https://gateway-api.sigs.k8s.io/reference/spec/#backendref'],
  bad: to('name: web, port: 8080'),
  good: to('name: web, port: 80'),
  check(mesh, reporter) {
    forEachService(mesh, (route, path, reference, at, name) => {
      const port = numberOf(reference.port);
      const found = mesh.registry().named(`${name}.${at}.svc.${mesh.settings.domain}`)?.get(at);
      // Without a port, the API server refuses the route.
      if (port !== undefined && found && !found.ports.some(({ number }) => number === port))
        reporter.add(
          route.document,
          [...path, 'port'],
          `port must be one of ${at}/${name} (${found.ports.map(({ number }) => number).join(', ') || 'none'}), got ${port}`,
        );
    });
  },
});

export const backendGrant = rule({
  id: 'route-backend-grant',
  title: 'A backend in another namespace that does not allow it',
  severity: 'error',
  why: 'This share of the requests gets 500: a route of a gateway needs a ReferenceGrant in the backend’s namespace.',
  fix: 'Add a ReferenceGrant there: from this kind of route and namespace, to the Service.',
  upstream: ['KIA1402'],
  links: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  bad: to('name: api, namespace: prod, port: 80'),
  good: manifests(
    to('name: api, namespace: prod, port: 80'),
    referenceGrant(
      'prod/a',
      '{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service}]}',
    ),
  ),
  check(mesh, reporter) {
    forEachService(mesh, (route, path, _, at, name) => {
      if (
        at === route.namespace ||
        isMeshRoute(route) ||
        isGranted(mesh.catalog, route, KIND.service, at, name)
      )
        return;
      // A namespace of which nothing is declared may well have a grant, too.
      if (mesh.namespaces().has(at))
        reporter.add(
          route.document,
          [...path, 'namespace'],
          `namespace must have a ReferenceGrant for ${route.kind}s of ${route.namespace}, got ${at} without`,
        );
      else
        reporter.outside(route.document, [...path, 'namespace'], `ReferenceGrant of namespace ${at}`, {
          upstream: ['KIA1402'],
        });
    });
  },
});

type Visit = (route: Config, path: Path, reference: Fields, namespace: string, name: string) => void;

function forEachService(mesh: Mesh, visit: Visit): void {
  for (const route of routesOf(mesh)) {
    for (const [path, reference] of backendRefs(route)) {
      if (isKind(referredKind(reference, KIND.service), KIND.service))
        visit(
          route,
          path,
          reference,
          textOf(reference.namespace) ?? route.namespace,
          textOf(reference.name) ?? '',
        );
    }
  }
}
