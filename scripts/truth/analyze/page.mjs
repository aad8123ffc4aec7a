// docs/analyzers.md.
import { DELIBERATE } from './differences.mjs';
import { KIALI, NOT_TOLD } from './kiali.mjs';

export function differencesPage() {
  const sides = { theirs: 'only istioctl', ours: 'only cdk8s-mesh' };
  return [
    '# Where the checker differs from other tools on purpose',
    '',
    'Made by `npm run truth -- analyze --record`: do not edit.',
    '',
    '## `istioctl analyze`',
    '',
    'Everything else that analyzers can tell from manifests they and the checker say of the same objects.',
    '',
    '| code | who says it | why |',
    '|---|---|---|',
    ...DELIBERATE.map(({ code, side, why }) => `| ${code} | ${sides[side]} | ${why} |`),
    '',
    '## Kiali',
    '',
    '| codes | why |',
    '|---|---|',
    ...KIALI.map(rowOf),
    '',
    '## Not told from manifests',
    '',
    '| codes | why |',
    '|---|---|',
    ...NOT_TOLD.map(rowOf),
    '',
  ].join('\n');
}

function rowOf({ codes, why }) {
  return `| ${codes.join(', ')} | ${why} |`;
}
