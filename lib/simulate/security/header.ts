import type { Attribute } from './attribute';
import type { HttpFacts } from './facts';
import { headerTest } from './text-match';

/** `request.headers[x]`: a header of the request. Nothing is valid for a key without brackets. */
export function headerAttribute(key: string): Attribute {
  const name = nameInBrackets(key.slice('request.headers'.length))?.toLowerCase();
  return {
    needsHttp: true,
    test: (value) => {
      if (name === undefined) return undefined;
      const test = headerTest(value);
      return ({ http }) => {
        const text = read(name, http!);
        if (text !== undefined) return test(text);
        return isMadeByProxies(name) ? undefined : false;
      };
    },
    got: ({ http }) => {
      const text = name === undefined ? undefined : read(name, http!);
      return text === undefined ? `there is no header ${name}` : `the header is ${text}`;
    },
  };
}

function nameInBrackets(text: string): string | undefined {
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : undefined;
}

/** HTTP/2 made the request line's parts headers too. */
function read(name: string, { method, path, authority, headers }: HttpFacts): string | undefined {
  if (name === ':method') return method;
  if (name === ':path') return path;
  if (name === ':authority' || name === 'host') return authority;
  return headers.get(name);
}

/** What the proxies on the way add by themselves: whether it is there, only a cluster knows. */
function isMadeByProxies(name: string): boolean {
  return MADE_BY_PROXIES.has(name) || name.startsWith('x-envoy-') || name.startsWith('x-b3-');
}

const MADE_BY_PROXIES: ReadonlySet<string> = new Set([
  ':scheme',
  'traceparent',
  'x-forwarded-client-cert',
  'x-forwarded-proto',
  'x-request-id',
]);
