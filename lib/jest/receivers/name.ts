import { fail } from '../../values/check';
import type { Names, Thing } from '../subject/names';
import { isNear } from './near';

/** Who is meant by a key of a test. */
export type Named =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'host'; readonly host: string; readonly version?: string }
  | NamedThing;

/** A service, a workload, or pods with an `app` label, and perhaps a version of these. */
export interface NamedThing {
  readonly kind: 'thing';
  readonly name: string;
  readonly namespace?: string;
  readonly version?: string;
  /** There are pods with this version in a label: then a subset that is called so does not count. */
  readonly isLabel?: boolean;
}

const HOW =
  "write 'reviews', 'reviews v2', 'shop/reviews v2', a host, a cluster of Envoy, a status such as 503, or 'closed'";

/**
 * Reads a name. Without a namespace it is that of the caller, as DNS has it, or else the only one that knows the name.
 * @param names absent where nobody knows the manifests: then any name is good
 * @throws if the manifests have no such name, or several
 */
export function readName(text: string, names?: Names, callerNamespace?: string): Named {
  if (/^[1-5]\d\d$/.test(text)) return { kind: 'status', status: Number(text) };
  if (text === 'closed') return { kind: 'closed' };
  if (text.includes('|') || text.endsWith('Cluster')) return { kind: 'cluster', cluster: text };
  const [, namespace, name, version] = /^(?:([^/ ]+)\/)?([^/ ]+)(?: ([^/ ]+))?$/.exec(text) ?? [];
  if (name === undefined) return fail('a receiver', 'a name', text, HOW);
  const rest = { ...(namespace !== undefined && { namespace }), ...(version !== undefined && { version }) };
  if (names ? names.hosts.has(name) : name.includes('.')) return { kind: 'host', host: name, ...rest };
  if (!names) return { kind: 'thing', name, ...rest };
  const thing = findThing(
    { text, name, ...(namespace !== undefined && { namespace }) },
    names,
    callerNamespace,
  );
  const found = { kind: 'thing', name: thing.name, namespace: thing.namespace } as const;
  if (version === undefined) return found;
  return { ...found, version, isLabel: whoSays(text, version, thing) === 'label' };
}

interface Written {
  readonly text: string;
  readonly name: string;
  readonly namespace?: string;
}

function findThing(written: Written, names: Names, callerNamespace: string | undefined): Thing {
  const { text, name, namespace } = written;
  const byHost = namespace === undefined ? names.findHost(name) : undefined;
  if (byHost) return byHost;
  const all = names.find(name).filter((one) => namespace === undefined || one.namespace === namespace);
  const found = all.length > 1 ? all.filter((one) => one.namespace === callerNamespace) : all;
  if (found[0]) return found[0];
  if (all.length > 1) {
    const places = all.map((one) => `${one.namespace}/${name}`);
    fail('a receiver', `one of ${places.join(', ')}`, text, 'write its namespace before it');
  }
  const known = names.all();
  const near = known.filter((one) => isNear(one.slice(one.indexOf('/') + 1), name));
  const shown = (near.length > 0 ? near : known).slice(0, 8).join(', ');
  return fail('a receiver', 'somebody in the manifests', text, shown ? `there are ${shown}` : HOW);
}

function whoSays(text: string, version: string, { namespace, name, versions }: Thing): 'label' | 'subset' {
  const known = [...versions.keys()].join(', ');
  const advice = known || 'no pods with the label version, and no subsets';
  return (
    versions.get(version) ??
    fail(
      'the version of a receiver',
      'that of its pods, or a subset',
      text,
      `${namespace}/${name} has ${advice}`,
    )
  );
}
