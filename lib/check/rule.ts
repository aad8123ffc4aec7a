import type { Document } from '../manifest/document';
import type { Path } from '../manifest/position';
import type { Complaint, RuleInfo } from './finding';
import type { Mesh } from './mesh/mesh';

/** A rule about the app as a whole: how objects fit together. */
export interface MeshRule extends RuleInfo {
  /** Manifests that break this rule. */
  readonly bad: string;
  /** The same, as it should be. */
  readonly good: string;
  /** Where one of these rules has spoken about the same place, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** What the mesh is said to be while the fixtures are judged. */
  readonly mesh?: object;
  check(mesh: Mesh, reporter: Reporter): void;
}

/** Takes what a rule has to say. */
export interface Reporter {
  /** Something is wrong. */
  add(document: Document, path: Path, message: string, more?: Partial<Complaint>): void;
  /** Something is not here, but may well be declared elsewhere: that is another, quieter finding. */
  outside(document: Document, path: Path, what: string, more?: Partial<Complaint>): void;
}

/** Keeps the types of a rule without writing them down in each. */
export function rule<T extends MeshRule>(meshRule: T): MeshRule {
  return meshRule;
}

/** Said by many rules, through {@link Reporter.outside}. */
export const OUTSIDE: RuleInfo = {
  id: 'declared-elsewhere',
  title: 'Something that these manifests do not declare',
  severity: 'info',
  why: 'Nobody can tell from here whether it exists: if it does not, the object that refers to it has no effect, or requests fail.',
  fix: 'Check the name. If it is declared elsewhere, say so under `known`, or judge both together.',
};
