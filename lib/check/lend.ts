import type { Finding } from './finding';

/** Of two findings about one mistake only one is said: it takes over what the other one knows to correct. */
export function lendEdits(said: readonly Finding[], unsaid: readonly Finding[]): readonly Finding[] {
  const lenders = unsaid.filter(({ edits }) => edits);
  if (lenders.length === 0) return said;
  const byPath = new Map(lenders.map((finding) => [JSON.stringify(finding.path), finding]));
  return said.map((finding) => {
    const lender = finding.edits ? undefined : byPath.get(JSON.stringify(finding.path));
    return lender ? withEdits(finding, lender.edits) : finding;
  });
}

/** The same finding. Its place is still looked up only when somebody asks. */
function withEdits(finding: Finding, edits: Finding['edits']): Finding {
  const fields = Object.getOwnPropertyDescriptors(finding);
  const copy: object = Object.defineProperties({}, { ...fields, edits: { value: edits, enumerable: true } });
  return Object.freeze(copy as Finding);
}
