import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, to, virtualService, web } from '../fixture';
import { callersOf } from './callers';

export const destinationPort = rule({
  id: 'destination-port',
  title: 'A destination port that its service does not have',
  severity: 'error',
  why: 'There is no cluster for the port: requests that match the route get 503.',
  fix: 'Name a port of the Service (its `port`, not its `targetPort`) or of the ServiceEntry.',
  upstream: ['IST0101'],
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#PortSelector'],
  bad: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews], http: [${to('reviews', 'port: {number: 8080}')}]}`),
  ),
  good: manifests(
    web('shop/reviews'),
    virtualService('shop/a', `{hosts: [reviews], http: [${to('reviews', 'port: {number: 80}')}]}`),
  ),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      const callers = callersOf(config);
      for (const { full, host, path, port } of mesh.destinationsOf(config)) {
        const found = port === undefined ? undefined : findHost(mesh, full, callers);
        if (!found || found.ports.some(({ number }) => number === port)) continue;
        const ports = found.ports.map(({ number }) => number).join(', ') || 'none';
        const target = found.ports.find((one) => one.target === port);
        reporter.add(
          config.document,
          [...path, 'port', 'number'],
          `port must be one of ${host} (${ports}), got ${port}`,
          {
            ...(target && { fix: `Write ${target.number}: ${port} is its target port.` }),
          },
        );
      }
    }
  },
});
