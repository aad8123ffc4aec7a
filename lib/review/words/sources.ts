import type { Source } from '../facts';

/** `VirtualService shop/reviews spec.http[0] (chart/canary)`. Conditions of one rule are the rule. */
export function sourcesText(sources: readonly Source[]): string {
  const texts = new Set(sources.map(sourceText));
  if (texts.size === 1) return [...texts][0]!;
  return [...new Set(sources.map((one) => sourceText(ruleOf(one))))].join(', ');
}

function ruleOf({ object, at }: Source): Source {
  return { object, ...(at !== undefined && { at: at.replace(/\.match(es)?\[\d+\]$/, '') }) };
}

function sourceText({ object: { kind, namespace, name, construct }, at }: Source): string {
  const place = at === undefined ? '' : ` ${at}`;
  const made = construct === undefined ? '' : ` (${construct})`;
  return `${kind} ${namespace === undefined || kind === 'Namespace' ? '' : `${namespace}/`}${name}${place}${made}`;
}
