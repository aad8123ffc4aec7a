import { UsageError } from '../usage-error';

/** What the arguments without a dash say. */
export interface Target {
  readonly inputs: readonly string[];
  readonly method: string | undefined;
  readonly url: string;
}

const SCHEME = /^(https?|grpc|tcp|tls):\/\//i;
const EXAMPLE = 'write for example http://reviews.shop:9080/reviews/7';

/** Files and folders, a method in capitals, and a URL, in any order: each looks different. */
export function parseTarget(words: readonly string[], methodOption: string | undefined): Target {
  const urls = words.filter((word) => word.includes('://'));
  const methods = words.filter((word) => /^[A-Z]+$/.test(word));
  const inputs = words.filter((word) => !urls.includes(word) && !methods.includes(word));
  const [url, second] = urls;
  if (url === undefined)
    throw new UsageError(`the URL of the request must be given, got ${listed(words)}; ${advice(words)}`);
  if (second !== undefined) {
    throw new UsageError(
      `the URL of the request must be one, got ${url} and ${second}; ask about one after the other`,
    );
  }
  if (!SCHEME.test(url)) {
    throw new UsageError(
      `the URL must start with http://, https://, grpc://, tcp:// or tls://, got ${url}; ${EXAMPLE}`,
    );
  }
  const given = [...methods, ...(methodOption === undefined ? [] : [methodOption])];
  if (given.length > 1) {
    throw new UsageError(
      `the method must be given once, got ${given.join(' and ')}; put ./ before a file that is called like a method`,
    );
  }
  return { inputs, method: given[0], url };
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : words.join(' ');
}

/** `reviews:9080/x` and `reviews/x` are what people type. */
function advice(words: readonly string[]): string {
  const last = words.at(-1);
  return last !== undefined && /^[\w.-]+(:\d+)(\/.*)?$/.test(last) ? `did you mean http://${last}?` : EXAMPLE;
}
