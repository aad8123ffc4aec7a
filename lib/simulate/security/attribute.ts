import { claimAttribute, claimPath, requestPrincipal } from './claim';
import type { Facts, SecurityMesh } from './facts';
import { headerAttribute } from './header';
import { ipBlockTest, isAddress } from './ip-block';
import { pathTest } from './path-template';
import * as peer from './peer';
import { headerTest, hostTest, textTest, type TextTest } from './text-match';
import type { Truth } from './truth';

/** Something that a rule can ask of a request. */
export interface Attribute {
  /** Only HTTP has it. */
  readonly needsHttp: boolean;
  /** It is about nothing but who the client is: which part of its identity. */
  readonly peer?: 'principal' | 'namespace' | 'service account' | 'trust domain';
  /** Whether a request has this value. Nothing if there is no such value: a port `http`, an address `x`. */
  readonly test: (value: string) => FactsTest | undefined;
  /** What the request has, for explanations: `the method is GET`. */
  readonly got: (facts: Facts) => string;
}

export type FactsTest = (facts: Facts) => Truth;

/** What a rule means by its names depends on where it is and on the mesh. */
export interface Scope {
  readonly namespace: string;
  readonly mesh: SecurityMesh;
}

/** What `source` of a rule can say, and the attribute that it is about. */
export const SOURCE_FIELDS: readonly FieldName[] = [
  ['principals', 'notPrincipals', 'source.principal'],
  ['requestPrincipals', 'notRequestPrincipals', 'request.auth.principal'],
  ['serviceAccounts', 'notServiceAccounts', 'source.serviceAccount'],
  ['trustDomains', 'notTrustDomains', 'source.trustDomain'],
  ['namespaces', 'notNamespaces', 'source.namespace'],
  ['remoteIpBlocks', 'notRemoteIpBlocks', 'remote.ip'],
  ['ipBlocks', 'notIpBlocks', 'source.ip'],
];

/** What `operation` of a rule can say. The first three have no name for `when`. */
export const OPERATION_FIELDS: readonly FieldName[] = [
  ['hosts', 'notHosts', 'host'],
  ['methods', 'notMethods', 'method'],
  ['paths', 'notPaths', 'path'],
  ['ports', 'notPorts', 'destination.port'],
];

export type FieldName = readonly [positive: string, negative: string, attribute: string];

/** What `when` of a rule can ask. Nothing for a key that does not exist: Istio leaves out the whole rule. */
export function conditionAttribute(key: string, scope: Scope): Attribute | undefined {
  if (OPERATION_FIELDS.slice(0, 3).some(([, , name]) => name === key)) return undefined;
  return attribute(key, scope);
}

/** @see https://istio.io/latest/docs/reference/config/security/conditions/ */
export function attribute(key: string, scope: Scope): Attribute | undefined {
  if (key.startsWith('request.headers')) return headerAttribute(key);
  if (key.startsWith('request.auth.claims')) return claimAttribute(key, claimPath(key));
  if (key.startsWith('experimental.envoy.filters.')) return UNKNOWABLE;
  return Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key]!(scope) : undefined;
}

const ATTRIBUTES: Readonly<Record<string, (scope: Scope) => Attribute>> = {
  host: () => httpText('host', ({ http }) => http!.authority, hostTest),
  method: () => httpText('method', ({ http }) => http!.method, headerTest),
  path: () => httpText('path', ({ http }) => http!.path, pathTest),
  'source.principal': ({ mesh }) => peer.principal(mesh),
  'source.namespace': () => peer.NAMESPACE,
  'source.serviceAccount': ({ namespace }) => peer.serviceAccount(namespace),
  'source.trustDomain': ({ mesh }) => peer.trustDomain(mesh),
  'source.ip': () => address("other end's address", ({ sourceIp }) => sourceIp),
  'remote.ip': () => address("original client's address", remoteIp),
  'destination.ip': () => address("workload's address", (facts) => facts.address),
  'destination.port': () => PORT,
  'connection.sni': () => SNI,
  'request.auth.principal': () => requestPrincipal,
  'request.auth.audiences': () => claimAttribute('audience', ['aud']),
  'request.auth.presenter': () => claimAttribute('presenter', ['azp']),
};

const PORT: Attribute = {
  needsHttp: false,
  test: (value) => {
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Infinity;
    return port <= 65535 ? (facts) => facts.port === port : undefined;
  },
  got: ({ port }) => `the port is ${port}`,
};

const SNI: Attribute = {
  needsHttp: false,
  test: (value) => {
    const test = textTest(value);
    return ({ sni = '' }) => test(sni);
  },
  got: ({ sni }) => (sni ? `the server name is ${sni}` : 'there is no server name'),
};

/** What other filters of the proxy leave behind is not in the manifests. */
const UNKNOWABLE: Attribute = {
  needsHttp: false,
  test: () => () => undefined,
  got: () => 'what other filters of the proxy say is unknown',
};

function httpText(
  what: string,
  of: (facts: Facts) => string,
  compile: (value: string) => TextTest,
): Attribute {
  return {
    needsHttp: true,
    test: (value) => {
      const test = compile(value);
      return (facts) => test(of(facts));
    },
    got: (facts) => `the ${what} is ${of(facts)}`,
  };
}

function address(what: string, of: (facts: Facts) => string | undefined): Attribute {
  return {
    needsHttp: false,
    test: (value) => {
      const test = ipBlockTest(value);
      return test && ((facts) => test(of(facts) ?? ''));
    },
    got: (facts) => `the ${what} is ${of(facts) ?? 'not known'}`,
  };
}

/** Envoy trusts the last address in `x-forwarded-for`, which no sidecar touches. */
function remoteIp({ remoteIp: given, sourceIp, http }: Facts): string | undefined {
  if (given !== undefined) return given;
  const last = http?.headers.get('x-forwarded-for')?.split(',').pop()!.trim();
  return last !== undefined && isAddress(last) ? last : sourceIp;
}
