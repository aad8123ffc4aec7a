export type { ManifestInput } from '../manifest/load';
export type { Acknowledged } from './acknowledge';
export { CATALOGUE } from './catalogue';
export { check, type CheckOptions, type Findings } from './check';
export type { Answers, Edit, EditValue } from './edit';
export { fix, type Fixed, type FixOptions } from './fix/index';
export type { Applied, Refused } from './fix/repair';
export {
  formatPath,
  type Finding,
  type ObjectReference,
  type RuleInfo,
  type Severity,
  type Source,
} from './finding';
export type { Known } from './mesh/known';
