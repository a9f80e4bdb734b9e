/** The record of a cable as `reftel json` prints it: the contract's shape, one key for one. */

/** The era's or source's way of laying a cable out. */
export type FormName = "typewritten" | "archive" | "acp127" | "smart" | "genadmin" | "fragment";

/** In falling order of urgency. */
export type PrecedenceName = "FLASH" | "NIACT IMMEDIATE" | "IMMEDIATE" | "PRIORITY" | "ROUTINE";

/** In falling order of secrecy. */
export type ClassificationLevel = "TOP SECRET" | "SECRET" | "CONFIDENTIAL" | "LIMITED OFFICIAL USE" | "UNCLASSIFIED";

export type ReferenceKind =
  | "cable"
  | "series"
  | "airgram"
  | "message"
  | "email"
  | "telcon"
  | "fax"
  | "memo"
  | "meeting"
  | "letter"
  | "report"
  | "book"
  | "web"
  | "unknown";

export type MentionKind = "label" | "reftel" | "septel" | "paragraph" | "mrn";

/** One addressee of a TO or INFO line. */
export interface AddresseeRecord {
  readonly routing: string | null;
  readonly name: string;
  readonly precedence: PrecedenceName | null;
  /** As printed: `8243`, `2276-2279`. */
  readonly serial: string | null;
  /** Addressees of an XMT line that are exempt from this collective. */
  readonly exempt: readonly string[];
}

export interface ClassifiedByRecord {
  /** As typed, without title. */
  readonly name: string;
  readonly title: string | null;
  /** Normal form: `1.4(b)`. */
  readonly reasons: readonly string[];
}

/** Lines and characters are 0-based, characters in UTF-16 units. */
export interface ReferenceRecord {
  readonly label: string | null;
  readonly kind: ReferenceKind;
  readonly mrn: string | null;
  readonly text: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

export interface OutlineRecord {
  readonly kind: "section" | "paragraph";
  readonly number: number | null;
  readonly portion: string | null;
  readonly title: string | null;
  readonly line: number;
  readonly character: number;
  /** The last line of its text. */
  readonly endLine: number;
  readonly children: readonly OutlineRecord[];
}

export interface MentionRecord {
  readonly kind: MentionKind;
  readonly text: string;
  readonly labels: readonly string[];
  readonly numbers: readonly number[];
  readonly mrn: string | null;
  /** A paragraph of another document. */
  readonly external: boolean;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** Every key is always present; what a cable lacks is null or []. */
export interface CableRecord {
  readonly file: string;
  readonly form: FormName;
  readonly mrn: string | null;
  readonly year: number | null;
  readonly station: string | null;
  readonly serial: number | null;
  readonly transmissionId: string | null;
  readonly precedence: PrecedenceName | null;
  readonly dtg: string | null;
  /** ISO 8601, UTC. */
  readonly sent: string | null;
  readonly from: string | null;
  readonly to: readonly AddresseeRecord[];
  readonly info: readonly AddresseeRecord[];
  readonly classification: ClassificationLevel | null;
  readonly captions: readonly string[];
  readonly transmissionSections: number | null;
  readonly passing: readonly string[];
  readonly executiveOrder: string | null;
  /** ISO date. */
  readonly declassifyOn: string | null;
  readonly classifiedBy: ClassifiedByRecord | null;
  readonly tags: readonly string[];
  readonly persons: readonly string[];
  readonly subject: string | null;
  readonly subjectPortion: string | null;
  readonly references: readonly ReferenceRecord[];
  readonly summary: string | null;
  readonly outline: readonly OutlineRecord[];
  readonly mentions: readonly MentionRecord[];
  readonly pageBreaks: readonly { readonly line: number; readonly character: number }[];
  readonly signedBy: string | null;
}
