import type { RuleInfo } from '../../check/finding';
import { mark, wrap, type Text } from '../../report/marked';
import { widthFor, type Io } from '../io';
import { drawTable } from '../present/table';
import { print } from '../print';
import { STATUS } from '../status';
import { UsageError } from '../usage-error';

/** `--list-rules`: a table. */
export async function listRules(io: Io): Promise<number> {
  const { allRules } = await import('../../verdict/ask');
  const rows = allRules().map(({ id, severity, title, upstream = [] }) => [
    [[mark('strong', id)]],
    [[severity]],
    [[title], ...(upstream.length > 0 ? [[mark('faint', upstream.join(', '))]] : [])],
  ]);
  print(drawTable(['rule', 'severity', 'about'], rows, widthFor(io)), io);
  return STATUS.ok;
}

/** `--explain`: all that is known about a rule, or about those that another tool calls so. */
export async function explainRule(name: string, io: Io): Promise<number> {
  const [{ allRules }, { isMeant, unknownRule }] = await Promise.all([
    import('../../verdict/ask'),
    import('../../check/rule-names'),
  ]);
  const rules = allRules();
  const unknown = unknownRule(name, rules);
  if (unknown !== undefined) throw new UsageError(`--explain ${unknown}`);
  const meant = rules.filter((rule) => isMeant(name, rule));
  const width = widthFor(io);
  print(
    meant.flatMap((rule, i) => [...(i > 0 ? [[], []] : []), ...explanation(rule, width)]),
    io,
  );
  return STATUS.ok;
}

function explanation(rule: RuleInfo, width: number): readonly Text[] {
  const { id, severity, title, why, fix, upstream = [], links = [], isFixable } = rule;
  const codes = [severity, ...upstream].join(', ');
  return [
    [mark('strong', id), mark('faint', `  ${codes}`)],
    ...wrap([title], width),
    [],
    ...wrap([why], width),
    ...wrap([fix], width),
    ...(isFixable ? wrap(['check --fix does so where it is certain what was meant.'], width) : []),
    ...example('Wrong', rule, 'bad'),
    ...example('Right', rule, 'good'),
    ...(links.length > 0 ? [[], ...links.map((link): Text => [mark('faint', link)])] : []),
  ];
}

/** Rules that have fixtures carry them: as YAML, or as kind and spec. */
function example(
  title: string,
  rule: RuleInfo & { bad?: unknown; good?: unknown },
  which: 'bad' | 'good',
): readonly Text[] {
  const yaml = yamlOf(rule[which]);
  if (yaml === undefined) return [];
  return [
    [],
    [mark(which, `${title}:`)],
    ...yaml
      .trimEnd()
      .split('\n')
      .map((line): Text => [`  ${line}`]),
  ];
}

function yamlOf(fixture: unknown): string | undefined {
  if (typeof fixture === 'string') return fixture;
  if (typeof fixture !== 'object' || fixture === null) return undefined;
  const { kind, spec } = fixture as { readonly kind: string; readonly spec: string };
  const lines = spec.trimEnd().split('\n');
  const isFlow = lines.length === 1 && spec.startsWith('{');
  return `kind: ${kind}\nspec:${isFlow ? ` ${spec}` : lines.map((line) => `\n  ${line}`).join('')}`;
}
