// What the reference says about a request, in the terms in which the oracle answers.
import { enter } from './meaning/edge.mjs';
import { normalised } from './meaning/paths.mjs';
import { connect, serve } from './meaning/service.mjs';

export function wanted(program, asked) {
  const request = asked.path === undefined ? asked : { ...asked, path: normalised(asked.path) };
  const answer = request.service === undefined ? enter(program, request) : fromMesh(program, request);
  return answer.kind === 'forward' ? { ...answer, retries: retries(answer.retries) } : answer;
}

function fromMesh(program, request) {
  const { service, port, protocol, connection } = request;
  return protocol === 'tcp' || connection
    ? connect(program, service, port)
    : serve(program, service, port, request);
}

const CAUSES = { SERVER_ERROR: '5xx', RESET: 'reset', CONNECT_FAILURE: 'connect-failure' };
const ISTIOS_CAUSES = ['cancelled', 'connect-failure', 'refused-stream', 'unavailable'];

/** Where nothing is said, Istio tries twice more. */
function retries(policy) {
  const { attempts = 2, perTryTimeout, backoff, on, statusCodes } = policy ?? {};
  if (attempts === 0) return { attempts };
  const causes = on ? on.map((name) => CAUSES[name]) : ISTIOS_CAUSES;
  return {
    attempts,
    on: [...new Set([...causes, ...(statusCodes ? ['retriable-status-codes'] : [])])].sort().join(','),
    ...(statusCodes && { statusCodes: [...statusCodes].sort() }),
    ...(perTryTimeout && { perTryTimeout }),
    ...(backoff && { backoff }),
  };
}
