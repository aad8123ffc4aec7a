import type { Path } from '../manifest/position';

/**
 * A change that makes an object what it was evidently meant to be: plain data, which may be printed as JSON. Paths are
 * those of the object as it is, also where several edits belong together.
 */
export type Edit =
  /** The field has another name. */
  | { readonly kind: 'rename'; readonly path: Path; readonly to: string }
  /** The value is another one. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: EditValue }
  /** The field is not there yet; it goes before that one, or to the top. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: EditValue; readonly before?: string }
  /** The field or element is not there. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** The value is the text that is written there, such as `1.10`. */
  | { readonly kind: 'quote'; readonly path: Path };

/** What JSON can say. */
export type EditValue =
  string | number | boolean | readonly EditValue[] | { readonly [field: string]: EditValue };

export function rename(path: Path, to: string): Edit {
  return { kind: 'rename', path, to };
}

export function set(path: Path, value: EditValue): Edit {
  return { kind: 'set', path, value };
}

export function insert(path: Path, value: EditValue, before?: string): Edit {
  return { kind: 'insert', path, value, ...(before !== undefined && { before }) };
}

export function remove(path: Path): Edit {
  return { kind: 'remove', path };
}

export function quote(path: Path): Edit {
  return { kind: 'quote', path };
}

/** The field gets both another name and another value. */
export function replaceField(path: Path, to: string, value: EditValue): readonly Edit[] {
  return [set(path, value), rename(path, to)];
}

/** The same edits of a part, from the root of the object. */
export function below(root: Path, edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => ({ ...edit, path: [...root, ...edit.path] }));
}

/** What only the author of an object can say. */
export interface Answers {
  /** The share of the requests that faults without one are for, in percent: above 0, at most 100. */
  readonly faultPercentage?: number;
}

/** Stands in an edit for what the author has to say. */
export function asked(question: keyof Answers): EditValue {
  return { asked: question };
}

/** What the author has to be asked before these edits can be made. */
export function questionsOf(edits: readonly Edit[]): readonly (keyof Answers)[] {
  const found = new Set<keyof Answers>();
  for (const edit of edits)
    if ('value' in edit) mapAsked(edit.value, (question) => (found.add(question), question));
  return [...found];
}

/** The edits with what the author says, as far as that is known. */
export function answered(edits: readonly Edit[], answers: Answers): readonly Edit[] {
  return edits.map((edit) =>
    'value' in edit
      ? { ...edit, value: mapAsked(edit.value, (question) => answers[question] ?? asked(question)) }
      : edit,
  );
}

function mapAsked(value: EditValue, answer: (question: keyof Answers) => EditValue): EditValue {
  if (Array.isArray(value)) return value.map((one: EditValue) => mapAsked(one, answer));
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value as Readonly<Record<string, EditValue>>);
  if (fields.length === 1 && fields[0]![0] === 'asked') return answer(fields[0]![1] as keyof Answers);
  return Object.fromEntries(fields.map(([name, field]) => [name, mapAsked(field, answer)]));
}
