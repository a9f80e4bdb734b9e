/** Finds references of a draft that its text never mentions. */

import { entriesOfMention, labelOfEntry } from "../labels.ts";
import { type Rule, STATE_FORMS } from "./rule.ts";

export const labelNeverMentioned: Rule = {
  code: "label-never-mentioned",
  area: "references",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "Each lettered reference is mentioned in the text.",
  why: "What the text never mentions tells no reader why it stands there.",
  source: "Common drafting practice",
  check({ tree }) {
    // Every `reftel` mentions all of them: they are looked at once.
    const lists = new Set(tree.mentions.map((mention) => entriesOfMention(tree, mention)));
    const mentioned = new Set([...lists].flat());
    const lettered = tree.references.filter(({ label }) => label !== null);
    // A text that mentions nothing at all is a note or a reply to all of them.
    if (mentioned.size === 0) return [];
    return lettered
      .filter((entry) => !mentioned.has(entry))
      .map((entry) => ({
        span: entry.labelSpan ?? entry.span,
        message: `The text does not mention reference ${labelOfEntry(tree, entry)}.`,
      }));
  },
};
