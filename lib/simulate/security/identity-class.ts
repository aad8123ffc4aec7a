import type { Authorizations } from './authorization';
import type { Condition } from './rule';
import type { Security } from './security';
import { anyOf } from './truth';

/** The conditions of all policies that look at who the client is, and what they say of each one who was asked for. */
interface Known {
  readonly conditions: readonly Condition[];
  readonly classes: Map<string, number>;
  readonly numbers: Map<string, number>;
}

const all = new WeakMap<Security, Known>();

/**
 * The same number for clients whom no policy tells apart by their identity.
 * @param peer as their certificates name them: `cluster.local/ns/shop/sa/cart`
 */
export function identityClass(security: Security, peer: string): number {
  let known = all.get(security);
  if (!known) {
    const conditions = peerConditions(security.authorizations);
    all.set(security, (known = { conditions, classes: new Map(), numbers: new Map() }));
  }
  let found = known.classes.get(peer);
  if (found === undefined) {
    const facts = { port: 0, peer };
    const verdicts = known.conditions.map(({ tests }) => `${anyOf(tests, (test) => test(facts))}`).join();
    found = known.numbers.get(verdicts) ?? known.numbers.size;
    known.numbers.set(verdicts, found);
    known.classes.set(peer, found);
  }
  return found;
}

/** Each only once: many policies say the same. */
function peerConditions(authorizations: Authorizations): readonly Condition[] {
  const found = new Map<string, Condition>();
  for (const { namespace, rules } of [...authorizations.values()].flat()) {
    for (const { from, when } of rules) {
      for (const condition of [...from.flat(), ...when]) {
        const { attribute, values } = condition;
        if (attribute.peer === undefined) continue;
        // What a service account means depends on the namespace of the policy.
        found.set(JSON.stringify([attribute.peer, namespace, values]), condition);
      }
    }
  }
  return [...found.values()];
}
