import type { Author, Redirect } from './contribution';
import type { Outcome } from './outcome';
import type { Problem } from './problem';
import type { Entry } from './table';

/** The port at which requests are redirected, and what is spoken there. */
export interface Origin {
  readonly port: number;
  readonly scheme: 'http' | 'https';
}

/** The redirects of a table that proxies cannot make. */
export function redirectProblems(
  entries: readonly Entry<Outcome>[],
  where: string,
  origin: Origin,
): Problem[] {
  return entries.flatMap(({ outcome: { action, author, via } }) =>
    action.kind === 'redirect' && author
      ? redirectProblem(action, via && via.path !== author.path ? [author, via] : [author], where, origin)
      : [],
  );
}

/**
 * Istio writes no port that is usual for the scheme, and where Envoy is given neither a port nor a host, it keeps what the
 * client has called, with its port.
 */
export function redirectProblem(
  { scheme, hostname, port }: Pick<Redirect, 'scheme' | 'hostname' | 'port'>,
  authors: readonly Author[],
  where: string,
  origin: Origin,
): Problem[] {
  const newScheme = scheme ?? origin.scheme;
  const newPort = port ?? (scheme ? USUAL[scheme] : origin.port);
  const called = origin.port === USUAL[origin.scheme] || origin.port === newPort;
  if (hostname !== undefined || newPort !== USUAL[newScheme] || called) return [];
  const paths = authors.map(({ path }) => path).join(' at ');
  const message = `a redirect of requests to ${where} to the usual port of ${newScheme} must name a host, got none (${paths}); give a hostname or another port, proxies would keep port ${origin.port}`;
  return [{ authors, message }];
}

const USUAL = { http: 80, https: 443 } as const;
