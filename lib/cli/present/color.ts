type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to use colours: on terminals, unless somebody says otherwise.
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function wantsColor({ FORCE_COLOR, NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return !/^(0|false)$/.test(FORCE_COLOR);
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && TERM !== 'dumb';
}
