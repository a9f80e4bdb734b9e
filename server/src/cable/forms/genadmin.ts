/** DoD general administrative messages: sets that begin with a name and a stroke and end with two (MIL-STD-6040). */

import { byKeyword, type Form } from "./form.ts";

/** Sets and signs that follow the remarks. */
const BEHIND_TEXT = /^(?:(?:DECL|POC|AKNLDG|CLASS|DRVFM|KLEIN)\/.*|BT|NNNN|#\d{4})$/i;

export const genadmin: Form = {
  name: "genadmin",
  hasHeadAlone: false,
  unsigned: true,
  openings: [
    byKeyword("messageId", "MS", /MSGID\//iy),
    byKeyword("setSubject", "SU", /SUBJ\//iy),
    byKeyword("setReference", "RE", /REF\/(?=[A-Z]\/)/iy),
    byKeyword("setAmplification", "AM NA", /(?:AMPN|NARR)\//iy),
    byKeyword("setRemarks", "RM GE", /(?:RMKS|GENTEXT\/[A-Z ]{2,30})\//iy),
    byKeyword(
      "setOther",
      "PO OP EX DE KW TI PE AK DO",
      /(?:POC|OPER|EXER|DECL|KWORD|TIMEZONE|PERID|AKNLDG|DOWNGRADE)\//iy,
      {
        onlyInHeader: true,
      },
    ),
  ],
  readTrailer: (scan) => {
    let line = scan.count;
    for (let above = scan.previousText(line); above >= 0; above = scan.previousText(above)) {
      if (!BEHIND_TEXT.test(scan.content(above))) {
        // The remarks end with two strokes, as every set does.
        if (scan.content(above).endsWith("//")) scan.endAt(above, scan.end(above) - 2);
        break;
      }
      line = above;
    }
    if (line === scan.count) return null;
    scan.claim(line, scan.count, "trailer");
    return { line, attributes: [], signature: null };
  },
  recognise: (signs) => (signs.has("messageId") || (signs.has("setSubject") && signs.has("setRemarks")) ? 6 : 0),
};
