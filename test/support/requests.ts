import type { Condition } from '../../lib/model/condition';

/** A request as a policy sees it. Nothing in this folder uses the library's own algebra: it is what tests compare with. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Whether a request satisfies a condition, told from the meaning of its parts. */
export function satisfies(request: Request, condition: Condition): boolean {
  return (
    (condition.method === undefined || condition.method === request.method) &&
    (condition.path === undefined || pathSatisfies(request.path, condition.path)) &&
    condition.headers.every(({ name, match }) => valueSatisfies(headersOf(request)[name], match)) &&
    condition.cookies.every(({ name, match }) => valueSatisfies(request.cookies[name], match)) &&
    condition.query.every(({ name, match }) => valueSatisfies(request.query[name], match))
  );
}

/** The headers, with the cookies as browsers send them. */
export function headersOf({ headers, cookies }: Request): Record<string, string> {
  const pairs = Object.entries(cookies).map(([name, text]) => `${name}=${text}`);
  return pairs.length > 0 ? { ...headers, cookie: pairs.join('; ') } : { ...headers };
}

function pathSatisfies(path: string, { kind, path: wanted }: NonNullable<Condition['path']>): boolean {
  switch (kind) {
    case 'exact':
      return path === wanted;
    case 'prefix':
      return `${path}/`.startsWith(`${wanted}/`);
    case 'string-prefix':
      return path.startsWith(wanted);
    case 'regex':
      return new RegExp(`^(?:${wanted})$`).test(path);
  }
}

function valueSatisfies(actual: string | undefined, match: Condition['headers'][number]['match']): boolean {
  if (actual === undefined) return match.kind === 'absent';
  switch (match.kind) {
    case 'exact':
      return actual === match.text;
    case 'prefix':
      return actual.startsWith(match.text);
    case 'regex':
      return new RegExp(`^(?:${match.text})$`).test(actual);
    case 'present':
      return true;
    case 'absent':
      return false;
  }
}
