import type { Document, Manifests } from '../manifest/document';
import { positionOf, type Path } from '../manifest/position';
import type { ObjectRef } from '../simulate/decision';
import type { LineOf } from '../simulate/explain/shown';

/** Finds the lines of what an explanation is about in the texts that were read. */
export function lineFinder({ documents }: Manifests): LineOf {
  return (object, at) => {
    const document = documents.find((one) => isIt(one, object));
    return document && positionOf(document.origin, pathOf(at))?.line;
  };
}

/** One name may be there twice: then the line tells them apart. */
function isIt({ object, origin }: Document, { kind, name, file, line }: ObjectRef): boolean {
  return (
    object.kind === kind &&
    object.metadata.name === name &&
    origin.file === file &&
    positionOf(origin)?.line === line
  );
}

/** `spec.http[0].match[1]` */
function pathOf(at: string): Path {
  return at
    .split(/[.[\]]+/)
    .flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
}
