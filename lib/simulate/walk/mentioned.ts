import { fieldsList, fieldsOf, optionalFields, textMap, textsOf, type Fields } from '../../manifest/fields';
import { KINDS, configsOf } from '../mesh/config';
import type { World } from '../mesh/world';

const known = new WeakMap<World, ReadonlySet<string>>();

/** The keys of labels by which any policy tells callers apart. */
export function mentionedLabels(world: World): ReadonlySet<string> {
  let labels = known.get(world);
  if (!labels) known.set(world, (labels = findMentioned(world)));
  return labels;
}

function findMentioned(world: World): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (labels: ReadonlyMap<string, string>): void => {
    for (const key of labels.keys()) keys.add(key);
  };
  for (const { http, tcp, tls } of world.virtualServices) {
    for (const rule of [...http, ...tcp, ...tls]) for (const match of rule.matches) add(match.sourceLabels);
  }
  for (const { spec } of configsOf(world.catalog, KINDS.sidecar))
    add(textMap(fieldsOf(spec.workloadSelector).labels));
  for (const { spec } of configsOf(world.catalog, KINDS.destinationRule)) {
    add(textMap(optionalFields(spec.workloadSelector)?.matchLabels));
    for (const key of failoverLabels(spec)) keys.add(key);
  }
  for (const key of prioritized(world.settings.locality)) keys.add(key);
  return keys;
}

/** Endpoints with the same labels as the caller are nearer. */
function failoverLabels(spec: Fields): readonly string[] {
  const policies = [spec, ...fieldsList(spec.subsets)].map(({ trafficPolicy }) => fieldsOf(trafficPolicy));
  const levels = policies.flatMap((policy) => [policy, ...fieldsList(policy.portLevelSettings)]);
  return levels.flatMap(({ loadBalancer }) =>
    prioritized(fieldsOf(fieldsOf(loadBalancer).localityLbSetting)),
  );
}

function prioritized({ failoverPriority }: Fields): readonly string[] {
  return textsOf(failoverPriority).map((entry) => entry.split('=')[0]!);
}
