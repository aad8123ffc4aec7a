import { optionalFields, textMap } from '../../../manifest/fields';
import { isAssumedGateway } from '../../mesh/assumed-gateway';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, gateway, manifests } from '../fixture';

const UPSTREAM = ['IST0101', 'KIA0302'];
const SERVERS = 'servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.com]}]';

export const gatewaySelector = rule({
  id: 'gateway-selector',
  title: 'A Gateway for pods that do not exist',
  severity: 'error',
  why: 'No proxy opens its ports: connections are refused, or answered with 404.',
  fix: 'Write the labels of the gateway’s pods.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway'],
  bad: manifests(app('edge/public'), gateway('edge/public', `{selector: {app: publik}, ${SERVERS}}`)),
  good: manifests(app('edge/public'), gateway('edge/public', `{selector: {app: public}, ${SERVERS}}`)),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.gateway)) {
      const selector = textMap(spec.selector);
      if (selector.size === 0 || isAssumedGateway(selector) || mesh.workloads().selected(selector).length > 0)
        continue;
      const list = [...selector].map(([key, text]) => `${key}=${text}`).join(', ');
      if (
        mesh
          .workloads()
          .inNamespace(namespace)
          .some(({ labels }) => [...selector.keys()].every((key) => labels.has(key)))
      )
        reporter.add(document, ['spec', 'selector'], `selector must take some pods, got ${list}`);
      else reporter.outside(document, ['spec', 'selector'], `pods with ${list}`, { upstream: UPSTREAM });
    }
  },
});

export const gatewaySelectorEmpty = rule({
  id: 'gateway-selector-empty',
  title: 'A Gateway for all gateways',
  severity: 'warning',
  why: 'Without a selector every gateway proxy of the mesh opens its ports, also those of other teams, and egress gateways.',
  fix: 'Write the labels of the gateway’s pods.',
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway'],
  bad: gateway('edge/public', `{${SERVERS}}`),
  good: gateway('edge/public', `{selector: {istio: ingressgateway}, ${SERVERS}}`),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.gateway)) {
      if (textMap(optionalFields(spec.selector)).size === 0)
        reporter.add(document, ['spec'], 'selector must name the pods of a gateway, got nothing');
    }
  },
});
