import { booleanOf, fieldsOf, optionalFields, textOf, type Fields } from '../../manifest/fields';
import type { HashPolicy } from '../route/model';
import { milliseconds } from '../virtual-service/duration';
import type { Destination } from '../virtual-service/model';
import type { HostRule } from './model';
import { portSettings } from './policy';

/** The hash of a service without a VirtualService: that of the port, else that of the whole. */
export function serviceHash(rule: HostRule | undefined, port: number): HashPolicy | undefined {
  return hashPolicy(consistentHash(portSettings(rule?.policy, port)) ?? consistentHash(rule?.policy));
}

/**
 * The hash of a destination of a VirtualService. Settings of a port count only if the destination names its port, even
 * where the cluster is the same.
 */
export function destinationHash(
  rule: HostRule | undefined,
  destination: Destination,
): HashPolicy | undefined {
  return hashPolicy(destinationHashSettings(rule, destination));
}

function destinationHashSettings(
  rule: HostRule | undefined,
  { port, subset }: Destination,
): Fields | undefined {
  const ofPort = (policy: Fields | undefined): Fields | undefined =>
    port === undefined ? undefined : consistentHash(portSettings(policy, port));
  const own = rule?.subsets.find(({ name }) => name === (subset ?? ''))?.policy;
  return ofPort(own) ?? consistentHash(own) ?? ofPort(rule?.policy) ?? consistentHash(rule?.policy);
}

export function consistentHash(policy: Fields | undefined): Fields | undefined {
  return optionalFields(fieldsOf(policy?.loadBalancer).consistentHash);
}

/** Without a key there is no hash, so that any endpoint may be picked. */
function hashPolicy(hash: Fields | undefined): HashPolicy | undefined {
  const policy = hash && readHash(hash);
  return policy && Object.freeze(policy);
}

function readHash(hash: Fields): HashPolicy | undefined {
  const header = textOf(hash.httpHeaderName);
  if (header !== undefined) return { kind: 'header', name: header };
  const cookie = optionalFields(hash.httpCookie);
  if (cookie) {
    const path = textOf(cookie.path);
    const ttl = milliseconds(cookie.ttl);
    return {
      kind: 'cookie',
      name: textOf(cookie.name) ?? '',
      ...(path && { path }),
      ...(ttl !== undefined && { ttl }),
    };
  }
  if (booleanOf(hash.useSourceIp) !== undefined) return { kind: 'source-ip' };
  const query = textOf(hash.httpQueryParameterName);
  return query === undefined ? undefined : { kind: 'query', name: query };
}
