/** The outline as indented lines of text, as `reftel outline` prints it. */

import type { OutlineItem } from "./outline.ts";

const INDENT = "  ";

/** People read who sent a cable to whom before they read when; on paper the date-time group comes first. */
const READING_ORDER: ReadonlyMap<string, number> = new Map([
  ["From", 1],
  ["To", 2],
  ["Info", 3],
  ["DTG", 4],
]);

/** One line an item, two blanks of indentation a level, no line break at the end. Header fields stand in the order in which people read them. */
export function outlineLines(items: readonly OutlineItem[], depth = 0): readonly string[] {
  return items.flatMap((item) => [
    INDENT.repeat(depth) + item.name,
    ...outlineLines(item.kind === "header" ? inReadingOrder(item.children) : item.children, depth + 1),
  ]);
}

/** The four that have an order of reading are put into it, in the places that they hold together; the others stay. */
function inReadingOrder(fields: readonly OutlineItem[]): readonly OutlineItem[] {
  const rank = ({ name }: OutlineItem): number | undefined => READING_ORDER.get(name.split(" ", 1)[0] ?? "");
  const ordered = fields.filter((field) => rank(field) !== undefined);
  ordered.sort((one, other) => (rank(one) ?? 0) - (rank(other) ?? 0));
  let next = 0;
  return fields.map((field) => (rank(field) === undefined ? field : (ordered[next++] ?? field)));
}
