/** Says whether a text is meant. */
export type TextTest = (text: string) => boolean;

/**
 * A value of a policy: exact, `prefix*`, `*suffix`, or `*` for anything but the empty text.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export function textTest(value: string): TextTest {
  if (value === '*') return (text) => text !== '';
  if (value.startsWith('*')) return endsWith(value.slice(1));
  if (value.endsWith('*')) return startsWith(value.slice(0, -1));
  return (text) => text === value;
}

/** As a header is matched: `*` says that it is there, also if it is empty. */
export function headerTest(value: string): TextTest {
  return value === '*' ? () => true : textTest(value);
}

/** As a host is matched: in any case, and with its port, if the client sent one. */
export function hostTest(value: string): TextTest {
  const test = headerTest(value.toLowerCase());
  return (host) => test(host.toLowerCase());
}

/** A text with any number of `*`, each for any text. */
export function globTest(pattern: string): TextTest {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first!) || !text.endsWith(last)) return false;
    let at = first!.length;
    for (const part of rest) {
      const found = text.indexOf(part, at); // the leftmost leaves the most for the others
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

function startsWith(prefix: string): TextTest {
  return (text) => text.startsWith(prefix);
}

function endsWith(suffix: string): TextTest {
  return (text) => text.endsWith(suffix);
}
