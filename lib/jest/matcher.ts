import type { Decision, Stage } from '../simulate/decision';
import type { Request } from '../simulate/request';
import { fail } from '../values/check';
import { failureText } from './failure/text';
import { namespaceOf, resolveCaller } from './subject/caller';
import type { Names } from './subject/names';
import { judgeOf } from './subject/subject';

/** What jest gives to a matcher, as far as it is used here. */
export interface MatcherThis {
  readonly isNot?: boolean;
  equals(a: unknown, b: unknown): boolean;
  readonly utils: {
    EXPECTED_COLOR(text: string): string;
    RECEIVED_COLOR(text: string): string;
    DIM_COLOR(text: string): string;
    matcherHint(name: string, received?: string, expected?: string, options?: object): string;
    stringify(value: unknown): string;
  };
}

export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** A decision, and who asks for it. */
export interface Asked {
  readonly request: Request;
  readonly decision: Decision;
  readonly names?: Names;
  readonly namespace?: string;
  readonly equals: (a: unknown, b: unknown) => boolean;
  readonly stringify: (value: unknown) => string;
}

/** Whether a promise is kept, and both sides in words. */
export interface Verdict {
  readonly pass: boolean;
  readonly expected: string;
  readonly received: string;
}

export interface Promised {
  readonly name: string;
  /** What follows the request in the call, for the first line of a failure. */
  readonly arguments?: string;
  /** Stages of the walk that have nothing to do with it. */
  readonly hides?: readonly Stage[];
}

/** Makes a matcher of a function that compares. */
export function matcher<Args extends unknown[]>(
  promised: Promised,
  compare: (asked: Asked, ...args: Args) => Verdict,
) {
  return function (this: MatcherThis, subject: unknown, request: unknown, ...args: Args): MatcherResult {
    const judge = judgeOf(subject);
    const sent = checkRequest(request);
    const from = sent.from !== undefined && judge.names ? resolveCaller(sent.from, judge.names) : sent.from;
    const resolved = from === undefined ? sent : { ...sent, from };
    const namespace = namespaceOf(from);
    const verdict = compare(
      {
        request: resolved,
        decision: judge.decide(resolved),
        ...(judge.names && { names: judge.names }),
        ...(namespace !== undefined && { namespace }),
        equals: (a, b) => this.equals(a, b),
        stringify: (value) => this.utils.stringify(value),
      },
      ...args,
    );
    return {
      pass: verdict.pass,
      message: () => failureText(this, promised, verdict, resolved, judge.explain(resolved)),
    };
  };
}

function checkRequest(request: unknown): Request {
  if (
    typeof request === 'object' &&
    request !== null &&
    'url' in request &&
    typeof request.url === 'string'
  ) {
    return request as Request;
  }
  return fail(
    'the request',
    'made by request() or from()',
    request,
    "write request('GET', 'http://reviews.shop:9080/')",
  );
}
