import { load } from 'js-yaml';
import { KUBERNETES_SCHEMA } from '../../manifest/schema';
import type { EditValue } from '../edit';

/** How the text around it is written. */
export interface Style {
  readonly isJson: boolean;
  /** What stands between a key and its value. */
  readonly colon: string;
}

export type Quotes = 'plain' | 'single' | 'double';

/** A value in one line. */
export function writeFlow(value: EditValue, style: Style): string {
  if (Array.isArray(value)) return `[${value.map((one: EditValue) => writeFlow(one, style)).join(', ')}]`;
  if (typeof value !== 'object') return writeScalar(value, style.isJson ? 'double' : 'plain');
  const fields = Object.entries(value).map(
    ([name, field]) => `${writeKey(name, style)}${style.colon}${writeFlow(field, style)}`,
  );
  return `{${fields.join(', ')}}`;
}

/** The lines of a value below its key. Nothing for what stands beside it. */
export function writeBlock(value: EditValue, indent: string, step: string): readonly string[] | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const style: Style = { isJson: false, colon: ': ' };
  return Object.entries(value as Readonly<Record<string, EditValue>>).flatMap(([name, field]) => {
    const lines = writeBlock(field, `${indent}${step}`, step);
    const key = `${indent}${writeKey(name, style)}:`;
    return lines ? [key, ...lines] : [`${key} ${writeFlow(field, style)}`];
  });
}

export function writeKey(name: string, { isJson }: Style): string {
  return writeScalar(name, isJson ? 'double' : 'plain');
}

/** A text keeps the quotes that it had, if it can. */
export function writeScalar(value: string | number | boolean, quotes: Quotes): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === 'single' && !/['\p{Cc}]/u.test(value)) return `'${value}'`;
  if (quotes === 'plain' && isPlain(value)) return value;
  return JSON.stringify(value);
}

/** Says the same without quotes, wherever it stands. */
function isPlain(text: string): boolean {
  return /^[A-Za-z0-9./][\w./-]*$/.test(text) && load(text, { schema: KUBERNETES_SCHEMA }) === text;
}
