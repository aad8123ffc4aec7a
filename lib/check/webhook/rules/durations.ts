import { http, policy, TO } from '../examples';
import { MILLISECOND } from '../proto/durations';
import type { MessageName } from '../proto/messages';
import { rule, type Place } from '../rule';
import { showDuration } from './shared';

/** The durations that Envoy has to keep. */
const DURATIONS: Partial<Record<MessageName, readonly string[]>> = {
  HTTPRoute: ['timeout'],
  HTTPRetry: ['perTryTimeout', 'backoff'],
  CorsPolicy: ['maxAge'],
  Delay: ['fixedDelay', 'exponentialDelay'],
  OutlierDetection: ['baseEjectionTime', 'interval'],
  HttpPool: ['idleTimeout'],
  TcpPool: ['connectTimeout', 'maxConnectionDuration', 'idleTimeout'],
  TcpKeepalive: ['time', 'interval'],
  WarmupConfiguration: ['duration'],
  JWTRule: ['timeout'],
};
const TYPES = Object.keys(DURATIONS) as (keyof typeof DURATIONS)[];

function durationsOf(message: object, at: Place): [string, bigint][] {
  const values = message as Readonly<Record<string, unknown>>;
  return (DURATIONS[at.type] ?? []).flatMap((field): [string, bigint][] => {
    const value = values[field];
    // An idle timeout of 0s turns it off, for TCP only.
    const isOff =
      at.type === 'TcpPool' &&
      field === 'idleTimeout' &&
      typeof value === 'bigint' &&
      value / MILLISECOND === 0n;
    return typeof value === 'bigint' && !isOff ? [[field, value]] : [];
  });
}

export const DURATION_RULES = [
  rule(
    TYPES,
    {
      id: 'duration-too-short',
      title: 'A duration is zero, negative or below a millisecond',
      why: 'Envoy counts in milliseconds, and 0s does not mean "never": of all these fields only the idleTimeout of TCP can be turned off so.',
      fix: 'Give at least 1ms, or leave the field out for its default.',
      bad: http(`${TO}, timeout: 0s`),
      good: policy('connectionPool: {tcp: {idleTimeout: 0s, connectTimeout: 1s}}'),
    },
    (message, at) => {
      for (const [field, value] of durationsOf(message, at))
        if (value < MILLISECOND) at.say(`${field} must be at least 1ms, got ${showDuration(value)}`, field);
    },
  ),
  rule(
    TYPES,
    {
      id: 'duration-precision',
      title: 'A duration has a fraction of a millisecond',
      why: 'Envoy counts in milliseconds.',
      fix: 'Round it to whole milliseconds.',
      bad: http(`${TO}, timeout: 1.0005s`),
      good: http(`${TO}, timeout: 1.5s`),
    },
    (message, at) => {
      for (const [field, value] of durationsOf(message, at))
        if (value >= MILLISECOND && value % MILLISECOND !== 0n)
          at.say(`${field} must be a whole number of milliseconds, got ${showDuration(value)}`, field);
    },
  ),
];
