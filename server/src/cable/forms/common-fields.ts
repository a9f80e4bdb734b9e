/** The fields that cables of every form since 1973 share: E.O., TAGS, SUBJECT, REF, Classified By. */

import { byKeyword, type FieldOpening } from "./form.ts";

export const COMMON_FIELDS: readonly FieldOpening[] = [
  // `E.O. 12958:`, `EO 12958`, `E.0. 11652`, `E.OM 11652`; misprints of the number are the value reader's business.
  byKeyword("executiveOrder", "E", /E ?[.,]? ?[O0][.,M]{0,2}:?[ \t]{0,9}(?=1\d{4}|\d{1,2}[)(]\d|N\/?A\b|Unknown\b)/iy),
  byKeyword("executiveOrder", "E. EX", /(?:E\.O\.|Executive Order)[ \t]{0,3}:?[ \t]{1,20}(?=\S)/iy, {
    onlyInHeader: true,
  }),
  // With the misprints that occur: TAGE, TAS, TABS, TGS, AGS.
  byKeyword(
    "tags",
    "T AG",
    /(?:TAGS?|TAGE|TAS|TABS|TGS|AGS|TAGA|T ?A ?G ?S)(?:[ \t]{0,9}[:;.,][ \t]{0,20}|-(?=[A-Z]{2,5}\b)|[ \t]{1,20}(?=[A-Z0-9,; ()/.\t\r-]{2,}$))/imy,
  ),
  byKeyword("tags", "TA T ", /(?:TAGS?|T ?A ?G ?S)[ \t]{0,9}:?[ \t\r]*$/imy, { onlyInHeader: true }),
  byKeyword("subject", "SU", /SUBJ(?:ECT)?S?[ \t]{0,9}[:;][ \t]{0,20}/iy),
  byKeyword("subject", "S ", /S U B J(?: E C T)?[ \t]{0,9}[:;.,]?[ \t]{1,20}/iy, { onlyInHeader: true }),
  // Other marks in place of the colon, and digits that a slip of the shift key made of one.
  byKeyword("subject", "SU", /SUBJ(?:ECT)?(?:[ \t]?[/,48-]{1,2}:?|T:)[ \t]{1,20}(?=\S)/iy, { onlyInHeader: true }),
  // Misprints: a letter left out, or two swapped.
  byKeyword(
    "subject",
    "SU",
    /(?:SUJECT|SUBECT|SUBJCT|SUBJET|SUBJEC|SUJBECT|SUBEJCT|SUBJETC|SUBJCET)[ \t]{0,9}[:;][ \t]{0,20}/iy,
    {
      onlyInHeader: true,
    },
  ),
  byKeyword("subject", "SU", /(?:SUBJECT|SUBJ|SUB)(?:[.:;]|[ \t])[ \t]{0,20}/iy, { onlyInHeader: true }),
  byKeyword(
    "references",
    "RE (",
    /(?:\([A-Z/]{1,5}\) ?)?REF(?:S|TELS?|ERENCES?)?(?:\([A-Z]?\))?[.-]?[ \t]{0,9}[:;][ \t]{0,20}/iy,
  ),
  // `RETEL`, `RETELS`, `REFTEL.`, `REF'S`.
  byKeyword(
    "references",
    "RE",
    /(?:RETELS?|REFTELS?|REFTEL'S|REF'?S|REFERENCES?)(?:\(S\))?[ \t]{0,9}[:;.,-]{1,2}[ \t]{0,20}/iy,
    { onlyInHeader: true },
  ),
  byKeyword("references", "R ", /R E F(?: S)?[ \t]{0,9}[:;.][ \t]{0,20}/iy, { onlyInHeader: true }),
  // `REF A: LIMA 12`, `REF (A) LIMA 12`: in capitals, and a number behind.
  byKeyword(
    "references",
    "RE",
    /REFS?[ \t]{1,9}(?=\(?[A-H][).:]{0,2}[ \t]{1,3}(?:\d\d[ \t])?[A-Z]{3,20}(?: [A-Z]{3,20}){0,2}[ \t]\d{1,7}(?![\d%,]))/y,
  ),
  // `A. REF LIMA 12`: the first label before the key.
  byKeyword(
    "references",
    "A. A) (A",
    /(?=\(?A[.)]{1,2} {0,3}REFS?[.:]?[ \t]{1,3}(?:\d\d[ \t])?[A-Z]{3,20}(?: [A-Z]{3,20}){0,2}[ \t]\d{1,7}(?![\d%,]))/iy,
    { onlyInHeader: true },
  ),
  byKeyword("references", "RE", /REFS?[.,]?[ \t]{1,20}(?=(?:\(?[A-H][.):]|[A-Z]+ (?:[A-Z]+ )?\d|\d\d [A-Z]))/iy, {
    onlyInHeader: true,
  }),
  byKeyword("references", "RE", /REFS? {1,3}-{1,2} {1,3}(?=[A-Z(\d])/y, { onlyInHeader: true }),
  byKeyword("classifiedBy", "CL (", /(?:\([A-Z/]{1,5}\) ?)?CLASS?IFIED[ \t]{1,3}BY\b[ \t]{0,3}[:;.,]?[ \t]{0,20}/iy),
  byKeyword("reason", "RE (", /(?:\([A-Z/]{1,5}\) ?)?REASONS?[ \t]{0,3}:[ \t]{0,20}/iy, { onlyInHeader: true }),
  byKeyword(
    "declassification",
    "DE",
    /(?:(?:DERIVED FROM|DECLASSIFY ON|DECL(?:ASSIFICATION)? ON|DECLASSIFIED BY)\b|DECL(?= ?:))[ \t]{0,3}:?[ \t]{0,20}/iy,
    {
      onlyInHeader: true,
    },
  ),
];
