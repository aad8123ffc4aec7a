import { fieldsList, fieldsOf, numberOf, optionalFields, type Fields } from '../../manifest/fields';
import type { HostRule } from './model';

/** The traffic policy of one cluster, after ports and subsets. */
export interface TrafficPolicy {
  readonly connectionPool?: Fields;
  readonly loadBalancer?: Fields;
  readonly outlierDetection?: Fields;
  readonly tls?: Fields;
}

const FIELDS = ['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'] as const;

/**
 * What a rule says about a port of a service, and about a subset of it.
 *
 * Settings of a port stand in for all of those above them: what they leave out is Istio's default. Those of a subset
 * stand in field by field, and never go deeper.
 */
export function policyFor(rule: HostRule | undefined, port: number, subset: string): TrafficPolicy {
  const base = levelOf(rule?.policy, port);
  const own = rule?.subsets.find(({ name }) => name === subset && name !== '')?.policy;
  if (!own) return base?.policy ?? {};
  const narrow = levelOf(own, port)!;
  const merged: { -readonly [K in keyof TrafficPolicy]: TrafficPolicy[K] } = { ...base?.policy };
  for (const field of FIELDS) {
    if (narrow.policy[field]) merged[field] = narrow.policy[field];
    else if (narrow.isPort) delete merged[field];
  }
  return merged;
}

function levelOf(
  policy: Fields | undefined,
  port: number,
): { policy: TrafficPolicy; isPort: boolean } | undefined {
  if (!policy) return undefined;
  const ofPort = portSettings(policy, port);
  return { policy: pick(ofPort ?? policy), isPort: ofPort !== undefined };
}

/** The ports that a rule has settings for. */
export function portNumbers({ policy, subsets }: HostRule): readonly (number | undefined)[] {
  return [policy, ...subsets.map((subset) => subset.policy)].flatMap((one) =>
    fieldsList(one?.portLevelSettings).map(({ port }) => numberOf(fieldsOf(port).number)),
  );
}

export function portSettings(policy: Fields | undefined, port: number): Fields | undefined {
  return fieldsList(policy?.portLevelSettings).find(
    (settings) => numberOf(fieldsOf(settings.port).number) === port,
  );
}

function pick(policy: Fields): TrafficPolicy {
  const picked: { -readonly [K in keyof TrafficPolicy]: TrafficPolicy[K] } = {};
  for (const field of FIELDS) {
    const value = optionalFields(policy[field]);
    if (value) picked[field] = value;
  }
  return picked;
}
