import type { Source } from '../facts';

/** `VirtualService shop/reviews spec.http[0] (chart/canary)` */
export function sourcesText(sources: readonly Source[]): string {
  return distinct(sources).map(sourceText).join(', ');
}

/** A source in pieces, for pages that show each in its own way. */
export interface SourceParts {
  /** `VirtualService shop/reviews` */
  readonly name: string;
  /** `spec.http[0]` */
  readonly place?: string;
  /** The construct that made it, and the file. */
  readonly origin?: string;
}

export function sourceParts(sources: readonly Source[]): readonly SourceParts[] {
  return distinct(sources).map(({ object, at }) => {
    const { file, line, construct } = object;
    const place = file === undefined ? undefined : `${file}${line === undefined ? '' : `:${line}`}`;
    const origin = [construct, place].filter((one) => one !== undefined).join(', ');
    return { name: nameOf(object), ...(at !== undefined && { place: at }), ...(origin !== '' && { origin }) };
  });
}

/** Each once. Conditions of one rule are the rule. */
function distinct(sources: readonly Source[]): readonly Source[] {
  const each = byText(sources);
  return each.length === 1 ? each : byText(sources.map(ruleOf));
}

function byText(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((one) => [sourceText(one), one])).values()];
}

function ruleOf({ object, at }: Source): Source {
  return { object, ...(at !== undefined && { at: at.replace(/\.match(es)?\[\d+\]$/, '') }) };
}

function sourceText({ object, at }: Source): string {
  const place = at === undefined ? '' : ` ${at}`;
  const made = object.construct === undefined ? '' : ` (${object.construct})`;
  return `${nameOf(object)}${place}${made}`;
}

function nameOf({ kind, namespace, name }: Source['object']): string {
  return `${kind} ${namespace === undefined || kind === 'Namespace' ? '' : `${namespace}/`}${name}`;
}
