/** Damage by mail: every line of a pasted cable begins with `> `. */

import type { Edit } from "../../text/source-text.ts";
import { type Damage, deletion } from "./damage.ts";

const PREFIX = /^(?:>[ \t]?){1,5}/gm;

export const quotePrefix: Damage = {
  name: "quote-prefix",
  edits: (text) => {
    // The engine finds one rare character many times faster than a common one with another behind it.
    if (text.indexOf(">") < 0 || (text.charCodeAt(0) !== 62 && text.indexOf("\n>") < 0)) return [];
    const edits: Edit[] = [];
    for (const match of text.matchAll(PREFIX)) {
      // A lone `>` at the end is what some releases put behind the last line.
      edits.push(deletion(match.index, match.index + match[0].length));
    }
    return edits;
  },
};
