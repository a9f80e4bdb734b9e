/**
 * The tables that cables are written into: each column with its type and what it holds. The documentation, the JSON Schema and the recipes for
 * engines are made of this (`npm run generate:tables`). After a change of names, types or meaning `SCHEMA_VERSION` goes up.
 */

/** Of the tables as a whole: who reads them asks for this first. */
export const SCHEMA_VERSION = 1;

/** `instant` is UTC to the second, `date` a day; both in ISO 8601 where a format has no such type. Lists hold no nulls and are empty, never null. */
export type ColumnType = "text" | "integer" | "boolean" | "instant" | "date" | "texts" | "integers";

export interface Column {
  /** In small letters, parted by `_`; no word that SQL reserves. */
  readonly name: string;
  readonly type: ColumnType;
  /** Whether it may be null. */
  readonly isNullable: boolean;
  readonly description: string;
}

/** What stands in one column of one row. Instants and dates are ISO 8601 texts. */
export type Cell = string | number | boolean | null | readonly string[] | readonly number[];

/** The cells in the order of the table's columns. */
export type Row = readonly Cell[];

export interface Table {
  readonly name: TableName;
  /** What one row is. */
  readonly description: string;
  readonly columns: readonly Column[];
}

export const TABLE_NAMES = [
  "cables",
  "paragraphs",
  "citations",
  "mentions",
  "addressees",
  "distribution",
  "tags",
  "persons",
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/** The rows of one cable, or of several, by table. */
export type TableRows = Readonly<Record<TableName, readonly Row[]>>;

const always = (name: string, type: ColumnType, description: string): Column => ({
  name,
  type,
  isNullable: false,
  description,
});

const maybe = (name: string, type: ColumnType, description: string): Column => ({
  name,
  type,
  isNullable: true,
  description,
});

/** Every table begins with these: which cable the row is of. */
const OF_CABLE: readonly Column[] = [
  always(
    "id",
    "text",
    "of the cable: the first 32 hex digits of the SHA-256 of its text in UTF-8. Files with the same text are one cable",
  ),
  maybe("mrn", "text", "of the cable, canonical: `09SHANGHAI374`"),
  always(
    "file",
    "text",
    "the path as given, or below the folder that was given; of several with the same text the first",
  ),
  maybe("year", "integer", "of the MRN; the tables are parted by it"),
];

/** The position of `file` in every row. */
export const FILE_COLUMN = OF_CABLE.findIndex(({ name }) => name === "file");

const ORDINAL = always("ordinal", "integer", "the place among the rows of the same cable, counted from 1");
const LINE = always("line_number", "integer", "the line of the file where it begins, counted from 1");

function table(name: TableName, description: string, columns: readonly Column[]): Table {
  return { name, description, columns: [...OF_CABLE, ...columns] };
}

export const TABLES: readonly Table[] = [
  table("cables", "a cable", [
    maybe("station", "text", "of the MRN: `SHANGHAI`"),
    maybe("serial", "integer", "of the MRN"),
    always("form", "text", "`typewritten`, `archive`, `acp127`, `smart`, `genadmin` or `fragment`"),
    maybe(
      "transmission_section",
      "integer",
      "the transmission section that the file begins with; 1 where the classification line names none, null without that line",
    ),
    maybe("transmission_sections", "integer", "how many there are"),
    maybe("transmission_id", "text", "of the first line: `VZCZCXRO3238`"),
    maybe("precedence", "text", "`FLASH`, `NIACT IMMEDIATE`, `IMMEDIATE`, `PRIORITY` or `ROUTINE`"),
    maybe("dtg", "text", "the date-time group in normal form: `280903Z AUG 09`"),
    maybe("sent", "instant", "the instant of the date-time group"),
    maybe("sender", "text", "who sends, as printed: `AMCONSUL SHANGHAI`"),
    maybe("classification", "text", "`TOP SECRET`, `SECRET`, `CONFIDENTIAL`, `LIMITED OFFICIAL USE` or `UNCLASSIFIED`"),
    always("captions", "texts", "`SIPDIS`, `NOFORN`, …, each once, in order"),
    always("passing", "texts", "passing instructions"),
    maybe("executive_order", "text", "the order's number"),
    maybe("declassify_on", "date", "null where it is N/A, OADR, X-coded or an event"),
    maybe("classified_by", "text", "the name as typed, without title"),
    maybe("classified_by_title", "text", "rank or office, as typed"),
    always("reasons", "texts", "for the classification, in normal form: `1.4(b)`"),
    always("tags", "texts", "TAGS in capitals, in order, once each"),
    always("persons", "texts", "names in parentheses on the TAGS line"),
    maybe("subject", "text", "on one line, without its portion mark"),
    maybe("subject_portion", "text", "that mark"),
    maybe("summary", "text", "on one line"),
    maybe("signed_by", "text", "the name at the end"),
    always("paragraph_count", "integer", "how many rows of `paragraphs` it has"),
    always("character_count", "integer", "the length of its text, in UTF-16 units"),
  ]),
  table("paragraphs", "a paragraph of the body with its text, in document order", [
    ORDINAL,
    maybe("number", "integer", "its true number; null for an unnumbered one"),
    maybe("portion", "text", "its portion mark without the brackets, as printed: `SBU`, `C//NF`"),
    maybe("section", "text", "the heading that it stands under, the innermost; null before the first"),
    always(
      "text",
      "text",
      "without number, mark and page furniture; sentences on one line, a blank line between prose, lists and tables",
    ),
    LINE,
  ]),
  table("citations", "an entry of the REF line", [
    ORDINAL,
    maybe("label", "text", "`A`, upper case; null where there is none"),
    always(
      "kind",
      "text",
      "`cable`, `series`, `airgram`, `message`, `email`, `telcon`, `fax`, `memo`, `meeting`, `letter`, `report`, `book`, `web` or `unknown`",
    ),
    maybe("cited_mrn", "text", "of a cable, canonical"),
    always("is_year_inferred", "boolean", "whether no year is printed, so that the cited cable may be of another"),
    always("text", "text", "the entry on one line, without its label"),
    LINE,
  ]),
  table("mentions", "a place in the body that cites", [
    ORDINAL,
    maybe("paragraph", "integer", "the `ordinal` of the paragraph that it stands in"),
    always("kind", "text", "`label`, `reftel`, `septel`, `paragraph` or `mrn`"),
    always("text", "text", "as printed, on one line: `Refs A and B`"),
    always("labels", "texts", "the labels that are named, ranges expanded"),
    always("numbers", "integers", "the paragraphs that are named, ranges expanded"),
    always(
      "cited_mrns",
      "texts",
      "the cables that are meant: by their number in the text, or by the entries that the labels lead to",
    ),
    always("is_external", "boolean", "whether a paragraph of another document is meant"),
    LINE,
  ]),
  table("addressees", "an addressee", [
    ORDINAL,
    always("role", "text", "`TO` or `INFO`"),
    maybe("routing", "text", "the routing indicator: `RUEHC`"),
    always("name", "text", "as printed: `SECSTATE WASHDC`"),
    maybe("precedence", "text", "its own, where a word behind the name says so"),
    maybe("serial", "text", "of the line to it, as printed"),
    always("exempt", "texts", "addressees of an XMT line that are exempt from this collective"),
  ]),
  table("distribution", "an office of the department that received copies, as telegrams of 1973–79 print them", [
    ORDINAL,
    maybe("role", "text", "`ACTION`, `ORIGIN` or `INFO`; null where the word is lost"),
    always("office", "text", "its symbol: `ARA`"),
    maybe("copies", "integer", "how many; null where the figures are misread"),
  ]),
  table("tags", "a TAG of a cable", [ORDINAL, always("tag", "text", "in capitals")]),
  table("persons", "a person named on the TAGS line", [ORDINAL, always("name", "text", "as printed, on one line")]),
];
