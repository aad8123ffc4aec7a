import { EVENT_ID, SCALAR_STYLE, parseEvents } from 'js-yaml';

/** Escapes in double quotes that YAML 1.2 has and 1.1 has not, and halves of characters, which Kubernetes does not take. */
const FORBIDDEN = /^(?:[^\\]|\\[^/u]|\\u(?![dD][89a-fA-F]))*(\\(?:\/|u[dD][89a-fA-F]..))/s;

/** What is wrong with the escapes of a document that can be read otherwise. */
export function forbiddenEscape(source: string): string | undefined {
  if (!/\\(?:\/|u[dD])/.test(source)) return undefined;
  for (const event of parseEvents(source, {})) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) continue;
    const escape = FORBIDDEN.exec(source.slice(event.valueStart, event.valueEnd))?.[1];
    if (escape === undefined) continue;
    return `an escape in double quotes must be one of YAML 1.1, got ${escape}; ${escape === '\\/' ? 'write / alone, or use single quotes' : 'write the character itself'}`;
  }
  return undefined;
}
