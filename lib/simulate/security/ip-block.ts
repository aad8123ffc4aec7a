/** Says whether an address is meant; nothing if it is not an address. */
export type AddressTest = (address: string) => boolean | undefined;

/** An IP address or a CIDR range, of version 4 or 6. Nothing if it is neither. */
export function ipBlockTest(block: string): AddressTest | undefined {
  const [text, length, ...more] = block.split('/');
  const network = parseAddress(text!);
  if (!network || more.length > 0) return undefined;
  const bits = length === undefined ? network.bits : parseNumber(length, network.bits);
  if (bits === undefined) return undefined;
  const shift = BigInt(network.bits - bits);
  return (address) => {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    return parsed.bits === network.bits && parsed.value >> shift === network.value >> shift;
  };
}

/** Whether it is an IP address. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

function parseAddress(text: string): Address | undefined {
  const groups = text.includes(':') ? parseGroups(text) : undefined;
  if (groups) return { bits: 128, value: join(groups, 16n) };
  const bytes = parseBytes(text);
  return bytes && { bits: 32, value: join(bytes, 8n) };
}

function parseBytes(text: string): readonly number[] | undefined {
  const bytes = text.split('.').map((byte) => parseNumber(byte, 255));
  return bytes.length === 4 && isComplete(bytes) ? bytes : undefined;
}

/** The eight groups of an address of version 6, whose `::` stands for as many zeros as are missing. */
function parseGroups(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(parseGroup)));
  const known = [...head!, ...(tail ?? [])];
  const missing = 8 - known.length;
  if (!isComplete(known) || (tail ? missing < 1 : missing !== 0)) return undefined;
  return [...head!, ...Array<number>(missing).fill(0), ...(tail ?? [])] as number[];
}

/** The last group may be an address of version 4, which makes two. */
function parseGroup(group: string): readonly (number | undefined)[] {
  const bytes = group.includes('.') ? parseBytes(group) : undefined;
  if (bytes) return [bytes[0]! * 256 + bytes[1]!, bytes[2]! * 256 + bytes[3]!];
  return [/^[0-9a-f]{1,4}$/i.test(group) ? parseInt(group, 16) : undefined];
}

function parseNumber(digits: string, max: number): number | undefined {
  if (!/^\d{1,3}$/.test(digits)) return undefined;
  const number = Number(digits);
  return number <= max ? number : undefined;
}

function isComplete(numbers: readonly (number | undefined)[]): numbers is readonly number[] {
  return !numbers.includes(undefined);
}

function join(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}
