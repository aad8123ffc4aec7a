import { MODES, namespacesOf, type DataPlane, type NamespaceFacts } from '../subject/namespaces';
import type { Subject } from '../subject/subject';
import type { NamespaceChange } from './model';

/** What changes for all workloads of a namespace. */
export function namespaceChanges(before: Subject, after: Subject): readonly NamespaceChange[] {
  const [first, second] = [before, after].map(
    (subject) => new Map(namespacesOf(subject).map((one) => [one.namespace, one])),
  ) as [Map<string, NamespaceFacts>, Map<string, NamespaceFacts>];
  return [...new Set([...first.keys(), ...second.keys()])].sort().flatMap((namespace): NamespaceChange[] => {
    const [one, other] = [first.get(namespace), second.get(namespace)];
    if (!one || !other) return [{ namespace, what: 'declared', before: there(one), after: there(other) }];
    const changes: NamespaceChange[] = [
      {
        namespace,
        what: 'dataPlane',
        before: dataPlaneKey(one.dataPlane),
        after: dataPlaneKey(other.dataPlane),
      },
      { namespace, what: 'mutualTls', before: one.mutualTls, after: other.mutualTls },
      ...exceptionChanges(one, other),
    ];
    return changes.filter((change) => change.before !== change.after);
  });
}

function there(facts: NamespaceFacts | undefined): string {
  return facts ? 'there' : 'not there';
}

/** Workloads and ports that differ from their namespace, each against what held for it before. */
function exceptionChanges(one: NamespaceFacts, other: NamespaceFacts): readonly NamespaceChange[] {
  const [first, second] = [exceptionModes(one), exceptionModes(other)];
  return [...new Set([...first.keys(), ...second.keys()])].map((where) => ({
    namespace: `${one.namespace} ${where}`,
    what: 'mutualTls' as const,
    before: first.get(where) ?? one.mutualTls,
    after: second.get(where) ?? other.mutualTls,
  }));
}

function exceptionModes({ exceptions }: NamespaceFacts): ReadonlyMap<string, string> {
  return new Map(
    exceptions.map(({ labels, port, mode }) => {
      const pairs = Object.entries(labels).map(([name, text]) => `${name}=${text}`);
      return [`(${pairs.join(',')}${port === undefined ? '' : `, port ${port}`})`, mode];
    }),
  );
}

function dataPlaneKey(plane: DataPlane): string {
  switch (plane.kind) {
    case 'sidecar':
      return plane.revision === undefined ? 'sidecars' : `sidecars of revision ${plane.revision}`;
    case 'ambient':
      return plane.waypoint === undefined ? 'ambient, no waypoint' : `ambient, waypoint ${plane.waypoint}`;
    case 'none':
      return 'not in the mesh';
  }
}

/** Whether less is asked of clients than before. */
export function isWeaker({ what, before, after }: NamespaceChange): boolean {
  return what === 'mutualTls' && rank(after) < rank(before);
}

export function isStrictNow({ what, before, after }: NamespaceChange): boolean {
  return what === 'mutualTls' && after === 'STRICT' && before !== 'STRICT';
}

function rank(mode: string): number {
  return MODES.findIndex((known) => known === mode);
}
