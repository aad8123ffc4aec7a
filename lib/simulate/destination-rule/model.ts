import type { Fields } from '../../manifest/fields';
import type { Config } from '../mesh/config';
import type { Labels } from '../mesh/labels';

/** DestinationRules of one host in one namespace, put together. */
export interface HostRule {
  readonly host: string;
  readonly namespace: string;
  readonly exportTo: ReadonlySet<string>;
  /** The callers it is for. Absent: all. */
  readonly selector?: Labels;
  readonly subsets: readonly Subset[];
  /** The `trafficPolicy`, and the object it is from. */
  readonly policy?: Fields;
  readonly from: readonly Config[];
}

export interface Subset {
  readonly name: string;
  readonly labels: Labels;
  readonly policy?: Fields;
  readonly config: Config;
}
