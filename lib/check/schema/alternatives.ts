import { isFields, own } from '../../manifest/fields';
import { show } from '../finding';
import { ALTERNATIVES, FORMAT } from './kinds';
import type { SchemaNode } from './node';
import type { Report } from './report';

type Check = (node: SchemaNode, value: unknown, report: Report) => void;

/** `anyOf`, `oneOf`, `allOf` and `not`. */
export function checkAlternatives(node: SchemaNode, value: unknown, report: Report, check: Check): void {
  if (node.anyOf.length > 0) anyOf(node.anyOf, value, report, check);
  if (node.oneOf.length > 0) oneOf(node.oneOf, value, report, check);
  if (node.allOf.length > 0) allOf(node.allOf, value, report, check);
  if (node.not && report.attempt(() => check(node.not!, value, report)).isValid) {
    report.add(ALTERNATIVES, `must not match what is excluded, got ${show(value)}`);
  }
  report.checks++;
}

function anyOf(nodes: readonly SchemaNode[], value: unknown, report: Report, check: Check): void {
  let best: { readonly node: SchemaNode; readonly checks: number } | undefined;
  for (const node of nodes) {
    const { isValid, checks } = report.attempt(() => check(node, value, report));
    if (isValid) {
      report.checks += checks;
      return;
    }
    if (!best || checks > best.checks) best = { node, checks };
  }
  const formats = nodes.flatMap(({ format }) => format ?? []);
  if (formats.length === nodes.length) {
    report.add(FORMAT, `must have the format ${formats.join(' or ')}, got ${show(value)}`);
    return;
  }
  report.add(ALTERNATIVES, `must match one of ${nodes.length} alternatives, got ${show(value)}`);
  check(best!.node, value, report);
}

function oneOf(nodes: readonly SchemaNode[], value: unknown, report: Report, check: Check): void {
  let best: { readonly node: SchemaNode; readonly checks: number } | undefined;
  let valid = 0;
  let validChecks = 0;
  for (const node of nodes) {
    const { isValid, checks } = report.attempt(() => check(node, value, report));
    if (isValid && valid++ === 0) validChecks = checks;
    if (!isValid && (!best || checks > best.checks)) best = { node, checks };
  }
  if (valid === 1) {
    report.checks += validChecks;
    return;
  }
  report.add(ALTERNATIVES, describe(nodes, value, valid));
  if (valid === 0) check(best!.node, value, report); // why the one that fits best does not fit
}

function allOf(nodes: readonly SchemaNode[], value: unknown, report: Report, check: Check): void {
  const { isValid } = report.attempt(() => {
    for (const node of nodes) check(node, value, report);
  });
  if (!isValid) report.add(ALTERNATIVES, `must match all of ${nodes.length} schemas, got ${show(value)}`);
  for (const node of nodes) check(node, value, report);
}

/** In nearly all cases the alternatives are fields of which one may be there. */
function describe(nodes: readonly SchemaNode[], value: unknown, valid: number): string {
  const names = nodes.flatMap(({ required }) => required);
  const present = isFields(value) ? names.filter((name) => own(value, name) !== undefined) : [];
  if (present.length > 1) return `must have only one of ${names.join(', ')}, got ${present.join(' and ')}`;
  return `must match exactly one of ${nodes.length} alternatives, got ${show(value)}, which matches ${valid || 'none'}`;
}
