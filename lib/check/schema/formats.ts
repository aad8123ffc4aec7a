import { isIpv4Format, isIpv6Format } from './ip';

const FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['ipv4', isIpv4Format],
  ['ipv6', isIpv6Format],
  ['byte', isBase64],
]);

/** Whether a text has a format of OpenAPI. */
export function isFormat(format: string, text: string): boolean {
  return FORMATS.get(format)?.(text) ?? true;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
