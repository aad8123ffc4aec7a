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

/**
 * What the oracle puts back of Istio 1.30, beside what the newer Istio in it says: even where that one has looked no
 * further, and 1.30 would not have, either.
 */
const PUT_BACK = /^(aggression should be|invalid namespace value ".*" in sidecar$)/s;

function differing(texts, findings, severity) {
  const said = texts.map((text) => ({ text, ids: rulesOf(text, severity) }));
  const missing = said
    .filter(({ ids }) => !findings.some(({ id }) => ids.includes(id)))
    .filter(({ text }) => !(texts.length > 1 && PUT_BACK.test(text)));
  const surplus = findings.filter(({ id }) => !said.some(({ ids }) => ids.includes(id)));
  return [
    ...missing.map(
      ({ text, ids }) => `only the webhook: ${severity} ${text} (${ids.join(', ') || 'unknown'})`,
    ),
    ...surplus.map(({ id, message }) => `only we: ${severity} ${id}: ${message}`),
  ];
}
