import { oracle } from './environment.mjs';
import { LineProcess } from './lines.mjs';

/** Evaluates istiod's configuration. */
export function decider() {
  return new LineProcess(oracle('route'), ['decide']);
}

/** Evaluates it, runs it in a real Envoy, and compares. */
export function checker() {
  return new LineProcess(oracle('route'), ['check', '-envoy', oracle('envoy')]);
}
