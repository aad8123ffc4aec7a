/** How many bytes the base64 text stands for. istiod's decoder takes a list of bytes as well. */
export function lengthOfBytes(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.every(isByte) ? value.length : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[\r\n]/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return Buffer.byteLength(text, 'base64');
}

function isByte(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255);
}
