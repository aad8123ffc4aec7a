export type { ManifestInput } from '../manifest/load';
export type { Acknowledged } from './acknowledge';
export { CATALOGUE } from './catalogue';
export { check, type CheckOptions, type Findings } from './check';
export {
  formatPath,
  type Finding,
  type ObjectReference,
  type RuleInfo,
  type Severity,
  type Source,
} from './finding';
export type { Known } from './mesh/known';
