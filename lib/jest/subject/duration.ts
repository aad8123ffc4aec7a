import { fail } from '../../values/check';

/** `500ms`, `7s`, `3m`, `1h30m`, or cdk8s's `Duration`. */
export type DurationLike = string | { toMilliseconds(): number };

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds. */
export function millisOf(thing: string, duration: unknown): number {
  if (typeof duration === 'string' && /^(\d+(\.\d+)?(ms|s|m|h))+$/.test(duration)) {
    const parts = [...duration.matchAll(/([\d.]+)(ms|s|m|h)/g)];
    return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit!]!, 0);
  }
  if (isDuration(duration)) return duration.toMilliseconds();
  return fail(
    thing,
    "a duration such as '7s' or Duration.seconds(7)",
    duration,
    'write its unit: ms, s, m or h',
  );
}

function isDuration(duration: unknown): duration is { toMilliseconds(): number } {
  return (
    typeof duration === 'object' &&
    duration !== null &&
    'toMilliseconds' in duration &&
    typeof duration.toMilliseconds === 'function'
  );
}

/** `7s`, `1m30s`. */
export function showDuration(millis: number): string {
  if (millis === 0) return '0s';
  let rest = millis;
  let text = '';
  for (const unit of ['h', 'm']) {
    const whole = Math.floor(rest / UNITS[unit]!);
    if (whole > 0) text += `${whole}${unit}`;
    rest -= whole * UNITS[unit]!;
  }
  if (rest === 0) return text;
  return text + (rest < 1000 ? `${rest}ms` : `${rest / 1000}s`);
}
