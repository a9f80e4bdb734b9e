/** Lines that machines, archives and releasing offices put between lines of text, as patterns to review. */

/** A kind of furniture line. Matched at the line's first character that is not blank; must reach the end of the line. */
export interface FurniturePattern {
  readonly name: string;
  readonly kind: "continuation" | "page" | "marking" | "banner";
  /**
   * What such a line begins with, one or two characters, in either case where the pattern takes either: the gate that keeps
   * prose from being tried.
   */
  readonly begins: readonly string[];
  /** Sticky, multiline, without nested repetition. Groups `station`, `serial`, `page`, `total` where the line names them. */
  readonly pattern: RegExp;
}

const LETTERS: readonly string[] = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** A character before each of others. */
function before(first: string, others: string): readonly string[] {
  return [...others].map((second) => first + second);
}

/** A typed sheet's number between hyphens. */
const SHEETS = before("-", " \t0123456789");
const SMALL_LETTERS = LETTERS.join("").toLowerCase();

export const FURNITURE_PATTERNS: readonly FurniturePattern[] = [
  {
    // 5 FAH-2 H-320 format; `001.2 OF 003` on first pages, `003.2 OF 004` on all pages of some stations.
    name: "continuation line",
    kind: "continuation",
    begins: LETTERS,
    pattern:
      /(?<station>[A-Z][A-Z.'’-]*(?: {1,3}[A-Z.'’-]+){0,3})[ \t]+(?<serial>\d{5,8})[ \t]+(?<page>\d{3})(?:\.\d)?[ \t]+OF[ \t]+(?<total>\d{3})[ \t\r]*$/imy,
  },
  {
    // The archive's and the older network's page heading; the number may be followed by a series (TOSEC 110023), section and time.
    name: "page heading",
    kind: "page",
    begins: ["PA"],
    pattern:
      /PAGE[ \t]+(?<page>\d{1,3})[ \t]+(?<station>[A-Z][A-Z.'’-]{0,15}(?: [A-Z.'’-]{1,15}){0,3}?)[ \t]*(?<serial>\d{3,6})(?:[ \t#]+[A-Z0-9/.]{1,12}){0,8}[ \t#\r]*$/imy,
  },
  {
    name: "page heading without a number",
    kind: "page",
    begins: ["PA"],
    pattern:
      /PAGE[ \t]+(?<page>\d{1,3})(?:[ \t]+R[A-Z]{5,6}[ \t]*#?\d{3,4}[ \t]+[A-Z][A-Z /]{4,60}(?:[ \t]\d{3,7})?)?[ \t\r]*$/imy,
  },
  {
    name: "archive banner",
    kind: "banner",
    // The word, or the given name of any officer.
    begins: LETTERS.flatMap((first) => before(first, SMALL_LETTERS)),
    pattern:
      /(?:[A-Z][A-Za-z]+ [A-Z]\. [A-Z][A-Za-z]+ )?Declassified\/Released US Department of State EO Systematic Review[^\n]*$/imy,
  },
  {
    name: "archive's current marks",
    kind: "banner",
    begins: ["**"],
    pattern: /\*{3} Current [A-Z][A-Za-z ]{5,40} \*{3}[^\n]*$/my,
  },
  {
    name: "release banner",
    kind: "banner",
    begins: ["US", "U.", "UN", "CO", "SE", "SB"],
    pattern: /(?:[A-Z ]{6,30}[ \t]{1,9})?U\.?S\.? {0,2}Dep[a-z]{2,10} of State[ ,]{1,9}Case No[^\n]*$/imy,
  },
  {
    name: "release banner, second line",
    kind: "banner",
    begins: ["CA", "DO", "DA", "C0"],
    pattern:
      /(?:Case No\.? ?[FMO]-\d{4}|Doc No\.? ?C\d{6,9}|Date: \d\d\/\d\d\/\d{4}[ \t\r]*$|C0\d{7}[ \t\r]*$)[^\n]*$/imy,
  },
  {
    name: "release stamp",
    kind: "banner",
    begins: ["RE", "Re", "PA", "DE", "De", ...before("B", "123456789")],
    pattern:
      /(?:(?:DECLASSIFIED IN|Declassified in) (?:PART|FULL|Part|Full)(?: ?[/,|] ?(?:RELEASED? IN|Released? in) (?:PART|FULL|Part|Full))?|(?:RELEASED? IN|Released? in) (?:PART|FULL|Part|Full)(?:[ ,|/]{1,3}[A-Z0-9(][0-9A-Z().]{0,7}){0,12}|PART B\d[^\n]{0,20}|RELEASE IN|(?:B[1-9](?:\(?[A-D]\)?)?[ ,]{0,3}){1,6})[ \t\r]*$/my,
  },
  {
    name: "exemption in the margin",
    kind: "banner",
    begins: ["1.", ...before("B", "123456789")],
    pattern: /(?<=^[ \t]{8,200})(?:(?:1\.[45]\([A-H]\)|B[1-9](?:\([A-Z0-9]\))?)[ ,]{0,3}){1,6}[ \t\r]*$/my,
  },
  {
    name: "machine reading's page title",
    kind: "banner",
    begins: ["#"],
    pattern:
      /#{1,6} (?:Page \d{1,3}|Message (?:Header|Body|Text)|Header(?: Fields| Information)?|Recipient Block|Categorization|Release Information|Footer|Metadata)[ \t\r]*$/imy,
  },
  {
    name: "handling mark of a print",
    kind: "marking",
    begins: ["SB", "SG", "S8"],
    pattern: /S[BG8]U[ \t\r]*$/my,
  },
  {
    name: "handling notice",
    kind: "marking",
    begins: ["SE", "UN", "SB"],
    pattern:
      /(?:SENSITIVE BUT UNCLASSIFIED|SENSITIVE|UNCLASSIFIED|SBU)[ ,;:-]{1,9}(?:PLEASE )?(?:HANDLE|PROTECT|TREAT) ACCORDINGLY[.]?[ \t\r]*$/imy,
  },
  {
    name: "release reason",
    kind: "banner",
    begins: ["RE"],
    pattern: /REASON: 1\.4\([A-H]\)[^\n]{0,9}DECLASSIFY ON:[^\n]*$/imy,
  },
  {
    name: "release case number",
    kind: "banner",
    begins: ["CS"],
    pattern: /CSP-\d{4}-\d{5}[^\n]*$/my,
  },
  {
    name: "release to a committee",
    kind: "banner",
    begins: ["ST", "SU"],
    pattern: /(?:STATE DEPT\.? - PRODUCED TO|SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION)[^\n]*$/my,
  },
  {
    name: "web copy's date",
    kind: "banner",
    begins: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    pattern: /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} [A-Z][a-z]{2,8} \d{4}, \d\d:\d\d[ \t\r]*$/my,
  },
  {
    name: "machine reading's remark",
    kind: "banner",
    begins: ["*", "["],
    pattern: /\*?\[?(?:Stamp|Image|Seal|Logo|Handwritten|Watermark)[^\n]{0,300}[\])*][ \t\r]*$/imy,
  },
  {
    name: "collection footer",
    kind: "banner",
    begins: ["HW", "Do", "5", "1"],
    pattern: /(?:HW \d{4,6} {1,4})?(?:\d{5} {1,4})?Doc[Il1]d: ?\d{7,9}[^\n]*$/my,
  },
  {
    name: "printed page number",
    kind: "banner",
    begins: ["PA", "UN", "*", "_"],
    pattern: /[*_]{0,3}(?:UNCLASSIFIED[ \t]{1,200})?Page \d{1,3} of \d{1,3}[*_]{0,3}[ \t\r]*$/imy,
  },
  {
    // Between the pages of a machine's reading in Markdown.
    name: "page separator of a machine reading",
    kind: "banner",
    begins: ["--"],
    pattern: /-{3,5}[ \t\r]*$(?=\s{0,9}#{1,6} Page \d)/my,
  },
  {
    name: "reproduction notice",
    kind: "banner",
    begins: ["RE"],
    pattern: /REPRODUCTION FROM THIS(?: COPY(?: IS)?)?(?: PROHIBITED[^\n]*|[ \t\r.]*)$/imy,
  },
  {
    name: "reproduction notice, second line",
    kind: "banner",
    begins: ["PR", "CO", "IS"],
    pattern: /(?:COPY IS PROHIBITED|(?:COPY )?(?:IS )?PROHIBITED UNLESS)[^\n]{0,30}$/imy,
  },
  {
    // `-2- 2799, April 27, 6 p.m., from Fredburg`: a telegram of several sheets, with its number and the other post.
    name: "heading of a typed sheet",
    kind: "page",
    begins: SHEETS,
    pattern:
      /-[ \t]?(?<page>\d{1,2})[ \t]?-[ \t,]{1,9}(?:(?:[A-Z][A-Za-z]{2,14}['’]?s? |No\. ?|#){0,2}\d{1,6}\b[^\n]{0,60}|[^\n]{0,40})\b(?:from|to):? [A-Z][^\n]{0,40}$/imy,
  },
  {
    name: "heading of a typed sheet, in words",
    kind: "page",
    begins: ["PA"],
    pattern:
      /PAGE[ \t]{1,3}(?<page>\d{1,2})(?:[ \t]{1,3}OF[ \t]{1,3}\d{1,2})?,?[ \t]{1,3}(?:OF )?(?:TELEGRAM|TEL|AIRGRAM|CABLE|MESSAGE|(?:EMB|DEP|CON)?TEL)(?: (?:NO\.? ?)?\d{1,6}\b[^\n]{0,40})?[ ,]{1,3}(?:TO|FROM):? [^\n]{2,50}$/imy,
  },
  {
    name: "number of a typed sheet",
    kind: "banner",
    begins: SHEETS,
    pattern: /-[ \t]?\d{1,2}[ \t]?-[ \t\r]*$/my,
  },
];
