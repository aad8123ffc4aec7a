import { sameLabels } from '../mesh/labels';
import type { HostRule } from './model';

/** The rules of a namespace by host. */
export class RulePool {
  private readonly exact = new Map<string, HostRule[]>();
  private readonly wildcard = new Map<string, HostRule[]>();

  /** Rules have to come in the order in which they win. */
  add(rule: HostRule): void {
    const rules = rule.host.startsWith('*') ? this.wildcard : this.exact;
    const list = rules.get(rule.host);
    if (list) mergeInto(list, rule);
    else rules.set(rule.host, [rule]);
  }

  /** The rules of the narrowest host that covers the service. */
  find(hostname: string): readonly HostRule[] | undefined {
    const isWildcard = hostname.startsWith('*');
    const exact = (isWildcard ? this.wildcard : this.exact).get(hostname);
    if (exact) return exact;
    const name = isWildcard ? hostname.slice(1) : hostname;
    let best: string | undefined;
    for (const host of this.wildcard.keys()) {
      if (name.endsWith(host.slice(1)) && (best === undefined || host.length > best.length)) best = host;
    }
    return best === undefined ? undefined : this.wildcard.get(best);
  }
}

/**
 * Adds a rule to those of the same host: it is united with rules that are exported alike and are for the same callers,
 * else it stands beside them.
 */
function mergeInto(list: HostRule[], rule: HostRule): void {
  let isSeparate = true;
  for (const [i, existing] of list.entries()) {
    const isWider = existing.exportTo.size > 0 && isSuperset(rule.exportTo, existing.exportTo);
    if (sameSet(rule.exportTo, existing.exportTo)) isSeparate = false;
    else {
      isSeparate = true;
      if (!isWider) continue;
    }
    if (rule.selector && existing.selector && !sameLabels(rule.selector, existing.selector)) {
      isSeparate = true;
      continue;
    }
    if (Boolean(rule.selector) === Boolean(existing.selector)) isSeparate = false;
    list[i] = united(existing, rule);
  }
  if (isSeparate) list.push(rule);
}

/** The first definition of a subset stays, and the first traffic policy as a whole. */
function united(existing: HostRule, rule: HostRule): HostRule {
  const names = new Set(existing.subsets.map(({ name }) => name));
  const policy = existing.policy ?? rule.policy;
  return {
    ...existing,
    subsets: [...existing.subsets, ...rule.subsets.filter(({ name }) => !names.has(name))],
    ...(policy && { policy }),
    from: [...existing.from, ...rule.from],
  };
}

function isSuperset(outer: ReadonlySet<string>, inner: ReadonlySet<string>): boolean {
  return [...inner].every((name) => outer.has(name));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && isSuperset(a, b);
}
