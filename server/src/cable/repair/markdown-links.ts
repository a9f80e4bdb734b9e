/** Damage by export to Markdown: `[PGOV](#)` for a TAG that was a link, `[1](#)1.` for a paragraph sign that was one. */

import type { Edit } from "../../text/source-text.ts";
import { type Damage, deletion } from "./damage.ts";

const LINK = /\[([^\][\n]{0,120})\]\((?:#|https?:|\/|mailto:)[^)\s]{0,300}\)/g;
const PARAGRAPH_SIGN = /^(?:\d{1,3}|¶\d{0,3})$/;
const MARK_FOLLOWS = /^(?:\d{1,3} ?\.|[A-Za-z] ?[.)]|[IVX]+\.)/;

export const markdownLinks: Damage = {
  name: "markdown-links",
  edits: (text) => {
    if (text.indexOf("](") < 0) return [];
    const edits: Edit[] = [];
    for (const match of text.matchAll(LINK)) {
      const start = match.index;
      const end = start + match[0].length;
      const words = match[1] ?? "";
      if (PARAGRAPH_SIGN.test(words) && MARK_FOLLOWS.test(text.slice(end, end + 8))) {
        edits.push({ start, end, replacement: "¶" });
      } else if (words === "") {
        edits.push(deletion(start, end));
      } else {
        edits.push(deletion(start, start + 1), deletion(start + 1 + words.length, end));
      }
    }
    return edits;
  },
};
