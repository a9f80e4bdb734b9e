/** Compares the portion marks of paragraphs. */

import { portionLevel } from "../../../cable/values/portion-mark.ts";
import { largest } from "../../../text/arrays.ts";
import { rankOf } from "../../rules/support/levels.ts";
import type { NumberedParagraph } from "./context.ts";

/** The mark that covers them all, empty where none has one; null where none covers the others, as of `C//NF` and `S`. */
export function highestMark(paragraphs: readonly NumberedParagraph[]): string | null {
  const marks = [...new Set(paragraphs.map(({ portion }) => portion?.value ?? ""))];
  if (marks.length === 1) return marks[0] ?? null;
  if (marks.some((mark) => !/^[A-Za-z]+$/.test(mark))) return null;
  const ranked = marks.map((mark) => ({ mark, rank: rankOfMark(mark) }));
  const highest = largest(ranked.map(({ rank }) => rank));
  return ranked.some(({ rank }) => rank < 0) ? null : (ranked.find(({ rank }) => rank === highest)?.mark ?? null);
}

/** Of unclassified marks those with a control are the higher ones. */
function rankOfMark(mark: string): number {
  const level = portionLevel(mark.toUpperCase());
  return level === null ? -1 : rankOf(level) * 2 + (level === "UNCLASSIFIED" && mark.toUpperCase() !== "U" ? 1 : 0);
}
