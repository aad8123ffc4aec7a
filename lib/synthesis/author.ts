import type { IConstruct } from 'constructs';
import type { Author } from '../model/contribution';

const names = new Map<string, string>();

/** A construct as the author of what it says. */
export function authorOf(construct: IConstruct, suffix?: string): Author {
  const { id, path } = construct.node;
  const full = suffix ? `${id}-${suffix}` : id;
  let name = names.get(full);
  if (name === undefined) names.set(full, (name = shortName(full)));
  return { path, name };
}

/** Fit for a part of the name of a rule in an HTTPRoute. */
function shortName(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
  return name.slice(0, 60).replace(/-$/, '') || 'route';
}
