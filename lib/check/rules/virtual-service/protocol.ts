import { fieldsList, numberOf, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { isTcp } from '../../../simulate/mesh/protocol';
import { fullName } from '../../../simulate/names/host';
import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import type { Mesh } from '../../mesh/mesh';
import { rule } from '../../rule';
import { manifests, service, to, virtualService } from '../fixture';
import { callersOf, isForMesh } from './callers';

const ROUTE = virtualService('shop/a', `{hosts: [web], http: [${to('web')}]}`);

export const httpRulesOnTcp = rule({
  id: 'http-rules-for-tcp-port',
  title: 'HTTP rules for ports that are not HTTP',
  severity: 'warning',
  why: 'Sidecars take such ports for plain TCP: routes, timeouts, retries and faults are silently ignored.',
  fix: 'Name the port of the Service http…, http2… or grpc…, or set its appProtocol; or write tcp or tls rules.',
  links: ['https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/'],
  bad: manifests(service('shop/web', '{ports: [{name: tcp-web, port: 80}]}'), ROUTE),
  good: manifests(service('shop/web', '{ports: [{name: http-web, port: 80}]}'), ROUTE),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      const rules = fieldsList(config.spec.http);
      if (rules.length === 0 || !isForMesh(config)) continue;
      const asked = rules.flatMap(({ match }) => fieldsList(match).map(({ port }) => numberOf(port)));
      textsOf(config.spec.hosts).forEach((host, i) => {
        const full = fullName(host, config.namespace, mesh.settings.domain);
        const ports =
          (full.startsWith('*') ? undefined : findHost(mesh, full, callersOf(config)))?.ports ?? [];
        if (!ports.some(({ protocol }) => isTcp(protocol))) return;
        const isAsked = (number: number): boolean =>
          asked.length === 0 || asked.some((port) => port === undefined || port === number);
        const kept = keptPorts(mesh, config, full);
        const judged = kept.size > 0 ? ports.filter(({ number }) => kept.has(number)) : ports;
        if (
          judged.length === 0 ||
          !judged.every(({ protocol, number }) => isTcp(protocol) && isAsked(number))
        )
          return;
        const list = judged.map(({ name, number }) => `${name} ${number}`.trim()).join(', ');
        reporter.add(
          config.document,
          ['spec', 'hosts', i],
          `host of http rules must have an HTTP port, got ${host} with ${list}`,
        );
      });
    }
  },
});

/** The ports of the host itself to which its requests are sent on: what is meant to be HTTP. */
function keptPorts(mesh: Mesh, config: Config, host: string): ReadonlySet<number> {
  const own = mesh.destinationsOf(config).filter(({ full, kind }) => full === host && kind === 'http');
  return new Set(own.flatMap(({ port }) => port ?? []));
}
