import { isTcp } from '../../../simulate/mesh/protocol';
import { selects } from '../../../simulate/mesh/labels';
import type { Service } from '../../../simulate/mesh/service';
import { selectorOf } from '../../../simulate/security/attachment';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { readsRequests } from '../ambient/policies';
import { app, authorizationPolicy, manifests, service } from '../fixture';
import { targetsOf } from './policies';

const policy = (port: string): string =>
  manifests(
    app('shop/db'),
    service('shop/db', `{selector: {app: db}, ports: [{name: ${port}, port: 80, targetPort: 8080}]}`),
    authorizationPolicy(
      'shop/a',
      '{selector: {matchLabels: {app: db}}, rules: [{to: [{operation: {methods: [GET]}}]}]}',
    ),
  );

export const requestsOnTcp = rule({
  id: 'request-policy-for-tcp-port',
  title: 'A policy about requests for ports that are not HTTP',
  severity: 'warning',
  why: 'The proxy sees no requests there: rules that allow them never match, so that everything is denied, and rules that deny them deny everything.',
  fix: 'Name the port of the Service http… (or set its appProtocol), or write rules about ports and callers only.',
  links: ['https://istio.io/latest/docs/concepts/security/#using-istio-authorization-on-plain-tcp-protocols'],
  bad: policy('tcp-db'),
  good: policy('http-db'),
  check(mesh, reporter) {
    const policies = mesh
      .list(KIND.authorizationPolicy)
      .filter((one) => targetsOf(one.spec).length === 0 && readsRequests(one));
    if (policies.length === 0) return;
    const byNamespace = new Map<string, Service[]>();
    for (const one of mesh.services()) push(byNamespace, one.namespace, one);
    for (const { spec, namespace, document } of policies) {
      const selector = selectorOf(spec);
      const pods = selector.size > 0 ? mesh.workloads().selected(selector, namespace) : [];
      const behind = (byNamespace.get(namespace) ?? []).filter(
        ({ selector: wanted }) => wanted && pods.some(({ labels }) => selects(wanted, labels)),
      );
      const ports = behind.flatMap((one) => one.ports);
      if (ports.length === 0 || !ports.every(({ protocol }) => isTcp(protocol))) continue;
      const list = ports.map(({ name, number }) => `${name} ${number}`.trim()).join(', ');
      reporter.add(
        document,
        ['spec', 'rules'],
        `rules about requests must be for HTTP ports, got workloads with ${list} only`,
      );
    }
  },
});
