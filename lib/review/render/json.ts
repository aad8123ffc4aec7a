/** The model itself, with all fields in the order of its types. */
export function renderJson(review: object): string {
  return `${JSON.stringify(review, undefined, 2)}\n`;
}
