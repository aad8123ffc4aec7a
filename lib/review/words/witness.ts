import type { ClassChange, Difference, HostChange, Risk, RiskRule } from '../difference/model';
import { rulesFor } from '../difference/risks';
import type { Aspect } from '../facts';
import { aspectText } from './aspects';
import { ABSENT } from './titles';

/** A request that meets the rule of a risk, with what happens to it. */
export interface Witness {
  readonly host: HostChange;
  readonly change: ClassChange;
  readonly before: string;
  readonly after: string;
}

/** The first one. None for what is about whole hosts, namespaces or objects. */
export function witnessOf({ rule, hosts: names }: Risk, { hosts }: Difference): Witness | undefined {
  const aspects = ASPECTS_OF[rule];
  if (!aspects) return undefined;
  for (const host of hosts.filter((one) => names.includes(one.host))) {
    const change = host.views.flatMap((view) => view.classes).find((one) => meets(one, host, rule));
    if (!change) continue;
    const shown = aspects.filter((aspect) => change.aspects.includes(aspect));
    const side = (treatment: ClassChange['before']): string =>
      shown.map((aspect) => aspectText(treatment, aspect) || ABSENT[aspect]).join('; ');
    return { host, change, before: side(change.before), after: side(change.after) };
  }
  return undefined;
}

function meets(change: ClassChange, host: HostChange, rule: RiskRule): boolean {
  const alone = { ...host, views: [{ port: 0, callers: [], classes: [change], total: 1 }] };
  return rulesFor(alone, () => rule !== 'new-fault-elsewhere').includes(rule);
}

/** What a rule looks at. */
const ASPECTS_OF: Readonly<Partial<Record<RiskRule, readonly Aspect[]>>> = {
  'nobody-serves': ['ends'],
  'route-removed': ['ends'],
  'connection-refused': ['ends'],
  'new-fault': ['ends', 'delay'],
  'new-fault-elsewhere': ['ends', 'delay'],
  'access-widened': ['access'],
  'access-narrowed': ['access'],
  'mtls-weakened': ['transport'],
  'timeout-cut': ['timeout'],
  'timeout-removed': ['timeout'],
  'tries-exceed-timeout': ['timeout', 'retries'],
  'retries-multiply': ['retries'],
  'most-moved': ['ends'],
  'some-moved': ['ends'],
  'copy-lost': ['mirrors'],
  'new-copies': ['mirrors'],
  'limits-tightened': ['limits'],
  'affinity-lost': ['affinity'],
};
