import fc from 'fast-check';

export const one = fc.constantFrom;

/** The arbitrary, or nothing: in so many of a hundred cases there is something. */
export const maybe = (arbitrary, percent = 50) =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary });

/** A record without what is undefined. */
export const some = (fields) => fc.record(fields).map(defined);

export function defined(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, part]) => part !== undefined));
}
