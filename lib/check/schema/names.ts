// The names of Kubernetes. The lengths come first: what is too long is not looked at.

const LABEL = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The name of an object: a DNS subdomain. */
export function isName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((part) => DNS_LABEL.test(part));
}

export function isNamespaceName(name: string): boolean {
  return name.length <= 63 && DNS_LABEL.test(name);
}

/** `app`, or `example.com/app`. */
export function isLabelName(name: string): boolean {
  const slash = name.indexOf('/');
  const own = name.slice(slash + 1);
  return (slash === -1 || isName(name.slice(0, slash))) && own.length <= 63 && LABEL.test(own);
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && LABEL.test(value));
}
