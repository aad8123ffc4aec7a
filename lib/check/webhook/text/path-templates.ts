const ONE = '{*}';
const REST = '{**}';
/** What may stand in a segment of a path, according to RFC 3986. */
const LITERAL = /^[a-zA-Z0-9._~%!$&'()+,;:@=-]+$/;

/** What is wrong with a path of a policy as a template; nothing if it is one, or an ordinary path. */
export function pathTemplateProblem(path: string): string | undefined {
  const isTemplate = path.includes(ONE) || path.includes(REST);
  let isRestSeen = false;
  for (const segment of trimSlashes(path).split('/')) {
    if (segment === ONE || segment === REST) {
      if (isRestSeen) return `must end with ${REST}`;
      isRestSeen = segment === REST;
    } else if (/[{}]/.test(segment)) return `must have braces as ${ONE} and ${REST} only`;
    else if (isTemplate && !LITERAL.test(segment))
      return `must have plain segments beside ${ONE} and ${REST}`;
  }
  return undefined;
}

/** Linear, unlike a regular expression for the slashes at the end. */
function trimSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (path[start] === '/') start++;
  while (end > start && path[end - 1] === '/') end--;
  return path.slice(start, end);
}
