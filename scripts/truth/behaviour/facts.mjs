// What of an answer is the same every time it is measured.

/** Of what Envoy did: which ends there were and which endpoints answered, not how often; what the first request became. */
export function measuredFacts(
  request,
  { outcomes, status, endpoints, copies, attempts, delayed, latencyMs, upstream, shadow, response },
) {
  const ends = Object.keys(outcomes ?? {}).sort();
  const waited = Math.floor(((latencyMs?.min ?? 0) + 20) / 100) * 100;
  return defined({
    ends,
    statuses: Object.keys(status ?? {})
      .map(Number)
      .sort(),
    endpoints: Object.keys(endpoints ?? {}).length,
    copies: copies && Object.keys(copies).sort(),
    attempts: Number.isInteger(attempts) && attempts > 1 ? attempts : undefined,
    delayed: delayed === undefined || delayed === 0 ? undefined : delayed === 1 ? 'all' : 'some',
    waitedAtLeastMs: waited > 0 ? waited : undefined,
    upstream: upstream && seen(request, upstream),
    shadow: shadow && seen(request, shadow),
    response: ends.length === 1 && response ? responseFacts(response) : undefined,
  });
}

function seen({ headers = {} }, { method, path, authority, headers: got = {} }) {
  return defined({
    method,
    path,
    authority,
    headers: stable(got, (name) => name in headers || name.startsWith('x-set')),
  });
}

const ANSWER_HEADERS = /^(location|set-cookie|access-control-.*|grpc-status|x-canary|allow)$/;

function responseFacts({ headers = {}, body }) {
  return defined({ headers: stable(headers, (name) => ANSWER_HEADERS.test(name)), body: body || undefined });
}

function stable(headers, wanted) {
  const kept = Object.entries(headers).filter(([name]) => wanted(name.toLowerCase()));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function defined(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, part]) => part !== undefined));
}

/** The same with keys in order. */
export function sorted(part) {
  if (Array.isArray(part)) return part.map(sorted);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
