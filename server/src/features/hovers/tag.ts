/** Hovers on the TAGS line: what each TAG meant when the cable was written. */

import type { Located } from "../../text/span.ts";
import { explainTag } from "../../vocabulary/explain.ts";
import type { HoverContext, HoverProvider } from "./hover.ts";
import { spannedAt, wordAt } from "./support/words.ts";

const TAG_CHARACTER = /[A-Za-z0-9-]/;

export const tag: HoverProvider = {
  kind: "tag",
  basis: "part",
  at(context, offset) {
    const code = tagAt(context, offset);
    const found = code === null ? undefined : context.vocabulary.tags.find(code.value, context.date);
    return code === null || found === undefined ? null : { span: code.span, parts: [explainTag(found)] };
  },
};

/** The TAG as read, else the word at the offset on a line of TAGS: that of a wrapper or of an archive's trailer. */
function tagAt({ tree }: HoverContext, offset: number): Located<string> | null {
  const { tags, persons, fields, attributes } = tree.header;
  if (spannedAt(persons, offset) !== undefined) return null;
  const lists = [...fields, ...attributes].flatMap(({ name, value }) => (name === "TAGS" ? [value] : []));
  const list = spannedAt(lists, offset);
  // Of a TAGS line that was lost, all TAGS have the trailer's whole value for their span: there the word says which is meant.
  const read = tags.filter(({ span }) => list === undefined || span.end - span.start < list.span.end - list.span.start);
  const located = spannedAt(tags.length === 1 ? tags : read, offset);
  if (located !== undefined) return located;
  return list === undefined ? null : wordAt(tree.lines.text, offset, TAG_CHARACTER, list.span);
}
