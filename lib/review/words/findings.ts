import type { FindingReview } from '../findings';
import type { Item, Tone } from './blocks';

/** `Error destination-host: … [VirtualService shop/reviews]`, and why it may stay. */
export function findingText({ id, severity, message, object, acknowledged }: FindingReview): Item {
  const level = severity.charAt(0).toUpperCase() + severity.slice(1);
  const stays = acknowledged === undefined ? '' : ` Acknowledged: ${acknowledged}.`;
  return {
    text: `${level} ${id}: ${message}.${stays}`,
    sources: [{ object }],
    ...(acknowledged === undefined && { tone: TONES[severity] }),
  };
}

const TONES: Readonly<Record<FindingReview['severity'], Tone>> = {
  error: 'high',
  warning: 'medium',
  info: 'low',
};
