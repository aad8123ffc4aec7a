import type { HostRef } from '../subject/hosts';
import type { Block } from '../words/blocks';

/** A page in parts: what comes first, and below it a part for each heading. */
export interface Parts {
  readonly title: string;
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly id: string;
  /** The host, if it is about one. */
  readonly about?: HostRef;
  readonly blocks: readonly Block[];
}

/** @param ids gives each host and each other part a name of its own in the page */
export function partsOf(blocks: readonly Block[], ids: Ids): Parts {
  let title = '';
  const lead: Block[] = [];
  const sections: (Section & { readonly blocks: Block[] })[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) title = block.text;
    else if (block.kind === 'heading' && block.level === 2) {
      const { text, about } = block;
      const id = about ? ids.ofHost(about) : ids.fresh(text);
      sections.push({ title: text, id, ...(about && { about }), blocks: [] });
    } else (sections.at(-1)?.blocks ?? lead).push(block);
  }
  return { title, lead, sections };
}

/** Whether it speaks of hosts one by one. */
export function isAboutHosts({ about, blocks }: Section): boolean {
  return (
    about !== undefined ||
    blocks.some(
      (block) => block.kind === 'hosts' || (block.kind === 'items' && block.items.some((item) => item.about)),
    )
  );
}

/** Names for places in the page. The same review gives the same ones, so that links stay. */
export class Ids {
  private readonly taken = new Set<string>();
  private readonly hosts = new Map<string, string>();

  /** `host-reviews.shop.svc.cluster.local`; at a gateway its name stands behind. */
  ofHost({ host, gateway }: HostRef): string {
    const key = JSON.stringify([host, gateway]);
    let id = this.hosts.get(key);
    if (id === undefined) {
      const { namespace = '', name, labels = {} } = gateway?.gateway ?? {};
      const door = gateway ? `-${namespace}-${name ?? Object.values(labels).join('-')}` : '';
      this.hosts.set(key, (id = this.fresh(`host-${host.replace('*', 'any')}${door}`)));
    }
    return id;
  }

  fresh(text: string): string {
    const start = text
      .toLowerCase()
      .replace(/[^a-z0-9._]+/g, '-')
      .replace(/^-|-$/g, '');
    let id = start;
    for (let i = 2; this.taken.has(id); i++) id = `${start}-${i}`;
    this.taken.add(id);
    return id;
  }
}
