import { positionOf } from '../../manifest/position';
import type { Unreadable } from '../../manifest/document';
import { findingsOf, type Check } from '../findings';
import { namespacesOf } from '../subject/namespaces';
import type { Subject } from '../subject/subject';
import { describeHost } from './host';
import type { Description, HostDescription } from './model';
import { unaskedIn } from './unasked';

/** Says what a configuration does. */
export function descriptionOf(subject: Subject, check?: Check): Description {
  const hosts = subject.hosts
    .map((ref) => describeHost(ref, subject))
    .filter(({ views }) => views.length > 0);
  return {
    kind: 'description',
    namespaces: namespacesOf(subject),
    hosts,
    unasked: unaskedIn(hosts, subject),
    findings: findingsOf(subject.manifests, check),
    notModelled: notModelledIn(hosts, subject),
    unreadable: subject.manifests.unreadable.map(unreadableText),
  };
}

/** What the simulator leaves out, for each of the callers. */
function notModelledIn(
  hosts: readonly HostDescription[],
  { simulator }: Subject,
): Description['notModelled'] {
  const callers = new Set(hosts.flatMap(({ views }) => views.flatMap((view) => view.callers)));
  const distinct = new Map([...callers].map((one) => [JSON.stringify(one), one]));
  const found = new Map<string, Description['notModelled'][number]>();
  for (const from of distinct.values()) {
    for (const { object, why } of simulator.decide({ url: 'http://unknown.example/', from }).notModelled) {
      found.set(JSON.stringify([object, why]), { why, source: { object } });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function unreadableText({ origin, message }: Unreadable): Description['unreadable'][number] {
  const line = positionOf(origin)?.line;
  const file = origin.file ?? `document ${origin.index + 1}`;
  return { where: line === undefined ? file : `${file}:${line}`, message };
}
