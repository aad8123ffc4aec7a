// When the library may refuse a program.
import { contradictions } from './meaning/contradictions.mjs';

const CONFLICT =
  /must (get one answer|lead to one (place|service)|have one (circuit breaker|load balancer)|be listened for in one way)/;
const INEXACT = /must be such that one can tell which requests satisfy both/;
const TOO_LARGE = /must combine to at most/;
const STICKY = /the match of a sticky split must be one that says nothing of the cookie/;
const UNREADABLE = /must have a port that speaks HTTP/;
const LOSS = /must be something that the Gateway API can say/;

const PORTLESS = /to the usual port of https? must name a host/;

/** The verdict on a refusal: a name for it where it is right, or `{ what, details }` where it is not. */
export function refusal(program, message) {
  const clashes = contradictions(program);
  if (clashes.length > 0) return 'conflict';
  if (CONFLICT.test(message))
    return { what: 'the library refuses what does not contradict itself', details: message };
  if (INEXACT.test(message) && program.regexes) return 'inexact';
  if (UNREADABLE.test(message) && program.items.some((item) => keepsConnections(program, item)))
    return 'unreadable';
  if (TOO_LARGE.test(message)) return 'large';
  if (STICKY.test(message)) return 'sticky';
  if (PORTLESS.test(message) && losesPort(program)) return 'portless';
  if (LOSS.test(message) && [program.dialect, program.edgeDialect].some((one) => one !== 'ISTIO'))
    return 'loss';
  return { what: 'the library refuses this', details: message };
}

/** Proxies cannot say the usual port of a scheme where the client has named another. */
function losesPort({ items, exposures }) {
  const redirects = [
    ...items.map(({ props }) => props),
    ...exposures.flatMap(({ routes }) => routes),
  ].flatMap(({ redirect }) => redirect ?? []);
  return redirects.some(
    ({ scheme, hostname, port }) => !hostname && (port === 80 || port === 443 || (scheme && !port)),
  );
}

/** What the library should have refused. */
export function missedRefusal(program) {
  const clashes = contradictions(program);
  return clashes.length > 0 ? { what: 'the library should refuse this', details: clashes } : undefined;
}

/** Whether a cookie is asked of connections. */
function keepsConnections({ services }, { service, props: { sticky, port } }) {
  const { ports } = services.find(({ name }) => name === service);
  return sticky && ports.some(({ number, protocol }) => number === port && protocol !== 'HTTP');
}
