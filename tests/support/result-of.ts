/** Work that is done in pieces, done at once. */

/** Goes through all pieces; answers what comes of them. */
export function resultOf<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}
