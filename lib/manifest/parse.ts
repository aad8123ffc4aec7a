import { YAMLException, loadAll } from 'js-yaml';
import type { TextRange } from './document';
import { excess } from './limits';
import { KUBERNETES_SCHEMA } from './schema';

/** What a document says, or why nobody can tell. A `...` line makes two of one. */
export type Parsed = { readonly values: readonly unknown[] } | { readonly message: string };

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/ */
export function parseDocument({ whole, start, end }: TextRange): Parsed {
  const text = start === 0 && end === whole.length ? whole : whole.slice(start, end);
  const json = parseJson(text);
  if (json) return json;
  try {
    const values = loadAll(text, {
      schema: KUBERNETES_SCHEMA,
      json: true,
      maxAliases: 10_000,
      maxDepth: 100,
    });
    if (text.includes('*')) {
      const message = excess(values);
      if (message) return { message };
    }
    return { values };
  } catch (error) {
    return { message: explain(error, text) };
  }
}

/** A text that starts with a brace is JSON first, and much faster to read so. */
function parseJson(text: string): Parsed | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const message = excess(value);
    return message ? { message } : { values: [value] };
  } catch {
    return undefined; // YAML in flow style, perhaps
  }
}

function explain(error: unknown, text: string): string {
  const reason = reasonOf(error);
  return text.includes('{{')
    ? `the document must be YAML, got a template (${reason}); render it first, for example with helm template`
    : `the document must be YAML: ${reason}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
