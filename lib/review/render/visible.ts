/** Manifests are anybody's: what would move the cursor, or show text in another order, is written out. */
export function visible(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
