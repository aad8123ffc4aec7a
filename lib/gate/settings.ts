/** What is said at one construct about what it and those below it make. Plain data: it is said before anything is loaded. */
export interface Settings {
  /** The path of the construct. */
  readonly path: string;
  readonly failOn?: 'error' | 'warning' | 'never';
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  readonly known: Readonly<
    Partial<Record<'hosts' | 'gateways' | 'namespaces' | 'serviceAccounts', readonly string[]>>
  >;
  readonly mesh?: object;
  readonly channel?: 'standard' | 'experimental';
}

export interface ScopedAcknowledgement {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

/** Whether a construct is another, or above it. */
export function isAtOrBelow(path: string, scope: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}

/** Whether one of the constructs that have a say in an object is there. */
export function isMadeBelow(construct: string | undefined, scope: string): boolean {
  return (construct ?? '').split(', ').some((path) => isAtOrBelow(path, scope));
}
