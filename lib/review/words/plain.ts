import type { HostDescription, ViewDescription } from '../describe/model';
import { ASPECTS, type Aspect, type Treatment } from '../facts';
import { aspectText } from './aspects';
import { heading, items, type Block } from './blocks';
import { callersText } from './conditions';
import { hostTitle } from './notes';
import { nounOf } from './nouns';

/** Whether there is nothing to say but where its requests go. */
export function isPlain({ views }: HostDescription): boolean {
  return views.every(
    ({ protocol, routes, notes, access }) =>
      (protocol === 'tcp' || routes.length === 1) &&
      notes.length + access.length === 0 &&
      routes.every(
        ({ treatment, sources }) =>
          treatment.ends.length === 1 &&
          (protocol === 'http' || sources.length === 0) &&
          ASPECTS.every(
            (aspect) =>
              aspect === 'ends' ||
              aspectText(treatment, aspect) === '' ||
              isUsual(treatment, aspect) ||
              aspect === 'transport',
          ) &&
          !isNeverRetried(treatment, protocol),
      ),
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
    host.views.map(({ port, callers, routes }) => {
      const who = host.gateway ? '' : ` of ${callersText(callers)}`;
      const whole = routes.map(({ connections, treatment }, i) => {
        // What a client encrypts goes through as it is.
        const isSaid = isUsual(treatment, 'transport') || connections === 'tls';
        const transport = isSaid ? '' : `, with ${aspectText(treatment, 'transport')}`;
        return `all ${nounOf(connections)}${i === 0 ? who : ''} ${aspectText(treatment, 'ends')}${transport}`;
      });
      const text = `${hostTitle(host)}, port ${port}: ${whole.join('; ')}.`;
      return { text, sources: [], about: host };
    }),
  );
  return [heading(2, 'Hosts without rules'), ...items(texts)];
}

/** Somebody turned off what Istio would do by itself. */
export function isNeverRetried({ ends, retries }: Treatment, protocol: ViewDescription['protocol']): boolean {
  return protocol === 'http' && !retries && ends.some(({ kind }) => kind === 'delivery');
}
