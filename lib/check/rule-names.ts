import type { Finding, RuleInfo } from './finding';
import { similar } from './schema/similar';

type Named = Pick<Finding | RuleInfo, 'id' | 'upstream'>;

/** Whether a rule, or a finding of it, is meant: by its id, by what other tools call it, or by `webhook-*`. */
export function isMeant(name: string, { id, upstream }: Named): boolean {
  if (name.endsWith('*')) return id.startsWith(name.slice(0, -1));
  return id === name || upstream?.includes(name) === true;
}

/** What to say about a name that no rule has. */
export function unknownRule(name: string, rules: readonly RuleInfo[]): string | undefined {
  if (rules.some((rule) => isMeant(name, rule))) return undefined;
  const ids = rules.flatMap(({ id, upstream = [] }) => [id, ...upstream]);
  const meant = similar(name, ids);
  const advice = meant === undefined ? 'cdk8s-mesh check --list-rules lists them' : `did you mean ${meant}?`;
  return `must be the id of a rule or the code of another tool, got ${JSON.stringify(name.slice(0, 100))}; ${advice}`;
}
