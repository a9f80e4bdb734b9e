/** What several readers of a head tell its lines by: patterns, and how long such lines are at most. */

/** A classification line with its captions on it is not longer. */
export const LONGEST_CLASSIFICATION_LINE = 160;

/** Between fields, a line as long as this is a paragraph. Above them, passing lines that were unwrapped run on for longer. */
export const LONGEST_LOOSE_LINE = 140;
export const LONGEST_PASSING_LINE = 800;

/** The number of a message in the series of a service, `NAVADMIN 912/23`, or of its directive, `COMDTNOTE 1300`: no instruction to anybody. */
export const SERIES_NUMBER =
  /^\s*(?:(?:[A-Z]{2,9}ADMIN|AL[A-Z]{3,16})\s{1,3}\d{1,4}[/-]\d{2,4}|(?:[A-Z]{3,9}(?:NOTE|INST)|SSIC)\s{1,3}[A-Z]?\d{4,5}(?:\.\d{1,3}[A-Z]?)?)(?:\s?\(CORRECTED COPY\))?[./]{0,2}\s*$/i;

/** A line that names an addressee. */
export const ADDRESSEE =
  /^(?:(?:ZEN|R[A-Z]{4,7})\/|(?:AM{1,2}(?:EMBASSY|CONSUL|CONGEN)|US(?:MISSION|INT|DEL|LO|IS|CINC|DA|DOC|NR|UN)|SECSTATE|SECDEF|WHITE ?HOUSE|CIA|DIA|NSC|JCS|AIT|CINC|COM[A-Z]|DEPT|CJTF|AIR FORCE|NATO|EU )|[A-Z][A-Z ./&'-]+ (?:COLLECTIVE|WASHDC|WASHINGTON DC|IMMEDIATE|PRIORITY|ROUTINE)\b)/;

/** A line that begins a numbered paragraph of the text. */
export const PARAGRAPH_OPENING = /^(?:\([A-Z/]{1,12}\) ?)?(?:¶ ?)?\d{1,2} ?(?:\.(?!\d)|\)) ?(?=\D|$)/;
export const PORTION_OPENING = /^\((?:U|SBU|C|S|TS|LOU|FOUO|[USCT]+\/\/?[A-Z /,]{2,30})\) /;
export const RULE = /^(?:[-=_*~] ?){4,200}$/;

/** A line that sends the text on, or what some collections put between header and text (`ORIGIN: 09FREDBURG99`), begins what is no passing instruction. */
export const OPENS_NOTICE =
  /^(?:(?:TO|FROM) ?:|(?:ID|ORIGIN|SOURCE|DESTINATION|DATE|CREATED|RELEASED|REFERENCE ID|CABLE ID|MISC|HEADER) ?: {0,3}\S|THIS MESSAGE (?:HAS BEEN|WAS) (?:SENT|RELEASED|TRANSMITTED) )/i;
