import type { Decision, Step } from '../../simulate/decision';
import type { HostTable } from '../../simulate/table/routes';
import { requestOf } from '../classes/request';
import type { Source, Treatment } from '../facts';
import { exampleOf, namespaceOfHost, type HostRef } from '../subject/hosts';
import type { Subject } from '../subject/subject';
import { differences } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';

/** What comes of connections: all of them, or those with TLS, or those without. */
export interface ConnectionRoute {
  readonly connections: 'all' | 'tls' | 'plain';
  readonly treatment: Treatment;
  readonly sources: readonly Source[];
}

/** A port without HTTP: connections with TLS say a server name, which rules may look at. */
export function connectionRoutes(
  ref: HostRef,
  { port, callers }: HostTable,
  { explainer }: Subject,
): readonly ConnectionRoute[] {
  const [from] = callers;
  const [tls, plain] = (['tls', 'tcp'] as const).map((scheme) => {
    const address = { scheme, host: exampleOf(ref.host), port, from: from! };
    const decision = explainer.decide(requestOf(address, new Map()));
    return { treatment: treatmentOf(decision, namespaceOfHost(ref.host)), sources: sourcesOf(decision) };
  }) as [Omit<ConnectionRoute, 'connections'>, Omit<ConnectionRoute, 'connections'>];
  if (differences(tls.treatment, plain.treatment).length === 0) return [{ connections: 'all', ...plain }];
  return [
    { connections: 'tls', ...tls },
    { connections: 'plain', ...plain },
  ];
}

/** The rules of routes that chose a destination. */
function sourcesOf({ explanation = [] }: Decision): readonly Source[] {
  const found = new Map<string, Source>();
  for (const { verdict, stage, object, at } of explanation.flatMap(withInner)) {
    if (verdict !== 'chosen' || stage !== 'destination' || !object || at === undefined) continue;
    found.set(JSON.stringify([object, at]), { object, at });
  }
  return [...found.values()];
}

function withInner(step: Step): readonly Step[] {
  return [step, ...step.steps.flatMap(withInner)];
}
