/** Look-ups that are built when they are first asked for, so that a start pays only for what it uses. */

/** A function that makes its value at the first call and answers the same one ever after. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
