import { textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { fullName } from '../../../simulate/names/host';
import { findHost } from '../../mesh/lookup';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, service, to, virtualService } from '../fixture';
import { callersOf, isForMesh } from './callers';

const TWO = '{ports: [{name: http, port: 80}, {name: http-admin, port: 81}]}';

export const destinationPortOpen = rule({
  id: 'destination-port-open',
  title: 'A destination without port, of a service with several',
  severity: 'error',
  why: 'The port is then the one that the client dialled, or the gateway’s: if the service does not have it, requests get 503.',
  fix: 'Name the port of the destination.',
  upstream: ['IST0112'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0112/'],
  bad: manifests(
    service('shop/b', TWO),
    virtualService('shop/a', `{hosts: [a.com], gateways: [edge], http: [${to('b')}]}`),
  ),
  good: manifests(
    service('shop/b', TWO),
    virtualService('shop/a', `{hosts: [a.com], gateways: [edge], http: [${to('b', 'port: {number: 80}')}]}`),
  ),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      for (const { full, host, path, port } of mesh.destinationsOf(config)) {
        if (port !== undefined) continue;
        const found = findHost(mesh, full, callersOf(config));
        if (!found || found.ports.length < 2) continue;
        const numbers = found.ports.map(({ number }) => number);
        reporter.add(
          config.document,
          path,
          `port must be one of ${host} (${numbers.join(', ')}), got nothing`,
          keepsDialledPort(mesh, config, numbers) ? { severity: 'info' } : {},
        );
      }
    }
  },
});

/** Whether whatever port is dialled is one of these, so that all goes well. */
function keepsDialledPort(mesh: Mesh, config: Config, numbers: readonly number[]): boolean {
  if (!isForMesh(config) || textsOf(config.spec.gateways).some((name) => name !== 'mesh')) return false;
  return textsOf(config.spec.hosts).every((host) => {
    const found = findHost(mesh, fullName(host, config.namespace, mesh.settings.domain), callersOf(config));
    return found?.ports.every(({ number }) => numbers.includes(number)) === true;
  });
}
