// A program as cases for the oracle: what is in the cluster, who calls, and what for.
import { CALLERS } from './generate/conditions.mjs';
import { asked, edgeRequests, meshRequests } from './requests.mjs';
import { world } from './world.mjs';

/** Cases with their requests: those in our words, in `requests`, and those of the oracle, in `case`. */
export function casesOf(program, yaml, count) {
  const manifests = `${world(program)}---\n${yaml}`;
  const mesh = CALLERS.map((caller, i) => ({
    from: caller,
    requests: meshRequests(program, caller, i === 0 ? count : count / 4, i),
  }));
  const edge =
    program.exposures.length > 0
      ? [{ from: gatewayOf(program), requests: edgeRequests(program, count, 7) }]
      : [];
  return [...mesh, ...edge].map(({ from, requests }) => ({
    requests,
    case: { manifests, from, requests: requests.map(asked) },
  }));
}

function gatewayOf({ edgeDialect, gatewayNamespace }) {
  return {
    gateway:
      edgeDialect === 'ISTIO' ? { namespace: 'istio-system' } : { namespace: gatewayNamespace, name: 'edge' },
  };
}
