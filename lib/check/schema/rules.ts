import { isFields } from '../../manifest/fields';
import { show } from '../finding';
import { compileRule } from './cel/compile';
import { CelError } from './cel/error';
import { RULE } from './kinds';
import { ARRAY, OBJECT, type SchemaNode, type SchemaRule } from './node';
import type { Report } from './report';

/** What other tools call the same. */
const UPSTREAM = new Map([
  ['Combination of port, protocol and hostname must be unique for each listener', ['KIA1503']],
]);

/** The rules in CEL, from the outside in. */
export function checkRules(node: SchemaNode, value: unknown, report: Report): void {
  if (value === null) return;
  for (const rule of node.rules) checkRule(rule, node, value, report);
  const { path } = report;
  if (Array.isArray(value)) {
    if (!node.items?.hasRules) return;
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      checkRules(node.items, value[i], report);
      path.pop();
    }
  } else if (isFields(value)) {
    for (const name of Object.keys(value)) {
      const child = node.child(name);
      if (!child?.hasRules || value[name] === undefined) continue;
      path.push(name);
      checkRules(child, value[name], report);
      path.pop();
    }
  }
}

function checkRule(
  { source, message }: SchemaRule,
  { types }: SchemaNode,
  value: unknown,
  report: Report,
): void {
  const rule = compileRule(source);
  if (rule.isTransition) return;
  let problem = '';
  try {
    if (rule.holds(value)) return;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    problem = ` (${error.message})`;
  }
  const isBig = (types & (ARRAY | OBJECT)) !== 0;
  const got = isBig ? '' : `, got ${show(value)}`;
  report.add(RULE, `must obey: ${message}${problem}${got}`, {
    fix: `Do what the rule asks for: ${message}.`,
    upstream: UPSTREAM.get(message) ?? [],
  });
}
