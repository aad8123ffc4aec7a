import type { RuleInfo } from '../check/finding';

/** Something that is no manifest, or none any more. */
export const UNREADABLE: RuleInfo = {
  id: 'unreadable-document',
  title: 'A document that nobody can read',
  severity: 'error',
  why: 'kubectl refuses the whole file. What the document says is not judged, and the rest is judged without it.',
  fix: 'Mend the YAML. A template has to be rendered first: helm template, kustomize build.',
};

/** Values of Helm, settings of some tool: common in folders, and harmless. */
export const NOT_AN_OBJECT: RuleInfo = {
  id: 'not-an-object',
  title: 'A document that is no Kubernetes object',
  severity: 'warning',
  why: 'kubectl refuses it. It is not judged.',
  fix: 'Complete it, or keep it out of what is applied and judged.',
};

/** An acknowledgement that says nothing hides nothing. */
export const ACKNOWLEDGEMENT: RuleInfo = {
  id: 'acknowledgement',
  title: 'An acknowledgement that acknowledges nothing',
  severity: 'warning',
  why: 'What it was made for is gone or has another name. Left there, it hides the next finding of its rule.',
  fix: 'Remove it, or correct it.',
};

export const OWN_RULES: readonly RuleInfo[] = [UNREADABLE, NOT_AN_OBJECT, ACKNOWLEDGEMENT];
