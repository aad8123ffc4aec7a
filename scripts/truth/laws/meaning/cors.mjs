/** What a CORS policy makes of a request; nothing if none applies to it. The proxy answers preflight requests itself. */
export function corsOf(policy, { method, headers }) {
  const origin = headers.origin;
  if (!policy || origin === undefined) return undefined;
  const allowed = policy.allowOrigins.some((one) => allows(one, origin));
  const asks = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  return { words: allowed ? 'origin allowed' : 'origin not allowed', preflight: asks };
}

function allows({ exact, subdomains, regex }, origin) {
  if (exact) return origin === exact;
  if (subdomains) return origin.startsWith(`${subdomains[0]}://`) && origin.endsWith(`.${subdomains[1]}`);
  return regex ? new RegExp(`^(?:${regex})$`).test(origin) : true;
}
