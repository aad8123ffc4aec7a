import { textTest, type TextTest } from './text-match';

/**
 * A path of a policy: exact, `prefix*`, `*suffix`, `*`, or a template with `{*}` for one segment and `{**}` for any
 * number of characters. It is compared without query and fragment, and in its case.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function pathTest(value: string): TextTest {
  const test = value.includes('{*}') || value.includes('{**}') ? templateTest(value) : textTest(value);
  return (path) => test(withoutQuery(path));
}

function withoutQuery(path: string): string {
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
}

/** Istio allows one `{**}`, behind all `{*}`: so every part has only one place where it can be. */
function templateTest(template: string): TextTest {
  const [head, tail] = template.split('{**}');
  const parts = head!.split('{*}');
  return (path) => {
    const end = matchParts(parts, path);
    if (end === undefined) return false;
    if (tail === undefined) return end === path.length;
    const rest = path.slice(end);
    return rest.endsWith(tail) && isPlain(rest.slice(0, rest.length - tail.length));
  };
}

/** Where the path goes on behind the parts and the segments between them, or nothing if it does not match. */
function matchParts([first, ...others]: readonly string[], path: string): number | undefined {
  if (!path.startsWith(first!)) return undefined;
  let at = first!.length;
  for (const part of others) {
    const slash = path.indexOf('/', at);
    const end = slash < 0 ? path.length : slash;
    if (end === at || !isPlain(path.slice(at, end)) || !path.startsWith(part, end)) return undefined;
    at = end + part.length;
  }
  return at;
}

/** Envoy's wildcards stop at brackets, the only characters of a normalised path that they do not take. */
function isPlain(text: string): boolean {
  return !text.includes('[') && !text.includes(']');
}
