import type { Catalog } from '../../manifest/catalog';
import { fieldsList, numberOf, textOf } from '../../manifest/fields';
import { configsOf } from '../mesh/config';
import { servicePortProtocol } from '../mesh/protocol';
import type { Port, Service } from '../mesh/service';
import { isManaged, isOwn, serviceName } from './gateways';
import { GATEWAY_KINDS } from './kinds';

/** The Services that Istio makes for Gateways, without addresses. */
export function gatewayServices(catalog: Catalog, domain: string): readonly Service[] {
  return configsOf(catalog, GATEWAY_KINDS.gateway)
    .filter((gateway) => isOwn(catalog, gateway) && isManaged(gateway))
    .map((gateway): Service => {
      const name = serviceName(gateway);
      const { namespace, created, spec, document } = gateway;
      const labels = new Map([['gateway.networking.k8s.io/gateway-name', gateway.name]]);
      const ports = new Map<number, Port>([[15021, port('status-port', 15021)]]);
      for (const listener of fieldsList(spec.listeners)) {
        const number = numberOf(listener.port);
        if (number !== undefined && !ports.has(number))
          ports.set(number, port(textOf(listener.name) ?? '', number));
      }
      return {
        hostname: `${name}.${namespace}.svc.${domain}`,
        name,
        namespace,
        created,
        registry: 'kubernetes',
        ports: [...ports.values()],
        resolution: 'endpoints',
        isExternal: false,
        addresses: [],
        aliases: [],
        exportTo: new Set(),
        selector: labels,
        labels,
        document,
      };
    });
}

function port(name: string, number: number): Port {
  return { name, number, protocol: servicePortProtocol(number, name, 'TCP', undefined) };
}
