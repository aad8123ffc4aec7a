/** A member of one of the generated enums by its text, checked by the compiler, without loading the enum. */
export function member<E extends string>(text: `${E}`): E {
  return text as E;
}
