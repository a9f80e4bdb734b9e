/** Typewritten telegrams of 1956–73 as optical character recognition gives them. */

import { readTypewrittenHeader } from "../header/typewritten-header.ts";
import { readTypewrittenTrailer } from "../trailers/typewritten-trailer.ts";
import type { FieldKey } from "./field-key.ts";
import { byKeyword, byLine, type Form } from "./form.ts";

const LATER: readonly FieldKey[] = ["mrn", "messageId", "tags", "executiveOrder", "stationLine", "dtg", "security"];

export const typewritten: Form = {
  name: "typewritten",
  hasHeadAlone: false,
  openings: [
    byLine(
      "typedTitle",
      "DE IN OU",
      /(?:DEPARTMENT OF STATE[ \t]{1,9})?(?:INCOMING|OUTGOING) (?:TELEGRAM|AIRGRAM)\b/iy,
    ),
    byKeyword("typedControl", "CO", /Control ?[:;.][ \t]{0,20}/iy, { onlyInHeader: true }),
    byKeyword("typedReceived", "RE", /Rec[’'‘]?d ?[:;.][ \t]{0,20}/iy, { onlyInHeader: true }),
    byKeyword("typedFrom", "FR", /FROM ?[:;][ \t]{0,20}/y, { onlyInHeader: true }),
    byKeyword("typedTo", "TO", /TO ?[:;][ \t]{0,20}/y, { onlyInHeader: true }),
    byKeyword("typedNumber", "NO N0", /N[O0] ?[:;.][ \t]{0,3}=?[ \t]{0,20}/y, { onlyInHeader: true }),
    byKeyword("typedAction", "AC", /ACTION ?[:;][ \t]{0,20}/y, { onlyInHeader: true }),
  ],
  readHeader: readTypewrittenHeader,
  readTrailer: readTypewrittenTrailer,
  recognise: (signs, text) => {
    // Fields of later forms speak against it.
    if (LATER.some((key) => signs.has(key))) return 0;
    const head = text.head();
    const title = /(?:INCOMING|OUTGOING)[ \t]{1,9}(?:TELEGRAM|AIRGRAM)/i.test(head) ? 2 : 0;
    const marks =
      (/\bControl ?[:;.] ?[\dA-Z]/i.test(head) ? 1 : 0) +
      (/\bRec[’'‘]?d ?[:;.]/i.test(head) ? 1 : 0) +
      (/\bFROM ?[:;]/.test(head) && /\bTO ?[:;]/.test(head) ? 1 : 0) +
      (/\bN[O0] ?[:;.] {0,3}=? {0,9}\d{1,5}\b/.test(head) ? 1 : 0) +
      (/SENT DEPARTMENT \d|REPEATED INFO/i.test(head) ? 1 : 0) +
      (/\b(?:Embtel|Deptel|Urtel|Contel|Depcirtel)\b/i.test(head) ? 1 : 0) +
      (/Drafted by ?:|\w{3,5}graphi[cs] t\w{6,12}mission|INDICATE: COLLECT/i.test(head) ? 1 : 0) +
      (/TO THIS MESSAGE BY CITE|WILL BE DESIGNATED/.test(head) ? 1 : 0) +
      (/\b[A-Za-z]*g?[rm][oe]p?bassy [A-Z]{4,20} \d{1,4}\b/.test(head) ? 1 : 0);
    if (title + marks < 2) return 0;
    return 2 + title + marks;
  },
};
