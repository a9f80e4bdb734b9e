/** DoD general administrative messages: sets that begin with a name and a stroke and end with two (MIL-STD-6040). */

import { byKeyword, type Form } from "./form.ts";

/** Sets and signs that follow the remarks. */
const BEHIND_TEXT = /^(?:(?:DECL|POC|AKNLDG|CLASS|DRVFM|KLEIN)\/.*|BT|NNNN|#\d{4})$/i;

/** A label and its stroke, as the openings are asked by: `B/`. */
const LETTERS = "B/ C/ D/ E/ F/ G/ H/ I/ J/ K/ L/ M/ N/ O/ P/ Q/ R/ S/ T/ U/ V/ W/ X/ Y/ Z/";

export const genadmin: Form = {
  name: "genadmin",
  hasHeadAlone: false,
  unsigned: true,
  unnumbered: true,
  openings: [
    byKeyword("messageId", "MS", /MSGID ?\//iy),
    byKeyword("setSubject", "SU", /SUBJ(?:ECT)? ?\/{1,2}[:.]?[ \t]{0,9}/iy),
    byKeyword("setReference", "RE", /REF(?: ?\/ ?(?=\(?[A-Z]{1,2}\)? ?[/.])| (?=\(?[A-Z]{1,2}\)? ?\/ ?[A-Z]{3}))/iy),
    // `REF: A/DOC/…//`.
    byKeyword("setReference", "RE", /REF ?: ?(?=[A-Z]\/[A-Z]{3,8}\/)/iy),
    // `B/MSG/…//`: the name of the set is left out behind another of its kind.
    byKeyword("setReference", LETTERS, /(?=[B-Z]\/[A-Z]{3,8}[/:])/iy, { onlyInHeader: true }),
    byKeyword("setAmplification", "AM NA", /(?:AMPN|NARR) ?\//iy),
    byKeyword("setRemarks", "RM GE RE", /(?:(?:RMKS|REMARKS|GENTEXT\/[A-Z ]{2,30}) ?\/{1,2}|RMKS ?:)[ \t]{0,9}/iy),
    // The heading of a print from a mail program of the services.
    byKeyword("smartFrom", "OR", /Originator ?: {0,9}/iy),
    byKeyword("attribute", "PR DA TO CC CO", /(?:Precedence|DAC|To|Cc|Conversation) ?: {0,9}/iy, {
      onlyInHeader: true,
    }),
    byKeyword(
      "setOther",
      "PO OP EX DE KW TI PE AK DO OR PL",
      /(?:POC|OPER|EXER|DECL|KWORD|TIMEZONE|PERID|AKNLDG|DOWNGRADE|ORDTYP|ORDREF|PLAN)\//iy,
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
