import { UsageError } from '../usage-error';

type Values = Readonly<Record<string, string>>;

/** Headers as curl takes them: `name: value`, or `name;` for an empty one. Those of one name are joined with commas. */
export function parseHeaders(texts: readonly string[]): Values {
  const headers = new Map<string, string>();
  for (const text of texts) {
    const [, name, value] = /^(:?[^\s:;]+)\s*(?::(.*)|;\s*)$/.exec(text) ?? [];
    if (name === undefined) {
      throw new UsageError(
        `a header must be 'name: value', got '${text}'; write for example -H 'end-user: jason'`,
      );
    }
    const key = name.toLowerCase();
    const before = headers.get(key);
    const own = (value ?? '').trim();
    headers.set(key, before === undefined ? own : `${before}${key === 'cookie' ? '; ' : ','}${own}`);
  }
  return Object.fromEntries(headers);
}

/** Cookies as curl takes them: `name=value; name=value`. */
export function parseCookies(texts: readonly string[]): Values {
  const pairs = texts
    .flatMap((text) => text.split(';'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) {
        throw new UsageError(`a cookie must be name=value, got '${pair}'; write for example -b 'session=1'`);
      }
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
