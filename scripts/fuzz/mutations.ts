/** Makes hostile texts of real forms: cut, spliced, damaged, blown up; the same text for the same seed and round. */

import { KNOWN_TEXTS } from "../../tests/support/arbitraries.ts";
import { HOSTILE_SHAPES } from "../../tests/support/hostile-shapes.ts";
import type { Random } from "../../tests/support/random.ts";

/** Longer than any cable ever was. In UTF-16 units. */
const LONGEST = 100_000;

/** What damages copies, and what no copy has. */
const PIECES = [
  ..."¶ ¶3. 13. (C) (SBU) ** ~~ #### [1](#) <br> |--| => > // -- ---- XXXXXXXXXXXX NNNN BT ZNR UUUUU SIPDIS \\ %s".split(
    " ",
  ),
  ..."REF: A. STATE 1|TAGS: |SUBJECT: |E.O. 12958: DECL: |CLASSIFIED BY: |PAGE 02 LA PAZ 00526 |UNCLAS SECTION 02 OF 03 X 1".split(
    "|",
  ),
  ...[
    "\n",
    "\n\n\n",
    "\r",
    "\r\n",
    "\t",
    "\f",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\0",
    "\ud83d",
    "\udc00",
    "😀",
    "é",
    "’",
    "\u202e",
    "((((",
  ],
] as [string, ...string[]];

type Mutation = (text: string, random: Random) => string;

const insert: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.one(PIECES) + text.slice(at);
};

const remove: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + random.below(random.happens(0.2) ? 2000 : 12));
};

const cut: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return random.happens(0.5) ? text.slice(0, at) : text.slice(at);
};

const splice: Mutation = (text, random) => {
  const other = known(random);
  return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
};

const repeat: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  const piece = text.slice(at, at + 1 + random.below(60));
  return text.slice(0, at) + piece.repeat(1 + random.below(40)) + text.slice(at);
};

const moveLine: Mutation = (text, random) => {
  const lines = text.split("\n");
  const [line = ""] = lines.splice(random.below(lines.length), 1);
  lines.splice(random.below(lines.length + 1), 0, line);
  return lines.join("\n");
};

const change: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + String.fromCharCode(random.below(random.happens(0.1) ? 65536 : 128)) + text.slice(at + 1);
};

const joinLines: Mutation = (text, random) => {
  const from = random.below(text.length + 1);
  return text.slice(0, from) + text.slice(from, from + 3000).replaceAll("\n", " ") + text.slice(from + 3000);
};

const MUTATIONS: [Mutation, ...Mutation[]] = [insert, insert, remove, cut, splice, repeat, moveLine, change, joinLines];

/** A hostile text. */
export function hostileText(random: Random): string {
  if (random.happens(0.1)) {
    const shape = HOSTILE_SHAPES[random.below(HOSTILE_SHAPES.length)];
    return shape?.text(1 + random.below(random.happens(0.2) ? LONGEST : 4000)) ?? "";
  }
  let text = known(random);
  // As long as the longest that come, or longer.
  if (random.happens(0.08)) while (text.length < LONGEST) text += known(random);
  for (let count = 1 + random.below(12); count > 0; count--) text = random.one(MUTATIONS)(text, random);
  return text.slice(0, LONGEST);
}

function known(random: Random): string {
  return KNOWN_TEXTS[random.below(KNOWN_TEXTS.length)] ?? "";
}
