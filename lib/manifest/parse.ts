import { YAMLException, loadAll } from 'js-yaml';
import type { TextRange } from './document';
import { forbiddenEscape } from './escapes';
import { inOneLine, restored } from './flow';
import { excess } from './limits';
import { KUBERNETES_SCHEMA } from './schema';

/** No API server takes larger objects, so that rewriting larger texts helps nobody. */
const MAX_REWRITTEN = 3_000_000;

/** What a document says, or why nobody can tell. Some say one thing, and then what nobody reads. */
export type Parsed =
  { readonly values: readonly unknown[]; readonly message?: string } | { readonly message: string };

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/ */
export function parseDocument({ whole, start, end }: TextRange): Parsed {
  const text = start === 0 && end === whole.length ? whole : whole.slice(start, end);
  const marker = /^\uFEFF?---([^\n]*)\n?\uFEFF?/.exec(text);
  if (!marker) return parseBody(text);
  const behind = marker[1]!.trim();
  if (behind !== '' && !behind.startsWith('#'))
    return unreadable(
      `a line that starts with --- must hold nothing else, got ${shorten(behind)}; begin a new line`,
    );
  return parseBody(text.slice(marker[0].length));
}

function parseBody(text: string): Parsed {
  return parseJson(text) ?? parseYaml(text);
}

/** A text that starts with a brace is JSON first, and much faster to read so. */
function parseJson(text: string): Parsed | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const message = excess(value, text.length);
    return message === undefined ? { values: [value] } : unreadable(message);
  } catch {
    return undefined; // YAML in flow style, perhaps
  }
}

function parseYaml(text: string): Parsed {
  if (text.length > MAX_REWRITTEN) return load(text, text);
  // A colon before a bracket is read differently by YAML 1.2, without an error.
  if (/:[\]},]/.test(text)) return load(inOneLine(text), text);
  const parsed = load(text, text);
  if (parsed.message === undefined || !/[[{"']/.test(text)) return parsed;
  const again = load(inOneLine(text), text);
  return again.message === undefined ? again : parsed;
}

function load(source: string, text: string): Parsed {
  try {
    const documents = loadAll(source, {
      schema: KUBERNETES_SCHEMA,
      json: true,
      maxAliases: 10_000,
      maxDepth: 100,
    });
    const message =
      (text.includes('*') ? excess(documents, text.length) : undefined) ?? forbiddenEscape(source);
    if (message !== undefined) return unreadable(message);
    return firstOf(source === text ? documents : (restored(documents) as readonly unknown[]));
  } catch (error) {
    return unreadable(explain(error, text));
  }
}

/** What stands behind a line of `...` is a document of its own, but not for Kubernetes. */
function firstOf(documents: readonly unknown[]): Parsed {
  const ignored = documents.slice(1).filter((document) => document !== null && document !== undefined);
  if (ignored.length === 0) return { values: documents.slice(0, 1) };
  return {
    values: documents.slice(0, 1),
    message:
      'nothing must stand behind a line of ..., got another document, which kubectl leaves out; separate it with ---',
  };
}

function unreadable(message: string): Parsed {
  return { message };
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

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
