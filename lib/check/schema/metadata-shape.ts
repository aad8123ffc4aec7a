import { isFields, type Fields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import { quote } from '../edit';
import { show } from '../finding';
import { METADATA_TYPE } from './kinds';
import type { Report } from './report';
import { isTime } from './time';

/** What the fields of metadata are: no CRD says so. */
type Shape =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'time'
  | 'anything'
  | { readonly mapOf: Shape }
  | { readonly listOf: Shape }
  | { readonly fields: ReadonlyMap<string, Shape> };

function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  return { fields: new Map(Object.entries(shapes)) };
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const METADATA = fields({
  name: 'string',
  generateName: 'string',
  namespace: 'string',
  selfLink: 'string',
  uid: 'string',
  resourceVersion: 'string',
  generation: 'integer',
  creationTimestamp: 'time',
  deletionTimestamp: 'time',
  deletionGracePeriodSeconds: 'integer',
  labels: { mapOf: 'string' },
  annotations: { mapOf: 'string' },
  ownerReferences: {
    listOf: fields({
      apiVersion: 'string',
      kind: 'string',
      name: 'string',
      uid: 'string',
      controller: 'boolean',
      blockOwnerDeletion: 'boolean',
    }),
  },
  finalizers: { listOf: 'string' },
  managedFields: {
    listOf: fields({
      manager: 'string',
      operation: 'string',
      apiVersion: 'string',
      time: 'time',
      fieldsType: 'string',
      fieldsV1: 'anything',
      subresource: 'string',
    }),
  },
});

/**
 * Whether the types of metadata are right, and which of its fields Kubernetes does not know.
 * @param owner the way to what it is the metadata of
 */
export function checkMetadataShape(metadata: unknown, report: Report, owner: Path = []): void {
  report.path.push(...owner, 'metadata');
  checkShape(METADATA, metadata, report);
  report.path.length -= owner.length + 1;
}

/** Whether all values of what the path leads to are texts. */
export function checkTexts(value: unknown, report: Report, path: Path): void {
  report.path.push(...path);
  checkShape({ mapOf: 'string' }, value, report);
  report.path.length -= path.length;
}

function checkShape(shape: Shape, value: unknown, report: Report): void {
  if (value === null || value === undefined || shape === 'anything') return;
  if (typeof shape === 'string') {
    if (isOf(shape, value)) return;
    const isBare = shape === 'string' && (typeof value === 'number' || typeof value === 'boolean');
    report.add(METADATA_TYPE, `must be ${NAMES[shape]}, got ${show(value)}`, {
      ...(isBare && { edits: [quote([...report.path])] }),
    });
  } else if ('listOf' in shape) {
    if (!Array.isArray(value)) report.add(METADATA_TYPE, `must be a list, got ${show(value)}`);
    else value.forEach((item, i) => checkBelow(shape.listOf, item, i, report));
  } else if (!isFields(value)) report.add(METADATA_TYPE, `must be an object, got ${show(value)}`);
  else if ('mapOf' in shape) {
    for (const name of Object.keys(value)) checkBelow(shape.mapOf, value[name], name, report);
  } else checkFields(shape.fields, value, report);
}

function checkFields(shapes: ReadonlyMap<string, Shape>, value: Fields, report: Report): void {
  for (const name of Object.keys(value)) {
    const shape = shapes.get(name);
    if (shape) checkBelow(shape, value[name], name, report);
    else if (value[name] !== undefined)
      report.addUnknown(
        name,
        [...shapes.keys()].filter((known) => value[known] === undefined),
      );
  }
}

function checkBelow(shape: Shape, value: unknown, name: string | number, report: Report): void {
  report.path.push(name);
  checkShape(shape, value, report);
  report.path.pop();
}

const NAMES = {
  string: 'a string',
  integer: 'an integer',
  boolean: 'a boolean',
  time: 'a time such as "2006-01-02T15:04:05Z"',
} as const;

function isOf(shape: keyof typeof NAMES, value: unknown): boolean {
  if (shape === 'time') return typeof value === 'string' && isTime(value);
  if (shape === 'integer') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 63;
  return typeof value === shape;
}
