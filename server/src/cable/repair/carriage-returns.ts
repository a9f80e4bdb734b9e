/** Damage by other systems: lines that end in a carriage return, with a line feed behind it or without. */

import type { Edit } from "../../text/source-text.ts";
import { type Damage, deletion, lineBreak } from "./damage.ts";

const LINE_FEED = 10;

/** Readers then know one way in which a line ends, and count it as one character. */
export const carriageReturns: Damage = {
  name: "carriage-returns",
  edits: (text) => {
    const edits: Edit[] = [];
    for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
      edits.push(text.charCodeAt(at + 1) === LINE_FEED ? deletion(at, at + 1) : lineBreak(at, at + 1));
    }
    return edits;
  },
};
