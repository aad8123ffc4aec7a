import { CATALOGUE } from './catalogue';
import type { RuleInfo } from './finding';
import type { MeshRule } from './rule';
import { MESH_RULES } from './rules/all';
import { WEBHOOK_RULES } from './webhook/index';

const INTRODUCTION = `# Rules

Made from the rules by \`node scripts/rules.mjs\`: do not edit.

A finding has the id of its rule. Turn rules off, or give them other severities, by these ids; acknowledge a finding on
the object with the annotation \`cdk8s-mesh/acknowledge\`, one line a rule: \`rule-id: reason\`.

Of a rule with "yes" below --fix, \`cdk8s-mesh check --fix\` corrects the findings where it is certain what was meant.

Codes such as IST0101 are those of \`istioctl analyze\`, codes such as KIA1101 those of Kiali, for the same matter.
`;

/** The reference of all rules, in Markdown. */
export function ruleReference(): string {
  const webhook = new Set<RuleInfo>(WEBHOOK_RULES);
  const mesh = new Set<RuleInfo>(MESH_RULES);
  const others = CATALOGUE.filter((rule) => !webhook.has(rule) && !mesh.has(rule));
  return [
    INTRODUCTION,
    '## The app as a whole\n',
    table(MESH_RULES),
    ...MESH_RULES.map(section),
    '## The API server, and the checker itself\n',
    table(others),
    '## Istio’s webhook\n',
    table(WEBHOOK_RULES),
  ].join('\n');
}

function table(rules: readonly RuleInfo[]): string {
  const rows = rules.map(
    ({ id, severity, title, upstream = [], isFixable }) =>
      `| \`${id}\` | ${severity} | ${cell(title)} | ${upstream.join(', ')} | ${isFixable ? 'yes' : ''} |`,
  );
  return ['| rule | severity | about | codes | --fix |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

function section({ id, title, severity, why, fix, upstream = [], links = [], bad, good }: MeshRule): string {
  const codes = upstream.length > 0 ? ` · ${upstream.join(', ')}` : '';
  return `### ${id}

**${title}** (${severity}${codes})

${why}

What to do: ${fix}
${links.map((link) => `\nSee ${link}`).join('')}

\`\`\`yaml
# bad
${bad.trim()}
\`\`\`

\`\`\`yaml
# good
${good.trim()}
\`\`\`
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
