import { isCidr, isIpAddress } from './addresses';

const MAX_ACCOUNT = 320;

/** What is wrong with an address of a policy. */
export function ipProblem(value: string): string | undefined {
  return (value.includes('/') ? isCidr(value) : isIpAddress(value))
    ? undefined
    : 'must be an IP address or range';
}

/** Unlike elsewhere, 0 is one. */
export function isPolicyPort(text: string): boolean {
  return /^\d{1,1000}$/.test(text) && Number(text) <= 65535;
}

/** What is wrong with `serviceAccount` or `namespace/serviceAccount`. */
export function serviceAccountProblem(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  if (value.includes('*')) return 'must not have wildcards';
  const parts = value.split('/');
  if (parts.length > 2 || parts.includes('')) return 'must be namespace/name or name';
  return Buffer.byteLength(value) > MAX_ACCOUNT ? `must have at most ${MAX_ACCOUNT} bytes` : undefined;
}

/** The first thing that is wrong with a list of texts with wildcards, and with trust domains in particular. */
export function trustDomainProblem(
  values: readonly string[],
  isDomain: boolean,
): { index: number; text: string } | undefined {
  const checks: ((value: string) => string | undefined)[] = [
    (value) => (value === '' ? 'must not be empty' : undefined),
    (value) => {
      const stars = value.split('*').length - 1;
      if (stars > 1) return 'must have at most one *';
      return stars === 1 && !value.startsWith('*') && !value.endsWith('*')
        ? 'must have * at its start or end only'
        : undefined;
    },
    (value) => (isDomain && value.includes('/') ? 'must not have a slash' : undefined),
  ];
  for (const check of checks)
    for (const [index, value] of values.entries()) {
      const text = check(value);
      if (text) return { index, text };
    }
  return undefined;
}
