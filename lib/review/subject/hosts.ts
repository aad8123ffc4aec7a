import type { GatewayCaller } from '../../simulate/request';
import type { Simulator } from '../../simulate/simulator';

/** A name that somebody can send requests to. */
export interface HostRef {
  /** `*` and `*.example.com` stand for all such names. */
  readonly host: string;
  /** `service` and `external` are asked for in the mesh, `gateway` from outside. */
  readonly kind: 'service' | 'external' | 'gateway';
  /** The door, for a host of a gateway. */
  readonly gateway?: GatewayCaller;
}

/** The same for two that mean the same host behind the same door. */
export function hostKey({ host, gateway }: HostRef): string {
  return `${gateway ? JSON.stringify(gateway) : ''} ${host}`;
}

/** All hosts that the manifests have, each once, by name. */
export function hostsOf(simulator: Simulator): readonly HostRef[] {
  return simulator.declared().map(({ host, kind, gateway }) => ({ host, kind, ...(gateway && { gateway }) }));
}

/** The ports of the servers that gateways have for each of them. */
export function portsOf(simulator: Simulator): ReadonlyMap<string, readonly number[]> {
  return new Map(
    simulator
      .declared()
      .map((entry) => [
        hostKey(entry),
        entry.gateway && entry.ports ? entry.ports.map(({ number }) => number) : [],
      ]),
  );
}

/** A name that a wildcard is for, to ask with. */
export function exampleOf(host: string): string {
  return host === '*' ? 'any.example' : host.replace(/^\*/, 'any');
}

/** `namespace` of `name.namespace.svc.cluster.local`. */
export function namespaceOfHost(host: string): string | undefined {
  return /^[^.]+\.([^.]+)\.svc\.cluster\.local$/.exec(host)?.[1];
}
