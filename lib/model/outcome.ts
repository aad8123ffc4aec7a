import type {
  Action,
  Author,
  Cors,
  Abort,
  Delay,
  Effect,
  Mirror,
  RequestHeader,
  ResponseHeader,
  Retries,
  Timeout,
} from './contribution';

/** All that happens to a request. */
export interface Outcome {
  readonly action: Action;
  /** Who chose the action; nobody if the request just goes to its host. */
  readonly author?: Author;
  /** Who let the request in, at the edge of the mesh. */
  readonly via?: Author;
  /** At most one of each dimension, sorted by dimension. */
  readonly effects: readonly Authored<Effect>[];
}

export interface Authored<T> {
  readonly author: Author;
  readonly said: T;
}

/** Effects of different dimensions come together, of one dimension the first one wins. */
export function dimension(effect: Effect): string {
  switch (effect.kind) {
    case 'mirror':
      return `mirror ${effect.target.service} ${effect.target.version ?? ''} ${effect.target.port ?? ''}`;
    case 'request-header':
    case 'response-header':
      return `${effect.kind} ${effect.name}`;
    default:
      return effect.kind;
  }
}

/** Whether the effect can happen to a request that is answered by the proxy itself. */
export function happensWithoutForwarding(effect: Effect): boolean {
  return effect.kind === 'response-header';
}

interface ByKind {
  delay: Delay;
  abort: Abort;
  mirror: Mirror;
  timeout: Timeout;
  retries: Retries;
  'request-header': RequestHeader;
  'response-header': ResponseHeader;
  cors: Cors;
}

/** The effects of one kind. */
export function effectsOf<K extends keyof ByKind>(outcome: Outcome, kind: K): readonly Authored<ByKind[K]>[] {
  return outcome.effects.filter(({ said }) => said.kind === kind) as unknown as readonly Authored<
    ByKind[K]
  >[];
}

const texts = new WeakMap<Action | Effect, string>();

/**
 * Whether two outcomes need not be told apart: same action by the same author, same effects. (A route that does what
 * would happen anyway stays visible; two equal effects become one.)
 */
export function sameOutcome(a: Outcome, b: Outcome): boolean {
  return (
    a.author?.path === b.author?.path &&
    a.author?.name === b.author?.name &&
    a.via?.path === b.via?.path &&
    a.effects.length === b.effects.length &&
    sameWords(a.action, b.action) &&
    a.effects.every(({ said }, i) => sameWords(said, b.effects[i]!.said))
  );
}

/** Whether two constructs say the same. */
export function sameWords(a: Action | Effect, b: Action | Effect): boolean {
  return a === b || textOf(a) === textOf(b);
}

function textOf(said: Action | Effect): string {
  let text = texts.get(said);
  if (text === undefined) texts.set(said, (text = JSON.stringify(said)));
  return text;
}
