import type { Path } from '../../manifest/position';
import type { Edit } from '../edit';
import { originOf, type Finding } from '../finding';

/** Errors about what the edits of a finding wrote, which were not there before. */
export class Harm {
  private readonly byObject = new Map<string, Finding[]>();

  constructor(before: readonly Finding[], after: readonly Finding[]) {
    const known = new Set(before.map(keyOf));
    // What can be edited may still hide what is there, or be what seems to be missing: then the next round tells.
    const open = new Map<string, Path[]>();
    for (const finding of after)
      for (const path of finding.edits ? [finding.path, ...finding.edits.flatMap(writtenBy)] : [])
        push(open, placeOf(finding), path);
    for (const finding of after) {
      if (finding.severity !== 'error' || known.has(keyOf(finding))) continue;
      const place = placeOf(finding);
      if (!open.get(place)?.some((path) => isBelow(path, finding.path))) push(this.byObject, place, finding);
    }
  }

  of(finding: Finding): Finding | undefined {
    const found = this.byObject.get(placeOf(finding));
    if (!found) return undefined;
    const paths = (finding.edits ?? []).flatMap(writtenBy);
    return found.find((other) => paths.some((path) => isBelow(other.path, path)));
  }
}

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}

/** Whether it leads to the same, or into it. */
function isBelow(path: Path, root: Path): boolean {
  return root.every((step, i) => path[i] === step);
}

function writtenBy(edit: Edit): readonly Path[] {
  if (edit.kind === 'remove') return [];
  return [edit.kind === 'rename' ? [...edit.path.slice(0, -1), edit.to] : edit.path];
}

/** The object, by where it is written: names need not be unique. */
function placeOf(finding: Finding): string {
  const { file = '', index, within = '' } = originOf(finding) ?? { index: -1 };
  return JSON.stringify([file, index, within]);
}

/** The finding, by its rule, place and words: the next judgement makes another one of it. */
export function keyOf(finding: Finding): string {
  return JSON.stringify([placeOf(finding), finding.id, finding.path, finding.message]);
}
