// What becomes of a path, from the words of `PathPattern`, `rewritePrefix` and `rewritePath`.

/** The path after the prefix (or the whole path) that the condition asks for has become another one. */
export function withPrefix(path, atoms, to) {
  const { kind, text = '/' } = atoms.find(({ on }) => on === 'path') ?? {};
  const rest = kind === 'exact' ? '' : path.slice(text.replace(/\/$/, '').length);
  return to.replace(/\/$/, '') + rest || '/';
}

/** As proxies see it: without dot segments, and with plain characters as they are; `//` and `%2f` stay. */
export function normalised(path) {
  const decoded = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = decodeURIComponent(code);
    return /[\w.~-]/.test(character) ? character : code;
  });
  const segments = [];
  for (const segment of decoded.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}
