import { isAddress } from '../security/ip-block';

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const VERSION_4 = new RegExp(`^(?:${BYTE}\\.){3}${BYTE}$`);

/** 4 or 6 for an IP address of that version, which may have a zone; else 0. What Node says, where there is no Node, too. */
export function isIP(text: string): 0 | 4 | 6 {
  if (VERSION_4.test(text)) return 4;
  const [address, zone] = text.includes('%') ? splitZone(text) : [text, 'none'];
  if (!address.includes(':') || !/^[0-9a-z\-.:]+$/i.test(zone)) return 0;
  const tail = address.slice(address.lastIndexOf(':') + 1);
  if (address.slice(0, -tail.length || undefined).includes('.')) return 0;
  return (!tail.includes('.') || VERSION_4.test(tail)) && isAddress(address) ? 6 : 0;
}

function splitZone(text: string): readonly [string, string] {
  const at = text.indexOf('%');
  return [text.slice(0, at), text.slice(at + 1)];
}
