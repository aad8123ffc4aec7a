import type { Attribute } from './attribute';
import type { Facts, SecurityMesh } from './facts';
import { globTest, textTest, type TextTest } from './text-match';
import { anyOf, type Truth } from './truth';

// Who the client's certificate names. In plaintext nobody is named: no value matches, and every negation does.

/**
 * The service account of a gateway whose pods the manifests do not have: `istioctl` and the Helm charts give it different
 * ones, and anybody may give it another.
 */
export const UNKNOWN_ACCOUNT = '*';

const UNKNOWN_ENDING = `/sa/${UNKNOWN_ACCOUNT}`;

type PeerTest = (peer: string) => Truth;

/** The whole identity, `cluster.local/ns/shop/sa/cart`, in all trust domains that are aliases of each other. */
export function principal(mesh: SecurityMesh): Attribute {
  return ofPeer('principal', (value) => {
    const tests = inTrustDomains(value, mesh).map(identityTest);
    return (peer) => anyOf(tests, (test) => test(peer));
  });
}

/** The namespace, in which each `*` is for any text. */
export const NAMESPACE: Attribute = ofPeer('namespace', (value) => globTest(`*/ns/${value}/*`));

/** `cart`, in the policy's own namespace, or `shop/cart`. */
export function serviceAccount(policyNamespace: string): Attribute {
  return ofPeer('service account', (value) => {
    const slash = value.indexOf('/');
    const namespace = slash < 0 ? policyNamespace : value.slice(0, slash);
    const identity = `/ns/${namespace}/sa/${value.slice(slash + 1)}`;
    const test = identityTest(identity);
    return (peer) => test(peer.slice(peer.indexOf('/')));
  });
}

export function trustDomain({ trustDomain: own, trustDomainAliases }: SecurityMesh): Attribute {
  const known = [own, ...trustDomainAliases];
  return ofPeer('trust domain', (value) => {
    const test = oneOf((known.includes(value) ? known : [value]).map(globTest));
    return (peer) => test(peer.slice(0, peer.indexOf('/')));
  });
}

function ofPeer(peer: Attribute['peer'] & string, compile: (value: string) => PeerTest): Attribute {
  return {
    peer,
    needsHttp: false,
    test: (value) => {
      const test = compile(value);
      return ({ peer: client }: Facts) => client !== undefined && test(client);
    },
    got: ({ peer: client }) => gotText(client),
  };
}

function gotText(client: string | undefined): string {
  if (client === undefined) return 'the client is not authenticated';
  if (!client.endsWith(UNKNOWN_ENDING)) return `the client is ${client}`;
  const [, namespace] = /\/ns\/([^/]+)\//.exec(client) ?? [];
  return `the client is a gateway in ${namespace}, whose service account the manifests do not say`;
}

/** Whether an identity is meant. Of an unknown account that is certain only if any or none is meant. */
function identityTest(value: string): PeerTest {
  const test = textTest(value);
  return (peer) => {
    if (!peer.endsWith(UNKNOWN_ENDING)) return test(peer);
    const start = peer.slice(0, -UNKNOWN_ACCOUNT.length);
    if (test(`${start}\0`)) return true;
    return mayName(value, start) ? undefined : false;
  };
}

/** Whether a value is about a service account of the namespace, or of any. */
function mayName(value: string, start: string): boolean {
  if (!value.startsWith('*')) return value.replace(/\*$/, '').startsWith(start);
  const ending = value.slice(1);
  return start.endsWith(ending.slice(0, ending.lastIndexOf('/') + 1));
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
