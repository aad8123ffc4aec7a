import type { Manifests } from '../manifest/document';

/** Something that a check has to say about an object. */
export interface FindingReview {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly object: { readonly kind: string; readonly namespace?: string; readonly name: string };
  /** Why it may stay, if somebody said so. */
  readonly acknowledged?: string;
}

/** What a check finds: the `judge` of the checker is one. */
export interface Judgement {
  readonly findings: readonly FindingReview[];
  readonly acknowledged: readonly { readonly finding: FindingReview; readonly reason: string }[];
}

export type Check = (manifests: Manifests) => Judgement;

/** All findings as plain data, those that somebody acknowledged behind the others. */
export function findingsOf(manifests: Manifests, check: Check | undefined): readonly FindingReview[] {
  if (!check) return [];
  const { findings, acknowledged } = check(manifests);
  return [
    ...findings.map((one) => plain(one)),
    ...acknowledged.map(({ finding, reason }) => plain(finding, reason)),
  ];
}

function plain({ id, severity, message, object }: FindingReview, acknowledged?: string): FindingReview {
  const { kind, namespace, name } = object;
  return {
    id,
    severity,
    message,
    object: { kind, ...(namespace !== undefined && { namespace }), name },
    ...(acknowledged !== undefined && { acknowledged }),
  };
}

/** The findings that are in the one list only. */
export function onlyIn(
  some: readonly FindingReview[],
  others: readonly FindingReview[],
): readonly FindingReview[] {
  const known = new Set(others.map((one) => JSON.stringify(one)));
  return some.filter((one) => !known.has(JSON.stringify(one)));
}
