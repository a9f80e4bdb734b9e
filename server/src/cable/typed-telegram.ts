/** Tells whether a text is plainly a typewritten telegram of 1956–72, which has none of the lines that later cables are told by. */

/** The form's head stands within so many characters, the noise of machine reading and an archive's sheets in front included. */
const HEAD = 16_000;

/** What only the printed form says of itself. */
const TITLE =
  /\b(?:INCOMING|OUTGOING)[ \t]{1,9}(?:TELEGRAM|AIRGRAM)\b|\bDEPARTMENT OF STATE[ \t]{1,9}TELEGRAM\b|TO THIS MESSAGE BY CITE|WILL BE DESIGNATED EFTO/i;

/** A gate before all of it: the words that any of the patterns needs, as they are most often printed. */
const MAY_BE = /TELEGRAM|AIRGRAM|Telegram|telegram|BY CITE|FROM ?[:;]|PAGE {1,9}0?1 /;

const NUMBER = /(?:^|[ \t])(?:N[O0]|No|no) ?[:;.][ \t=]{0,6}\d{1,5}\b/m;
const FROM = /(?:^|[ \t])FROM ?[:;][ \t=]{0,6}\S/im;
const TO_DEPARTMENT =
  /(?:^|[ \t])TO ?[:;][ \t=]{0,6}['‘"]?(?:SECRETARY OF STATE|SECSTATE|DEP(?:ARTMEN)?T|AM(?:EMBASSY|CONGEN|CONSUL)|USUN|USRO)/im;

/** The fields of the form, of which a title needs one beside it. */
const FIELDS: readonly RegExp[] = [
  NUMBER,
  FROM,
  TO_DEPARTMENT,
  /\bControl ?[:;.][ \t]{0,9}[\dA-Z]/i,
  /\bRec[’'‘`]?d ?[:;.]/i,
  /(?:^|[ \t])(?:ACTION|SENT TO) ?[:;][ \t]{1,9}\S/im,
  /\b[A-Za-z]{0,6}(?:bassy|congen|consul)[ \t]{1,3}[A-Z]{4,20}[ \t]{1,3}\d{1,4}\b/i,
  /\bSENT (?:TO )?DEPARTMENT \d/i,
  /^FROM [A-Z][A-Z .]{2,40} TO (?:THE )?SECRETARY OF STATE/im,
  /\b(?:Drafted by|Clearances) ?:/i,
];

/** The page form of 1967–73: its heading, its offices with their copies (`ACTION L 03`, `INFO EUR-15`), and who sends. */
const PAGE_HEADING = /^[ \t]{0,9}PAGE[ \t]{1,9}0?1[ \t]{1,9}[A-Z][A-Z .'-]{1,16}[ \t]{1,9}\d{3,6}\b/m;
const OFFICES = /^[ \t]{0,9}(?:ACTION|ORIGIN|INFO)[ \t]{1,9}[A-Z][A-Z0-9/&]{0,8}[- ]\d\d\b/m;
const SENDER = /^[ \t]{0,9}FM[ \t]{1,9}[A-Z]/m;

/** Whether the head of a text has the title of the form and a field of it, or three fields that no other form has together. */
export function isPlainlyTyped(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (!MAY_BE.test(head)) return false;
  if (TITLE.test(head) && FIELDS.some((field) => field.test(head))) return true;
  if (NUMBER.test(head) && FROM.test(head) && TO_DEPARTMENT.test(head)) return true;
  return PAGE_HEADING.test(head) && OFFICES.test(head) && SENDER.test(head);
}
