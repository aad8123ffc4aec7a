import type { Caller, GatewayCaller } from '../../simulate/request';
import { fail } from '../../values/check';
import type { Names } from './names';

/**
 * What the simulator understands: `shop/productpage` may be a workload, a service (then it is the workload behind it)
 * or a gateway.
 * @throws if there is none of these, or if it is not clear which one
 */
export function resolveCaller(caller: Caller, names: Names): Caller {
  if (typeof caller === 'object') return 'gateway' in caller ? resolveGateway(caller, names) : caller;
  const [, namespace = 'default', name, version] =
    /^(?:([^/ ]+)\/)?([^/ ]+)(?: ([^/ ]+))?$/.exec(caller) ?? [];
  const what = 'the sender of a request';
  if (name === undefined) return fail(what, "'namespace/name'", caller, "write from('shop/productpage')");
  const isGateway = version === undefined && names.gateway(namespace, name) !== undefined;
  const workloads = names.workloads(namespace, name, version);
  if (isGateway && (workloads.length > 0 || names.isService(namespace, name))) {
    fail(
      what,
      `a workload or a gateway, not both`,
      caller,
      `for the gateway write gateway('${namespace}/${name}')`,
    );
  }
  if (isGateway) return resolveGateway({ gateway: { namespace, name } }, names);
  if (workloads.length > 1) {
    fail(what, `one of ${workloads.join(', ')}`, caller, `write from('${namespace}/${workloads[0]}')`);
  }
  if (workloads[0] === undefined) {
    fail(
      what,
      'a workload of the manifests, or a service with one',
      caller,
      `for one that is deployed elsewhere write from({ namespace: '${namespace}', labels: { app: '${name}' } })`,
    );
  }
  return `${namespace}/${workloads[0]}`;
}

/** An Istio Gateway is a rule for pods with certain labels. Where these run it does not say. */
function resolveGateway(caller: GatewayCaller, names: Names): Caller {
  const { name, namespace = 'default' } = caller.gateway;
  if (name === undefined) return caller;
  const found = names.gateway(namespace, name);
  if (found === undefined) {
    fail('a gateway', 'a Gateway of the manifests', `${namespace}/${name}`, 'correct its name');
  }
  return found === 'api' ? caller : { gateway: { labels: Object.fromEntries(found) } };
}

/** Whose short names count. */
export function namespaceOf(caller: Caller | undefined): string | undefined {
  if (typeof caller === 'string') return caller.split('/')[0];
  return caller && 'namespace' in caller ? caller.namespace : undefined;
}
