/** What can be looked for. */
export interface Wanted {
  /** All of them, in small letters. */
  readonly words: readonly string[];
  /** `*` for any; empty for hosts outside. */
  readonly namespace: string;
  /** That, or graver. */
  readonly risk: string;
  readonly changedOnly: boolean;
}

/** A place of the page that is about a host. */
export interface Place {
  readonly text: string;
  readonly namespace: string;
  readonly risk: string;
  readonly isChanged: boolean;
}

const LEVELS = ['none', 'low', 'medium', 'high'];

export function isFound(place: Place, { words, namespace, risk, changedOnly }: Wanted): boolean {
  if (changedOnly && !place.isChanged) return false;
  if (namespace !== '*' && place.namespace !== namespace) return false;
  if (LEVELS.indexOf(place.risk) < LEVELS.indexOf(risk)) return false;
  return words.every((word) => place.text.includes(word));
}
