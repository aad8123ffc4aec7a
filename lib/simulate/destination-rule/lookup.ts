import type { Catalog } from '../../manifest/catalog';
import { KINDS, byAge, configsOf } from '../mesh/config';
import { selects, type Labels } from '../mesh/labels';
import type { MeshSettings } from '../mesh/settings';
import { RulePool } from './merge';
import type { HostRule } from './model';
import { readDestinationRule } from './read';

/** Finds the DestinationRules that a caller uses for a service. */
export class DestinationRules {
  private readonly local = new Map<string, RulePool>();
  private readonly exported = new Map<string, RulePool>();
  private readonly privateInRoot = new RulePool();
  private readonly root: string;

  /** @param generated rules that Istio makes itself; they come before all others */
  constructor(catalog: Catalog, settings: MeshSettings, generated: readonly HostRule[]) {
    this.root = settings.rootNamespace;
    const isPrivateByDefault = settings.exportTo.destinationRule.has('.');
    const written = configsOf(catalog, KINDS.destinationRule).map((config) =>
      readDestinationRule(config, settings.domain),
    );
    const rules = [...generated, ...written].sort(
      (a, b) => Number(!a.selector) - Number(!b.selector) || byGeneration(a, b),
    );
    for (const rule of rules) {
      const { exportTo, namespace } = rule;
      const isLocal =
        exportTo.size === 0 || exportTo.has('*') || exportTo.has('.') || exportTo.has(namespace);
      if (isLocal) poolOf(this.local, namespace).add(rule);
      const isPrivate =
        exportTo.size === 0
          ? isPrivateByDefault
          : exportTo.size === 1 && (exportTo.has('.') || exportTo.has(namespace));
      if (!isPrivate) poolOf(this.exported, namespace).add(rule);
      else if (namespace === this.root) this.privateInRoot.add(rule);
    }
  }

  /** The rules for a service, as a caller's namespace finds them: its own, the service's, the root's. */
  private candidates(hostname: string, serviceNamespace: string, client: string): readonly HostRule[] {
    const own =
      client === this.root ? this.privateInRoot.find(hostname) : this.local.get(client)?.find(hostname);
    if (own) return own;
    for (const namespace of [serviceNamespace, this.root]) {
      const found = this.exported.get(namespace)?.find(hostname) ?? [];
      const visible = found.filter(
        ({ exportTo }) => exportTo.size === 0 || exportTo.has('*') || exportTo.has(client),
      );
      if (visible.length > 0) return visible;
    }
    return [];
  }

  /** The rule that holds for one caller: one that selects it, else the last one for everybody. */
  find(hostname: string, serviceNamespace: string, client: Client): HostRule | undefined {
    let general: HostRule | undefined;
    for (const rule of this.candidates(hostname, serviceNamespace, client.namespace)) {
      if (!rule.selector) general = rule;
      else if (rule.namespace === client.namespace && selects(rule.selector, client.labels)) return rule;
    }
    return general;
  }
}

export interface Client {
  readonly namespace: string;
  readonly labels: Labels;
}

/** What Istio generates has no age, so that it is older than everything. */
function byGeneration(a: HostRule, b: HostRule): number {
  return byAge(a.from[0]!, b.from[0]!);
}

function poolOf(pools: Map<string, RulePool>, namespace: string): RulePool {
  let pool = pools.get(namespace);
  if (!pool) pools.set(namespace, (pool = new RulePool()));
  return pool;
}
