type Values = Readonly<Record<string, string>>;

/**
 * Headers as curl takes them: `name: value`, or `name;` for an empty one. Those of one name are joined with commas.
 * @throws if a text is neither
 */
export function readHeaders(texts: readonly string[]): Values {
  const headers = new Map<string, string>();
  for (const text of texts) {
    const [, name, value] = /^(:?[^\s:;]+)\s*(?::(.*)|;\s*)$/.exec(text) ?? [];
    if (name === undefined) {
      throw new Error(`a header must be 'name: value', got '${text}'; write for example end-user: jason`);
    }
    const key = name.toLowerCase();
    const before = headers.get(key);
    const own = (value ?? '').trim();
    headers.set(key, before === undefined ? own : `${before}${key === 'cookie' ? '; ' : ','}${own}`);
  }
  return Object.fromEntries(headers);
}
