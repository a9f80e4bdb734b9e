/** Finds TAGS that no list has, and offers the nearest that one has. */

import { isWithinOneEdit } from "../../cable/values/edit-distance.ts";
import type { CableDate } from "../../vocabulary/date.ts";
import type { TagLookup } from "../../vocabulary/tags.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice, orList, replace } from "./support/fix.ts";

export const unknownTag: Rule = {
  code: "unknown-tag",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The TAGS line holds only authorised TAGS and, in parentheses, names of persons.",
  why: "A TAG that no list has sends the cable to nobody. In published cables it is only a hint: no list of all years is complete.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; 5 FAH-3 H-010",
  check({ tree: { header }, vocabulary: { tags }, date, text }) {
    return header.tags.flatMap(({ value, span }): readonly Finding[] => {
      if (tags.isKnown(value) || isInParentheses(text, span.start)) return [];
      const near = nearest(value, tags, date);
      const meant = near.length === 0 ? "" : ` Is ${orList(near)} meant?`;
      return [
        {
          span,
          message: `${value} is not in the lists of TAGS.${meant}`,
          fixes: near.map((code) =>
            choice(`Write ${code}, ${tags.find(code, date)?.meaning.title ?? "a TAG"}`, replace(span, code)),
          ),
        },
      ];
    });
  },
};

/** A name in parentheses is no longer than this, in UTF-16 units. */
const MOST_IN_PARENTHESES = 80;

/** What stands in parentheses is meant for a name; another rule looks at it. */
function isInParentheses(text: string, at: number): boolean {
  // Cut first: a search back to the line's start would go through a long line once for each of its TAGS.
  const near = text.slice(Math.max(0, at - MOST_IN_PARENTHESES), at);
  const before = near.slice(near.lastIndexOf("\n") + 1);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** The most that are offered. */
const MOST = 4;

/** The codes one slip away, those whose meaning at the date is known first; of short words nearly every code would be near. */
function nearest(word: string, tags: TagLookup, date: CableDate | null): readonly string[] {
  if (word.length < 3 || word.length > 10 || word.includes(" ")) return [];
  return tags.codes
    .filter((code) => code.length > 2 && isWithinOneEdit(word, code))
    .map((code) => ({ code, rank: rank(code, word, tags, date) }))
    .sort((one, other) => one.rank - other.rank || (one.code < other.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ code }) => code);
}

function rank(code: string, word: string, tags: TagLookup, date: CableDate | null): number {
  const tag = tags.find(code, date);
  return (tag?.meaning.title == null ? 2 : 0) + (code[0] === word[0] ? 0 : 1) + (code.length === word.length ? 0 : 1);
}
