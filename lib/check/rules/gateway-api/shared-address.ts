import { fieldsList, numberOf, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { kubernetesGateway, manifests } from '../fixture';

const gateway = (name: string, address: string): string =>
  kubernetesGateway(
    `edge/${name}`,
    `{gatewayClassName: istio, addresses: [{type: IPAddress, value: ${address}}], listeners: [{name: http, port: 80, protocol: HTTP}]}`,
  );

export const sharedAddress = rule({
  id: 'gateway-address-shared',
  title: 'Two Gateways for one address',
  severity: 'warning',
  why: 'Only one of them gets the address; of listeners with the same port and hostname only one answers.',
  fix: 'Give each Gateway its own address, or put the listeners into one Gateway.',
  upstream: ['KIA1501', 'KIA1502'],
  bad: manifests(gateway('a', '10.0.0.1'), gateway('b', '10.0.0.1')),
  good: manifests(gateway('a', '10.0.0.1'), gateway('b', '10.0.0.2')),
  check(mesh, reporter) {
    const first = new Map<string, Config>();
    for (const config of mesh.list(KIND.kubernetesGateway)) {
      fieldsList(config.spec.addresses).forEach(({ type, value }, i) => {
        const text = textOf(value);
        if (text === undefined) return;
        const host =
          textOf(type) === 'Hostname' && !text.includes('.') ? `${text}.${config.namespace}` : text;
        for (const { port } of fieldsList(config.spec.listeners)) {
          const key = `${textOf(type) ?? 'IPAddress'} ${host} ${numberOf(port)}`;
          const before = first.get(key);
          if (before && before !== config) {
            reporter.add(
              config.document,
              ['spec', 'addresses', i],
              `address must be that of one Gateway, got ${text}, which ${before.namespace}/${before.name} has for port ${numberOf(port)}, too`,
            );
            return;
          }
          first.set(key, config);
        }
      });
    }
  },
});
