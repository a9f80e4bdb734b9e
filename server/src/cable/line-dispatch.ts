/** Tables of what may stand at the head of a line, by its first two characters: the gate before any pattern is tried. */

import { MemoisedPredicate } from "./memoised-predicate.ts";

const ASCII = 128;

/** How many heads there are. */
const HEADS = ASCII * ASCII;

/** Two units, the first two of a line, as one number below `HEADS`. What is not ASCII, or not there, counts as 0. */
export function prefixKey(first: number, second: number): number {
  return ((first < ASCII ? first : 0) << 7) | (second < ASCII ? second : 0);
}

/** What stands for a unit in a head. */
function inHead(character: string): number {
  const unit = character.charCodeAt(0);
  return unit < ASCII ? unit : 0;
}

/** The heads of which something holds, for lines that are told by it. A text has few of them. */
export class PrefixSet extends MemoisedPredicate {
  /** `holds` is given the two units of a head; those that are not ASCII are 0. */
  constructor(holds: (first: number, second: number) => boolean) {
    super(HEADS, (head) => holds(head >> 7, head & (ASCII - 1)));
  }
}

/** No items. */
const NONE: readonly never[] = [];

/** The beginnings of an item's lines, of one or two ASCII characters, and whether they are meant in either case. */
export interface Beginnings {
  readonly begins: readonly string[];
  readonly inEitherCase: boolean;
}

/** Items that each belong to some beginnings of a line, in the order in which they were given. */
export class PrefixDispatch<T> {
  readonly #items: readonly (Beginnings & { readonly item: T })[];
  /** By head, as far as they were asked for: a text has few of them, and a start is to wait for none. */
  readonly #byHead = new Array<readonly T[] | undefined>(HEADS);

  constructor(items: readonly T[], beginningsOf: (item: T) => Beginnings) {
    this.#items = items.map((item) => ({ item, ...beginningsOf(item) }));
  }

  /** The items that lines with a head may be; undefined where there are none. */
  of(head: number): readonly T[] | undefined {
    let items = this.#byHead[head];
    if (items === undefined) {
      items = this.#find(head);
      this.#byHead[head] = items;
    }
    return items === NONE ? undefined : items;
  }

  #find(head: number): readonly T[] {
    const first = head >> 7;
    const second = head & (ASCII - 1);
    const items = this.#items
      .filter(({ begins, inEitherCase }) => {
        const is = (character: string, unit: number): boolean =>
          inEitherCase
            ? inHead(character.toUpperCase()) === unit || inHead(character.toLowerCase()) === unit
            : inHead(character) === unit;
        return begins.some(([one = "", two]) => is(one, first) && (two === undefined || is(two, second)));
      })
      .map(({ item }) => item);
    return items.length === 0 ? NONE : items;
  }
}
