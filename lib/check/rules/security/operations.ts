import { textsOf } from '../../../manifest/fields';
import { isSubsetOf, withoutPort } from '../../../simulate/names/host';
import { set } from '../../edit';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { authorizationPolicy, manifests, web } from '../fixture';
import { operationsOf } from './policies';

const LINKS = ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation'];
const policy = (operation: string): string =>
  manifests(web('shop/web'), authorizationPolicy('shop/a', `{rules: [{to: [{operation: {${operation}}}]}]}`));
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);

export const operationMethods = rule({
  id: 'operation-method',
  title: 'A method that no request has',
  severity: 'warning',
  why: 'Methods are compared as they are written: the rule never matches.',
  fix: 'Write it in capitals. Calls of gRPC are POST requests: match their paths, /package.Service/Method.',
  upstream: ['KIA0102'],
  links: LINKS,
  isFixable: true,
  bad: policy('methods: [get]'),
  good: policy('methods: [GET]'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.authorizationPolicy)) {
      for (const [path, operation] of operationsOf(spec)) {
        for (const field of ['methods', 'notMethods']) {
          textsOf(operation[field]).forEach((method, i) => {
            const at = [...path, field, i];
            const capitals = method.toUpperCase();
            if (
              !method.includes('*') &&
              !METHODS.has(method) &&
              (METHODS.has(capitals) || !/^[A-Z]+$/.test(method))
            )
              reporter.add(
                document,
                at,
                `method must be one of HTTP in capitals, got ${method}`,
                METHODS.has(capitals) ? { edits: [set(at, capitals)] } : {},
              );
          });
        }
      }
    }
  },
});

export const operationHosts = rule({
  id: 'operation-host',
  title: 'A policy about a host that nothing here serves',
  severity: 'info',
  why: 'The rule matches only requests with this very name in their Host header: if nobody calls it so, it never does.',
  fix: 'Write the names that clients use, also short ones and with a port: web, web.shop, web:80.',
  upstream: ['KIA0104'],
  links: LINKS,
  bad: policy('hosts: [wep.shop.svc.cluster.local]'),
  good: policy('hosts: [web.shop.svc.cluster.local]'),
  check(mesh, reporter) {
    const policies = mesh.list(KIND.authorizationPolicy);
    if (policies.length === 0) return;
    const suffix = `.svc.${mesh.settings.domain}`;
    const names = new Set<string>();
    for (const { hostname, name, namespace, registry } of mesh.registry().services) {
      names.add(hostname);
      if (registry === 'kubernetes')
        for (const short of [name, `${name}.${namespace}`, hostname.slice(0, -suffix.length + 4)])
          names.add(short);
    }
    for (const { hosts } of mesh.virtualServices()) for (const host of hosts) names.add(host);
    for (const route of mesh.list(KIND.httpRoute))
      for (const host of textsOf(route.spec.hostnames)) names.add(host);
    const wide = [...names].filter((name) => name.startsWith('*'));
    for (const { spec, document } of policies) {
      for (const [path, operation] of operationsOf(spec)) {
        textsOf(operation.hosts).forEach((written, i) => {
          const host = withoutPort(written).toLowerCase();
          if (
            host.includes('*') ||
            names.has(host) ||
            wide.some((one) => isSubsetOf(host, one)) ||
            mesh.elsewhere.hasHost(host)
          )
            return;
          reporter.add(
            document,
            [...path, 'hosts', i],
            `host must be a name of a service or a route, got ${written}`,
          );
        });
      }
    }
  },
});
