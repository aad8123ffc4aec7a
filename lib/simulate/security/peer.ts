import type { Attribute } from './attribute';
import type { Facts, SecurityMesh } from './facts';
import { globTest, textTest, type TextTest } from './text-match';

// Who the client's certificate names. In plaintext nobody is named: no value matches, and every negation does.

/** The whole identity, `cluster.local/ns/shop/sa/cart`, in all trust domains that are aliases of each other. */
export function principal(mesh: SecurityMesh): Attribute {
  return ofPeer('principal', (value) => oneOf(inTrustDomains(value, mesh).map(textTest)));
}

/** The namespace, in which each `*` is for any text. */
export const NAMESPACE: Attribute = ofPeer('namespace', (value) => globTest(`*/ns/${value}/*`));

/** `cart`, in the policy's own namespace, or `shop/cart`. */
export function serviceAccount(policyNamespace: string): Attribute {
  return ofPeer('service account', (value) => {
    const slash = value.indexOf('/');
    const namespace = slash < 0 ? policyNamespace : value.slice(0, slash);
    const identity = `/ns/${namespace}/sa/${value.slice(slash + 1)}`;
    return (peer) => peer.slice(peer.indexOf('/')) === identity;
  });
}

export function trustDomain({ trustDomain: own, trustDomainAliases }: SecurityMesh): Attribute {
  const known = [own, ...trustDomainAliases];
  return ofPeer('trust domain', (value) => {
    const test = oneOf((known.includes(value) ? known : [value]).map(globTest));
    return (peer) => test(peer.slice(0, peer.indexOf('/')));
  });
}

function ofPeer(peer: Attribute['peer'] & string, compile: (value: string) => TextTest): Attribute {
  return {
    peer,
    needsHttp: false,
    test: (value) => {
      const test = compile(value);
      return ({ peer: client }: Facts) => client !== undefined && test(client);
    },
    got: ({ peer: client }) =>
      client === undefined ? 'the client is not authenticated' : `the client is ${client}`,
  };
}

function oneOf(tests: readonly TextTest[]): TextTest {
  return (text) => tests.some((test) => test(text));
}

/**
 * `cluster.local` in a policy stands for the mesh's own trust domain, and each of its trust domains for all.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/
 */
function inTrustDomains(value: string, mesh: SecurityMesh): readonly string[] {
  const [domain, ...rest] = value.split('/');
  const known = [mesh.trustDomain, ...mesh.trustDomainAliases];
  const isComplete = rest.length === 4 && domain !== '*';
  if (!isComplete || (domain !== 'cluster.local' && !known.some(textTest(domain!)))) return [value];
  const isMeant = domain!.startsWith('*') ? textTest(domain!) : (name: string) => name === domain;
  return known.map((name) => (isMeant(name) ? value : [name, ...rest].join('/')));
}
