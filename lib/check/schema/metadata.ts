import { fieldsList, fieldsOf, listOf, textOf, type Fields } from '../../manifest/fields';
import { show } from '../finding';
import { checkFinalizers, checkManagers, checkOwners } from './bookkeeping';
import { METADATA, REQUIRED, TOO_LONG } from './kinds';
import { isLabelName, isLabelValue, isName, isNamespaceName } from './names';
import type { Report } from './report';

const MAX_ANNOTATIONS = 256 * 1024;

/** What the API server wants from the metadata of an object that is to be created. */
export function checkMetadata(metadata: Fields, isNamespaced: boolean, report: Report): void {
  report.path.push('metadata');
  checkNames(metadata, isNamespaced, report);
  checkLabels(textsByName(metadata.labels), report);
  checkAnnotations(textsByName(metadata.annotations), report);
  checkOwners(fieldsList(metadata.ownerReferences), report);
  checkFinalizers(listOf(metadata.finalizers).map(textOrEmpty), report);
  checkManagers(fieldsList(metadata.managedFields), report);
  report.path.pop();
}

/** A null is an empty text there: the name counts all the same. */
function textsByName(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(fieldsOf(value)).map(([name, text]) => [name, textOrEmpty(text)]));
}

function textOrEmpty(value: unknown): string {
  return textOf(value) ?? '';
}

const NAME =
  'must be lower-case letters, digits, "-" and ".", at most 253, and begin and end with a letter or digit';
const LABEL =
  'must be letters, digits, "-", "_" and ".", at most 63, and begin and end with a letter or digit';

function checkNames({ name, generateName, namespace }: Fields, isNamespaced: boolean, report: Report): void {
  const prefix = textOf(generateName) ?? '';
  if (prefix !== '' && !isName(prefix.replace(/.-$/, 'a')))
    report.addBelow('generateName', METADATA, `${NAME}, got ${show(prefix)}`);
  const whole = textOf(name) || (prefix && `${prefix}x2x4x`);
  if (whole === '') report.addBelow('name', REQUIRED, 'must be there, got nothing');
  else if (!isName(whole)) report.addBelow('name', METADATA, `${NAME}, got ${show(whole)}`);
  const space = textOf(namespace) || 'default';
  if (isNamespaced && !isNamespaceName(space))
    report.addBelow(
      'namespace',
      METADATA,
      `must be lower-case letters, digits and "-", at most 63, and begin and end with a letter or digit, got ${show(space)}`,
    );
}

function checkLabels(labels: ReadonlyMap<string, string>, report: Report): void {
  report.path.push('labels');
  for (const [name, value] of labels) {
    if (!isLabelName(name))
      report.addBelow(
        name,
        METADATA,
        `must have a name of a label (perhaps with example.com/ before it), got ${show(name)}`,
      );
    if (!isLabelValue(value)) report.addBelow(name, METADATA, `${LABEL}, got ${show(value)}`);
  }
  report.path.pop();
}

function checkAnnotations(annotations: ReadonlyMap<string, string>, report: Report): void {
  report.path.push('annotations');
  let size = 0;
  for (const [name, value] of annotations) {
    size += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (!isLabelName(name.toLowerCase()))
      report.addBelow(
        name,
        METADATA,
        `must have a name of an annotation (perhaps with example.com/ before it), got ${show(name)}`,
      );
  }
  if (size > MAX_ANNOTATIONS) report.add(TOO_LONG, `must have at most ${MAX_ANNOTATIONS} bytes, got ${size}`);
  report.path.pop();
}

/** The metadata as stored: with the namespace that it goes to, or none. */
export function admitMetadata(metadata: Fields, isNamespaced: boolean): Fields {
  const { namespace, ...rest } = fieldsOf(metadata);
  return isNamespaced ? { ...rest, namespace: textOf(namespace) || 'default' } : rest;
}
