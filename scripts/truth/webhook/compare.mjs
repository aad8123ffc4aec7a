// What the webhook says, and what we say, by rule.
import { rulesOf } from './messages.mjs';

/** What only one of the two says, in words. What is refused gets no warnings from the webhook. */
export function difference({ errors, warnings }, findings) {
  const found = (severity) => findings.filter((finding) => finding.severity === severity);
  return [
    ...differing(errors, found('error'), 'error'),
    ...(errors.length > 0 ? [] : differing(warnings, found('warning'), 'warning')),
  ];
}

function differing(texts, findings, severity) {
  const said = texts.map((text) => ({ text, ids: rulesOf(text, severity) }));
  const missing = said.filter(({ ids }) => !findings.some(({ id }) => ids.includes(id)));
  const surplus = findings.filter(({ id }) => !said.some(({ ids }) => ids.includes(id)));
  return [
    ...missing.map(
      ({ text, ids }) => `only the webhook: ${severity} ${text} (${ids.join(', ') || 'unknown'})`,
    ),
    ...surplus.map(({ id, message }) => `only we: ${severity} ${id}: ${message}`),
  ];
}
