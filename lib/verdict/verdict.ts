import type { Acknowledged } from '../check/acknowledge';
import type { Finding } from '../check/finding';
import type { Document } from '../manifest/document';

/** What is to be said about manifests once all that somebody has said about findings is known. */
export interface Verdict {
  /** What is left to deal with, in a fixed order. */
  readonly findings: readonly Finding[];
  /** Those among them whose edits were tried, and could not be made. */
  readonly refused?: ReadonlySet<Finding>;
  readonly acknowledged: readonly Acknowledged[];
  /** All that was judged. */
  readonly documents: readonly Document[];
  /** The texts that were read, by file; with an empty name for one that came from no file. */
  readonly texts: ReadonlyMap<string, string>;
}
