import type { Decision, Forwarded, Receiver, Step } from '../../../lib/simulate/decision';

/** Decisions by hand, so that the matchers are tested apart from the simulator. */
export function decision(parts: Partial<Decision> = {}): Decision {
  return { outcomes: [to('reviews v1')], mirrors: [], affinity: [], path: {}, notModelled: [], ...parts };
}

/** A destination: `reviews v1`, `other/reviews v1`. */
export function to(name: string, probability = 1, more: Partial<Forwarded> = {}): Forwarded {
  const [, namespace = 'shop', service, subset] = /^(?:(.*)\/)?(\S+) (.*)$/.exec(name)!;
  const host = `${service}.${namespace}.svc.cluster.local`;
  const cluster = `outbound|9080|${subset}|${host}`;
  const workloads = [receiver(namespace, service!, subset!)];
  return { kind: 'forwarded', probability, cluster, host, port: 9080, subset: subset!, workloads, ...more };
}

export function receiver(namespace: string, app: string, version: string, share = 1): Receiver {
  return { namespace, name: `${app}-${version}`, version, labels: { app, version }, port: 9080, share };
}

export function answered(status: number, probability = 1, reason = 'no rule matches', flag = 'NR') {
  return { kind: 'answered', probability, status, flag, reason } as const;
}

export function step(
  stage: Step['stage'],
  verdict: Step['verdict'],
  text: string,
  more: Partial<Step> = {},
): Step {
  return { stage, verdict, text, steps: [], ...more };
}

/** What can be expected something of, that always decides the same. */
export function always(parts: Partial<Decision> = {}): { decide(): Decision } {
  return { decide: () => decision(parts) };
}
