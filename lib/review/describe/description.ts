import { positionOf } from '../../manifest/position';
import type { Unreadable } from '../../manifest/document';
import { findingsOf, type Check } from '../findings';
import { namespacesOf } from '../subject/namespaces';
import type { Subject } from '../subject/subject';
import { describeHost } from './host';
import type { Description } from './model';
import { notModelledIn } from './not-modelled';
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

function unreadableText({ origin, message }: Unreadable): Description['unreadable'][number] {
  const line = positionOf(origin)?.line;
  const file = origin.file ?? `document ${origin.index + 1}`;
  return { where: line === undefined ? file : `${file}:${line}`, message };
}
