import type {
  HttpRouteSpec,
  HttpRouteSpecParentRefs,
  HttpRouteSpecRules,
} from '../../../imports/gateway.networking.k8s.io';
import type { Condition } from '../../model/condition';
import { sameOutcome, type Outcome } from '../../model/outcome';
import type { Entry } from '../../model/table';
import type { Manifest } from '../manifest';
import { distinctNames, routeName, type RenderContext } from '../names';
import { weightedBackends } from './backends';
import { filtersOf, headerFilter, timesOf } from './filters';
import { matchOf } from './match';

/** What an API server allows in one HTTPRoute. Routes of one parent are one to Istio, so that more are split up. */
const MAX_RULES = 16;
const MAX_MATCHES = 64;
const MAX_MATCHES_TOGETHER = 128;

/**
 * The HTTPRoutes of a table: rules in its order, in as many objects as it takes. All of several are numbered: where Istio
 * finds rules of equal precedence, it sorts by a name to which it has appended something, so that `x-02` would precede `x`.
 */
export function httpRoutes(
  context: RenderContext,
  name: string,
  namespace: string,
  parentRefs: HttpRouteSpecParentRefs[],
  hostnames: readonly string[],
  entries: readonly Entry<Outcome>[],
): Manifest[] {
  const rules = rulesOf(context, namespace, entries);
  const names = distinctNames(rules.map((rule) => rule.name!));
  const parts = chunks(rules.map((rule, i) => ({ ...rule, name: names[i]! })));
  return parts.map((part, i): Manifest => {
    const spec: HttpRouteSpec = {
      parentRefs,
      ...(hostnames.length > 0 && { hostnames: [...hostnames] }),
      rules: part,
    };
    const suffix = parts.length === 1 ? '' : `-${String(i + 1).padStart(2, '0')}`;
    return { kind: 'gateway.networking.k8s.io/HTTPRoute', name: name + suffix, namespace, spec };
  });
}

function rulesOf(
  context: RenderContext,
  namespace: string,
  entries: readonly Entry<Outcome>[],
): HttpRouteSpecRules[] {
  const rules: { matches: Condition[]; outcome: Outcome }[] = [];
  for (const { condition, outcome } of entries) {
    const last = rules.at(-1);
    // A rule with a path rewrite may have one match only, whose path it replaces.
    const mayShare = !rewritesPath(outcome) && last && last.matches.length < MAX_MATCHES;
    if (mayShare && sameOutcome(last.outcome, outcome)) last.matches.push(condition);
    else rules.push({ matches: [condition], outcome });
  }
  return rules.map(({ matches, outcome }) => ruleOf(context, namespace, matches, outcome));
}

function rewritesPath({ action }: Outcome): boolean {
  return action.kind === 'forward' && action.rewrite?.path !== undefined;
}

function ruleOf(
  context: RenderContext,
  namespace: string,
  conditions: readonly Condition[],
  outcome: Outcome,
): HttpRouteSpecRules {
  const matches = conditions.map((condition) => matchOf(condition, rewritesPath(outcome)));
  const filters = filtersOf(context, namespace, outcome, conditions[0]!);
  return {
    name: routeName(outcome),
    ...(!matches.includes(undefined) && { matches: matches.filter((match) => match !== undefined) }),
    ...(filters.length > 0 && { filters }),
    ...(outcome.action.kind === 'forward' && {
      backendRefs: weightedBackends(context, namespace, outcome.action.shares).map((backend, i) => {
        const own = outcome.action.kind === 'forward' ? outcome.action.shares[i]!.responseHeaders : undefined;
        return { ...backend, ...(own && { filters: headerFilter('ResponseHeaderModifier', own) as never }) };
      }),
    }),
    ...timesOf(outcome),
  };
}

/** As few objects as the limits allow. */
function chunks(rules: readonly HttpRouteSpecRules[]): HttpRouteSpecRules[][] {
  const all: HttpRouteSpecRules[][] = [];
  let matches = 0;
  for (const rule of rules) {
    const last = all.at(-1);
    const own = rule.matches?.length ?? 1;
    if (!last || last.length === MAX_RULES || matches + own > MAX_MATCHES_TOGETHER) {
      all.push([rule]);
      matches = own;
    } else {
      last.push(rule);
      matches += own;
    }
  }
  return all;
}
