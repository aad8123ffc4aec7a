import { textOf, type Fields } from '../../manifest/fields';
import { show } from '../finding';
import { METADATA, TOO_LONG } from './kinds';
import { isLabelName } from './names';
import type { Report } from './report';

// What controllers write into metadata: it is in files that were exported from a cluster.

export function checkOwners(owners: readonly Fields[], report: Report): void {
  report.path.push('ownerReferences');
  owners.forEach((owner, i) => {
    report.path.push(i);
    checkOwner(owner, report);
    report.path.pop();
  });
  const controllers = owners.filter(({ controller }) => controller === true).length;
  if (controllers > 1) report.add(METADATA, `must have one controller at most, got ${controllers}`);
  report.path.pop();
}

function checkOwner(owner: Fields, report: Report): void {
  const apiVersion = textOf(owner.apiVersion) ?? '';
  if (!/^([^/]*\/)?[^/]+$/.test(apiVersion))
    report.addBelow('apiVersion', METADATA, `must have a version, got ${show(owner.apiVersion)}`);
  for (const field of ['kind', 'name', 'uid']) {
    if (!textOf(owner[field]))
      report.addBelow(field, METADATA, `must not be empty, got ${show(owner[field])}`);
  }
  if (owner.kind === 'Event' && /^(events\.k8s\.io\/)?v1$/.test(apiVersion))
    report.add(METADATA, 'must not be an event, got one');
}

export function checkFinalizers(finalizers: readonly string[], report: Report): void {
  report.path.push('finalizers');
  for (const finalizer of finalizers) {
    if (!isLabelName(finalizer))
      report.add(METADATA, `must be names such as example.com/mine, got ${show(finalizer)}`);
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    report.add(METADATA, 'must have one of orphan and foregroundDeletion, got both');
  report.path.pop();
}

export function checkManagers(entries: readonly Fields[], report: Report): void {
  report.path.push('managedFields');
  entries.forEach((entry, i) => {
    report.path.push(i);
    checkManager(entry, report);
    report.path.pop();
  });
  report.path.pop();
}

function checkManager({ operation, fieldsType, manager, subresource }: Fields, report: Report): void {
  if (operation !== 'Apply' && operation !== 'Update')
    report.addBelow('operation', METADATA, `must be Apply or Update, got ${show(operation)}`);
  if (textOf(fieldsType) && fieldsType !== 'FieldsV1')
    report.addBelow('fieldsType', METADATA, `must be FieldsV1, got ${show(fieldsType)}`);
  const name = textOf(manager) ?? '';
  if (Buffer.byteLength(name) > 128)
    report.addBelow('manager', TOO_LONG, `must have at most 128 bytes, got ${show(name)}`);
  // Letters, marks, numbers, punctuation, symbols, and the blank; half a character becomes a symbol.
  if (/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cs} ]/u.test(name))
    report.addBelow('manager', METADATA, `must have printable characters only, got ${show(name)}`);
  if (Buffer.byteLength(textOf(subresource) ?? '') > 256)
    report.addBelow('subresource', TOO_LONG, `must have at most 256 bytes, got ${show(subresource)}`);
}
