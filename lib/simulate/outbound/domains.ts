import type { Service } from '../mesh/service';

/** The names by which a proxy's namespace may call a service. */
export interface Domains {
  /** All of them, its full name first. */
  readonly all: readonly string[];
  /** Those that are short for it: they give way to a service whose full name is such. */
  readonly short: ReadonlySet<string>;
}

export function serviceDomains(service: Service, namespace: string, domain: string): Domains {
  // Only in its own namespace, and with aliases, does the answer depend on who asks.
  const isGeneral = service.namespace !== namespace && service.aliases.length === 0;
  const known = isGeneral ? fromElsewhere.get(service) : undefined;
  if (known) return known;
  const domains = makeDomains(service, namespace, domain);
  if (isGeneral) fromElsewhere.set(service, domains);
  return domains;
}

const fromElsewhere = new WeakMap<Service, Domains>();

function makeDomains(service: Service, namespace: string, domain: string): Domains {
  const all: string[] = [];
  const short = new Set<string>();
  for (const name of [service.hostname, ...service.aliases.map(({ hostname }) => hostname)]) {
    const others = alternatives(name, namespace, domain);
    all.push(name, ...others);
    for (const other of others) short.add(other);
  }
  if (service.resolution === 'original' && service.registry === 'kubernetes') {
    all.push(...all.map((name) => `*.${name}`)); // its pods
  }
  return { all: [...all, ...service.addresses], short };
}

/** With a dot at the end, and without the parts that the cluster's DNS adds. */
function alternatives(hostname: string, namespace: string, domain: string): readonly string[] {
  const absolute = `${hostname}.`;
  const suffix = `.svc.${domain}`;
  if (!hostname.endsWith(suffix)) return [absolute];
  const local = hostname.slice(0, -suffix.length);
  const dot = local.indexOf('.');
  if (dot === -1) return [absolute];
  const long = [local, `${local}.svc`];
  return local.slice(dot + 1) === namespace ? [absolute, local.slice(0, dot), ...long] : [absolute, ...long];
}
