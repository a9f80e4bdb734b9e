/** Tables of what may stand at the head of a line, by its first two characters: the gate before any pattern is tried. */

const ASCII = 128;

/** How many heads there are. */
export const HEADS = ASCII * ASCII;

/** Two units, the first two of a line, as one number below `HEADS`. What is not ASCII, or not there, counts as 0. */
export function headOf(first: number, second: number): number {
  return ((first < ASCII ? first : 0) << 7) | (second < ASCII ? second : 0);
}

/** The units of a letter in both cases, or of any other character. */
function eitherCase(character: string): readonly number[] {
  return [...new Set([character.toUpperCase(), character.toLowerCase()])].map((one) => one.charCodeAt(0));
}

const ANY: readonly number[] = Array.from({ length: ASCII }, (_, unit) => unit);

/** The heads of which something holds, for lines that are told by it. Units that are not ASCII are 0. */
export function headsWhere(holds: (first: number, second: number) => boolean): Uint8Array {
  const heads = new Uint8Array(HEADS);
  for (let first = 0; first < ASCII; first++) {
    for (let second = 0; second < ASCII; second++) if (holds(first, second)) heads[headOf(first, second)] = 1;
  }
  return heads;
}

/** Items that each belong to some beginnings of a line, in the order in which they were given. */
export class LineBeginnings<T> {
  readonly #items: (T[] | undefined)[] = new Array<T[] | undefined>(HEADS).fill(undefined);

  /** `beginningsOf` answers an item's beginnings, of one or two ASCII characters, and whether they are meant in either case. */
  constructor(
    items: readonly T[],
    beginningsOf: (item: T) => { readonly begins: readonly string[]; readonly inEitherCase: boolean },
  ) {
    for (const item of items) {
      const { begins, inEitherCase } = beginningsOf(item);
      const unitsOf = inEitherCase ? eitherCase : (character: string) => [character.charCodeAt(0)];
      const places = begins.flatMap(([first = "", second]) =>
        unitsOf(first).flatMap((one) => (second === undefined ? ANY : unitsOf(second)).map((two) => headOf(one, two))),
      );
      for (const place of new Set(places)) {
        const list = this.#items[place] ?? [];
        list.push(item);
        this.#items[place] = list;
      }
    }
  }

  /** The items that lines with a head may be; undefined where there are none. */
  of(head: number): readonly T[] | undefined {
    return this.#items[head];
  }
}
