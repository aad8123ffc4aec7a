const SHOWN = 5;

/** `a, b, c, d, e and 12 others`: messages stay short, however many there are. */
export function someNames(objects: Iterable<{ readonly namespace: string; readonly name: string }>): string {
  return some([...new Set([...objects].map(({ namespace, name }) => `${namespace}/${name}`))]);
}

export function some(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return more > 0 ? `${names.slice(0, SHOWN).join(', ')} and ${more} others` : names.join(', ');
}
