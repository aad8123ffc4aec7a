import { readHeaders } from '../../simulate/written/headers';
import { about } from '../about';
import { UsageError } from '../usage-error';

type Values = Readonly<Record<string, string>>;

/** Headers as curl takes them: see `readHeaders`. */
export function parseHeaders(texts: readonly string[]): Values {
  return about(() => readHeaders(texts));
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
