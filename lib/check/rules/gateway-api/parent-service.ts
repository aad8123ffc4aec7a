import { fieldsList, fieldsOf, numberOf, textOf } from '../../../manifest/fields';
import { GATEWAY_KINDS, isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import { insert, set } from '../../edit';
import { KIND } from '../../mesh/kinds';
import { routesOf } from '../../mesh/routes';
import { rule } from '../../rule';
import { httpRoute, manifests, web } from '../fixture';

const LINKS = ['https://gateway-api.sigs.k8s.io/mesh/#how-the-gateway-api-works-for-service-mesh'];
const route = (parent: string): string =>
  manifests(
    web('shop/web'),
    httpRoute('shop/a', `{parentRefs: [{${parent}}], rules: [{backendRefs: [{name: web, port: 80}]}]}`),
  );

export const parentGroup = rule({
  id: 'route-parent-group',
  title: 'A parent that is taken for a Gateway API object',
  severity: 'error',
  why: 'Without `group: ""` the parent is a Service of the Gateway API’s own group, which does not exist: the route is ignored.',
  fix: 'Write group: "" beside kind: Service (and networking.istio.io beside ServiceEntry).',
  links: LINKS,
  isFixable: true,
  bad: route('kind: Service, name: web'),
  good: route('group: "", kind: Service, name: web'),
  check(mesh, reporter) {
    for (const { spec, document } of routesOf(mesh)) {
      fieldsList(spec.parentRefs).forEach((parent, i) => {
        const { group, kind } = referredKind(parent, GATEWAY_KINDS.gateway);
        if (group !== GATEWAY_KINDS.gateway.group || (kind !== 'Service' && kind !== 'ServiceEntry')) return;
        const own = KIND[kind === 'Service' ? 'service' : 'serviceEntry'].group;
        const path = ['spec', 'parentRefs', i];
        const at = [...path, 'group'];
        reporter.add(
          document,
          path,
          `group of a ${kind} must be ${own || '""'}, got ${textOf(parent.group) ?? `nothing, which is ${group}`}`,
          { edits: [parent.group === undefined ? insert(at, own, 'kind') : set(at, own)] },
        );
      });
    }
  },
});

export const parentService = rule({
  id: 'route-parent-service',
  title: 'A route for a service, or a port of it, that does not exist',
  severity: 'error',
  why: 'The route is attached to nothing, and ignored.',
  fix: 'Name a Service (or ServiceEntry), with its namespace if that is not the route’s.',
  upstream: ['KIA1402'],
  links: LINKS,
  bad: route('group: "", kind: Service, name: wep'),
  good: route('group: "", kind: Service, name: web'),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of routesOf(mesh)) {
      fieldsList(spec.parentRefs).forEach((parent, i) => {
        const kind = [KIND.service, KIND.serviceEntry].find((one) =>
          isKind(referredKind(parent, GATEWAY_KINDS.gateway), one),
        );
        const at = textOf(parent.namespace) ?? namespace;
        const name = textOf(parent.name) ?? '';
        const found = kind && mesh.catalog.find(kind, at, name);
        const port = numberOf(parent.port);
        if (found && kind === KIND.service && port !== undefined) {
          const ports = fieldsList(fieldsOf(found.object.spec).ports).map((one) => one.port);
          if (!ports.includes(port))
            reporter.add(
              document,
              ['spec', 'parentRefs', i, 'port'],
              `port must be one of Service ${at}/${name} (${ports.join(', ') || 'none'}), got ${port}`,
            );
        }
        if (!kind || found || mesh.elsewhere.hasHost(`${name}.${at}.svc.${mesh.settings.domain}`)) return;
        const path = ['spec', 'parentRefs', i, 'name'];
        if (mesh.ownNamespaces().has(at))
          reporter.add(document, path, `parent must be a ${kind.kind} that exists, got ${at}/${name}`);
        else reporter.outside(document, path, `${kind.kind} ${at}/${name}`, { upstream: ['KIA1402'] });
      });
    }
  },
});
