import { destinationRule, http, TO, virtualService } from '../examples';
import type { Misfit } from '../proto/decode';
import { rule, type WebhookRule } from '../rule';

const WHY = 'istiod decodes objects strictly, and says only the first thing that it cannot decode.';

/** What cannot be decoded never gets to the other rules, so that these have nothing to ask. */
const told = (): void => undefined;

export const DECODING_RULES: Readonly<Record<Misfit['kind'], WebhookRule>> = {
  type: rule(
    'VirtualService',
    {
      id: 'field-type',
      title: 'A field has a value of another type',
      why: WHY,
      fix: 'Use the type that is asked for; quote texts that look like numbers or booleans.',
      bad: virtualService('{hosts: a.com}'),
      good: virtualService(`{hosts: [a.com], http: [{${TO}}]}`),
    },
    told,
  ),
  number: rule(
    'VirtualService',
    {
      id: 'field-number',
      title: 'A number is none, or too large',
      why: WHY,
      fix: 'Use a number in the range that is asked for.',
      bad: http(`match: [{port: -1}], ${TO}`),
      good: http(`match: [{port: 80}], ${TO}`),
    },
    told,
  ),
  enum: rule(
    'VirtualService',
    {
      id: 'field-enum',
      title: 'A field has a value that it cannot have',
      why: WHY,
      fix: 'Use one of the values; they are in upper case.',
      bad: destinationRule('{host: a, trafficPolicy: {tls: {mode: simple}}}'),
      good: destinationRule('{host: a, trafficPolicy: {tls: {mode: SIMPLE}}}'),
    },
    told,
  ),
  duration: rule(
    'VirtualService',
    {
      id: 'field-duration',
      title: 'A duration cannot be read',
      why: WHY,
      fix: 'Use a number with a unit: 100ms, 1.5s, 10m, 1h30m. There are no days.',
      bad: http(`${TO}, timeout: "10"`),
      good: http(`${TO}, timeout: 10s`),
    },
    told,
  ),
  bytes: rule(
    'VirtualService',
    {
      id: 'field-bytes',
      title: 'Bytes are not written as base64',
      why: WHY,
      fix: 'Encode them, with padding; or use string.',
      bad: http('directResponse: {status: 200, body: {bytes: a}}'),
      good: http('directResponse: {status: 200, body: {bytes: YQ==}}'),
    },
    told,
  ),
};
