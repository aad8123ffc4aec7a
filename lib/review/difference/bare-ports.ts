import { exampleOf, type HostRef } from '../subject/hosts';
import type { Subject } from '../subject/subject';
import { changeOf } from './example';
import type { ViewChange } from './model';

const SCHEMES = ['http', 'https', 'tls'] as const;

/**
 * Ports on which a gateway listens for a host without any route to it: clients notice when such a door is opened or closed,
 * although nobody serves them.
 * @param told the ports that there are tables of
 */
export function barePorts(
  ref: HostRef,
  before: Subject,
  after: Subject,
  told: ReadonlySet<number>,
): readonly ViewChange[] {
  const { gateway } = ref;
  if (!gateway) return [];
  const ports = new Set([...before.portsOf(ref), ...after.portsOf(ref)]);
  return [...ports]
    .filter((port) => !told.has(port))
    .sort((a, b) => a - b)
    .flatMap((port): ViewChange[] => {
      const classes = SCHEMES.flatMap((scheme) =>
        changeOf(urlOf(scheme, exampleOf(ref.host), port), gateway, before, after),
      );
      return classes.length > 0 ? [{ port, callers: [gateway], classes, total: SCHEMES.length }] : [];
    });
}

function urlOf(scheme: (typeof SCHEMES)[number], host: string, port: number): string {
  return `${scheme}://${host}:${port}${scheme === 'tls' ? '' : '/'}`;
}
