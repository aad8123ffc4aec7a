import type { End, Target } from './end';
import type { Named, NamedThing } from './name';

/** Whether an end is one of those that are meant. */
export function isMeant(named: Named, { status, isClosed, target }: End): boolean {
  switch (named.kind) {
    case 'status':
      return status === named.status;
    case 'closed':
      return isClosed === true;
    case 'cluster':
      return target?.cluster === named.cluster;
    case 'host':
      return target?.host === named.host && isVersion(named, target);
    case 'thing':
      return target !== undefined && isCalled(named, target) && isVersion(named, target);
  }
}

/**
 * A subset may be called v1 although it selects pods of v2: where pods have that version, it is them who count.
 */
function isVersion(named: { version?: string; isLabel?: boolean }, { subset, receiver }: Target): boolean {
  const { version, isLabel } = named;
  if (version === undefined || receiver?.version === version) return true;
  return subset === version && (receiver === undefined || isLabel !== true);
}

function isCalled({ name, namespace }: NamedThing, { host, receiver }: Target): boolean {
  const [, service, serviceNamespace] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host ?? '') ?? [];
  const isHere = (place: string | undefined) => namespace === undefined || namespace === place;
  if (service === name && isHere(serviceNamespace)) return true;
  if (!receiver) return false;
  const { labels } = receiver;
  return (
    [receiver.name, labels.app, labels['app.kubernetes.io/name']].includes(name) && isHere(receiver.namespace)
  );
}
