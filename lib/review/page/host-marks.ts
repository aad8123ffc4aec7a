import type { RiskLevel } from '../difference/model';
import { LEVELS, isAtLeast } from '../difference/risks';
import type { Review } from '../review';
import { namespaceOfHost, type HostRef } from '../subject/hosts';
import { markup, type Markup } from './markup';
import { Ids } from './sections';

/** A host that the page speaks of, with what it can be filtered by. */
export interface Marked {
  readonly host: HostRef;
  readonly id: string;
  readonly namespace: string;
  readonly risk: RiskLevel;
  readonly isChanged: boolean;
}

/** Marks what is about a host, so that it can be linked to and filtered; and remembers which there are, in order. */
export class HostMarks {
  readonly ids = new Ids();
  private readonly risks = new Map<string, RiskLevel>();
  private readonly known = new Map<string, Marked>();

  constructor(review: Review) {
    if (review.kind !== 'difference') return;
    for (const host of review.hosts) {
      const levels = host.rules.map((rule) => LEVELS[rule]);
      const gravest = levels.reduce((one, other) => (isAtLeast(one, other) ? one : other));
      this.risks.set(keyOf(host), gravest);
    }
  }

  /** All so far, in the order of the page. */
  get all(): readonly Marked[] {
    return [...this.known.values()];
  }

  /** The attributes of an element about a host. The first one has its name. */
  markOf(host: HostRef): Markup {
    const key = keyOf(host);
    const isFirst = !this.known.has(key);
    const { id, namespace, risk, isChanged } = this.mark(host, key);
    return markup`${isFirst ? markup`id="${id}" ` : undefined}data-host="${id}" data-namespace="${namespace}" data-risk="${risk}"${isChanged ? markup` data-changed` : undefined}`;
  }

  private mark(host: HostRef, key: string): Marked {
    let marked = this.known.get(key);
    if (!marked) {
      const risk = this.risks.get(key);
      marked = {
        host,
        id: this.ids.ofHost(host),
        namespace: host.gateway?.gateway.namespace ?? namespaceOfHost(host.host) ?? '',
        risk: risk ?? 'none',
        isChanged: risk !== undefined,
      };
      this.known.set(key, marked);
    }
    return marked;
  }
}

function keyOf({ host, gateway }: HostRef): string {
  return JSON.stringify([host, gateway]);
}
