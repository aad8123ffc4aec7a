import type { Request, RowMatch } from '../../../lib/simulate';

/** Whether a request meets all conditions, told from their meaning: nothing here is the library's. */
export function meets({ url, method = 'GET', headers = {} }: Request, matches: readonly RowMatch[]): boolean {
  const { pathname, searchParams, protocol } = new URL(url);
  return matches.every(
    ({ path, headers: wanted, query }) =>
      (!path || isPath(path, pathname)) &&
      wanted.every(({ name, kind, text, invert }) => {
        const value =
          name === ':method' ? method : name === ':scheme' ? protocol.slice(0, -1) : headers[name];
        if (kind === 'present') return (value !== undefined) !== invert;
        if (value === undefined) return invert && !isText(kind, text, '');
        return isText(kind, text, value) !== invert;
      }) &&
      query.every(
        ({ name, kind, text }) => searchParams.has(name) && isText(kind, text, searchParams.get(name)!),
      ),
  );
}

function isPath({ kind, text, ignoreCase }: NonNullable<RowMatch['path']>, path: string): boolean {
  const [have, want] =
    ignoreCase && kind !== 'regex' ? [path.toLowerCase(), text.toLowerCase()] : [path, text];
  if (kind === 'segments') return `${have}/`.startsWith(want.endsWith('/') ? want : `${want}/`);
  return isText(kind, want, have);
}

function isText(kind: 'exact' | 'prefix' | 'regex' | 'present', wanted: string, text: string): boolean {
  switch (kind) {
    case 'exact':
      return text === wanted;
    case 'prefix':
      return text.startsWith(wanted);
    case 'regex':
      return new RegExp(`^(?:${wanted})$`).test(text);
    case 'present':
      return true;
  }
}
