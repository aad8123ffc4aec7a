import type { Expected } from '../subject/misuse';
import type { DurationLike } from '../subject/duration';
import { matcher } from '../matcher';
import { compareLimits } from './limits';

/** When a failing endpoint is left out for a while; what is named is compared. */
export interface Ejection {
  readonly consecutive5xx?: Expected<number>;
  readonly consecutiveGatewayErrors?: Expected<number>;
  readonly consecutiveLocalOriginFailures?: Expected<number>;
  readonly splitExternalLocalOriginErrors?: boolean;
  readonly interval?: DurationLike;
  readonly baseEjectionTime?: DurationLike;
  readonly maxEjectionPercent?: Expected<number>;
  readonly minHealthPercent?: Expected<number>;
}

export const toEject = matcher(
  { name: 'toEject', arguments: 'ejection', hides: ['security', 'fault', 'endpoints'] },
  (asked, ejection?: Ejection) =>
    compareLimits(
      asked,
      'the ejection',
      ejection,
      {
        consecutive5xx: 'number',
        consecutiveGatewayErrors: 'number',
        consecutiveLocalOriginFailures: 'number',
        splitExternalLocalOriginErrors: 'boolean',
        interval: 'duration',
        baseEjectionTime: 'duration',
        maxEjectionPercent: 'number',
        minHealthPercent: 'number',
      },
      ({ outlierDetection }) => outlierDetection,
    ),
);
