const DNS_LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const MAX_LABEL = 63;
const MAX_PREFIX = 253;

/** Letters of either case, digits and inner hyphens, at most 63. */
export function isDnsLabel(text: string): boolean {
  return text.length <= MAX_LABEL && DNS_LABEL.test(text);
}

/** A DNS label that may be `*`, or start with `*` or `*-`. */
export function isWildcardDnsLabel(text: string): boolean {
  if (text.length > MAX_LABEL) return false;
  return text === '*' || DNS_LABEL.test(text.replace(/^\*-?/, ''));
}

/** The key of a Kubernetes label, with a DNS name and a slash before it or not. */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  if (name.length > MAX_LABEL || !QUALIFIED_NAME.test(name)) return false;
  if (slash === -1) return true;
  // Of its parts no length is asked for, only of the whole.
  return (
    slash <= MAX_PREFIX &&
    text
      .slice(0, slash)
      .split('.')
      .every((part) => DNS_LABEL.test(part))
  );
}

/** The value of a label as Istio asks for it: of any length. */
export function isLabelValue(text: string): boolean {
  return text === '' || endsWell(text);
}

/** As the pattern of names, but linear for texts of any length. */
function endsWell(text: string): boolean {
  return /^[A-Za-z0-9]/.test(text) && /^[-A-Za-z0-9_.]*$/.test(text) && /[A-Za-z0-9]$/.test(text.slice(-1));
}
