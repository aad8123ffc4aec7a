import type { Action, Effect, HeaderChange, Share, Target } from './contribution';
import { listing } from './problem';

/** A share in percent, as people write it: `12.5 %`. */
export function percent(part: number, whole: number): string {
  return `${Number(((100 * part) / whole).toFixed(4))} %`;
}

/** `v1 of shop/reviews`, on a port if it is a certain one. */
export function describeTarget({ service, version, port }: Target): string {
  const where = port === undefined ? service : `${service}:${port}`;
  return version === undefined ? where : `${version} of ${where}`;
}

/** What a route does, for messages: `90 % to v1 of reviews..., 10 % to v2 of reviews...`. */
export function describeAction(action: Action): string {
  switch (action.kind) {
    case 'forward':
      return describeShares(action.shares);
    case 'redirect':
      return `a redirect with ${action.code}`;
    case 'direct-response':
      return `an answer with ${action.status}`;
  }
}

function describeShares(shares: readonly Share[]): string {
  const whole = shares.reduce((sum, { weight }) => sum + weight, 0);
  return listing(
    shares.map(({ target, weight }) => `${percent(weight, whole)} to ${describeTarget(target)}`),
  );
}

/** What an overlay does, for messages: `a delay of 7000 ms for 100 %`. */
export function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'delay':
      return `a delay of ${effect.milliseconds} ms for ${percent(effect.share, 1_000_000)}`;
    case 'abort':
      return `an abort with ${effect.grpcStatus ?? effect.httpStatus} for ${percent(effect.share, 1_000_000)}`;
    case 'mirror':
      return `a mirror of ${percent(effect.share, 1_000_000)} to ${describeTarget(effect.target)}`;
    case 'timeout':
      return effect.milliseconds === 0 ? 'no timeout' : `a timeout of ${effect.milliseconds} ms`;
    case 'retries':
      return effect.attempts === 0 ? 'no retries' : `${effect.attempts} retries on ${describeCauses(effect)}`;
    case 'request-header':
      return `request header ${describeChange(effect)}`;
    case 'response-header':
      return `response header ${describeChange(effect)}`;
    case 'cors':
      return `a CORS policy for ${listing(effect.origins.map(({ text }) => text))}`;
  }
}

function describeCauses({
  on,
  statusCodes,
}: {
  on: readonly string[];
  statusCodes: readonly number[];
}): string {
  return listing([...on, ...statusCodes.map(String)]) || "Istio's default causes";
}

function describeChange({ name, change, text }: HeaderChange): string {
  return change === 'remove'
    ? `${name} removed`
    : `${name} ${change === 'set' ? 'set to' : 'with'} ${JSON.stringify(text)}`;
}
