/** How many bytes the base64 text stands for. */
export function lengthOfBytes(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[\r\n]/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return Buffer.byteLength(text, 'base64');
}
