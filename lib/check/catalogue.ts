import { ACKNOWLEDGE_RULES } from './acknowledge';
import type { RuleInfo } from './finding';
import { OUTSIDE } from './rule';
import { MESH_RULES } from './rules/all';
import * as schema from './schema/kinds';
import { WEBHOOK_RULES } from './webhook/index';

/** A document that is no YAML, or an object that lacks a part. */
export const UNREADABLE: RuleInfo = {
  id: 'unreadable',
  title: 'A file or document that cannot be read',
  severity: 'error',
  why: 'kubectl cannot read it either: the object does not reach the cluster.',
  fix: 'Correct the YAML, or the permissions of the file; render templates first.',
};

/** A document for another tool. */
export const NO_OBJECT: RuleInfo = {
  id: 'no-object',
  title: 'A document that is no Kubernetes object',
  severity: 'warning',
  why: 'It is YAML, but has no apiVersion, kind and metadata: nobody applies it, and it was not checked.',
  fix: 'Nothing, if another tool reads it (values of a chart, a kustomization): leave it out of what is checked. Otherwise add what is missing.',
};

export const RULE_FAILED: RuleInfo = {
  id: 'rule-failed',
  title: 'A rule that could not finish',
  severity: 'warning',
  why: 'A mistake in cdk8s-mesh: what this rule is about has not been checked.',
  fix: 'Report it, with the object if you may; turn the rule off until then.',
  links: ['https://github.com/cdk8s-mesh/cdk8s-mesh/issues'],
};

/** All rules of all layers: their ids are never given to other rules. */
export const CATALOGUE: readonly RuleInfo[] = [
  UNREADABLE,
  NO_OBJECT,
  RULE_FAILED,
  ...ACKNOWLEDGE_RULES,
  ...Object.values(schema).filter(isRule),
  ...WEBHOOK_RULES,
  OUTSIDE,
  ...MESH_RULES,
];

/** Ids of rules that are gone. */
export const RETIRED: readonly string[] = [];

function isRule(value: unknown): value is RuleInfo {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'title' in value && 'severity' in value
  );
}
