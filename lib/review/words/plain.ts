import type { HostDescription, ViewDescription } from '../describe/model';
import { ASPECTS, type Aspect, type Treatment } from '../facts';
import { aspectText } from './aspects';
import { heading, items, type Block } from './blocks';
import { callersText } from './conditions';
import { hostTitle } from './notes';

/** Whether there is nothing to say but where its requests go. */
export function isPlain({ views }: HostDescription): boolean {
  return views.every(
    ({ protocol, routes: [first, ...others], notes, access }) =>
      others.length + notes.length + access.length === 0 &&
      first?.treatment.ends.length === 1 &&
      ASPECTS.every(
        (aspect) =>
          aspect === 'ends' ||
          aspectText(first.treatment, aspect) === '' ||
          isUsual(first.treatment, aspect) ||
          aspect === 'transport',
      ) &&
      !isNeverRetried(first.treatment, protocol),
  );
}

/** Said once, for all hosts. */
export function isUsual({ retries, balancing, transport }: Treatment, aspect: Aspect): boolean {
  if (aspect === 'retries') return retries?.isDefault === true;
  if (aspect === 'balancing')
    return balancing.every(({ what }) => what === 'LEAST_REQUEST' || what === 'CLUSTER_PROVIDED');
  return aspect === 'transport' && transport.every(({ what }) => what.kind === 'mutual-tls');
}

/** The hosts of which there is nothing else to say, a line each. */
export function plainBlocks(hosts: readonly HostDescription[]): readonly Block[] {
  if (hosts.length === 0) return [];
  const texts = hosts.flatMap((host) =>
    host.views.map(({ port, callers, protocol, routes: [route] }) => {
      const what = protocol === 'http' ? 'requests' : 'connections';
      const { treatment } = route!;
      const transport = isUsual(treatment, 'transport') ? '' : `, with ${aspectText(treatment, 'transport')}`;
      const who = host.gateway ? '' : ` of ${callersText(callers)}`;
      const text = `${hostTitle(host)}, port ${port}: all ${what}${who} ${aspectText(treatment, 'ends')}${transport}.`;
      return { text, sources: [], about: host };
    }),
  );
  return [heading(2, 'Hosts without rules'), ...items(texts)];
}

/** Somebody turned off what Istio would do by itself. */
export function isNeverRetried({ ends, retries }: Treatment, protocol: ViewDescription['protocol']): boolean {
  return protocol === 'http' && !retries && ends.some(({ kind }) => kind === 'delivery');
}
