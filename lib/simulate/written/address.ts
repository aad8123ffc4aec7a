import { isIP } from '../names/ip';

/**
 * Reads the address of a client.
 * @param what what it is called where it was written
 * @throws if it is none
 */
export function readAddress(text: string, what: string): string {
  if (isIP(text) !== 0) return text;
  throw new Error(`${what} must be an IP address, got ${text || 'nothing'}; write for example 203.0.113.7`);
}
