/** What the parser says of lines of heads: asked once for each, however many files share it. */

import { OPENINGS } from "../../cable/forms/index.ts";
import { FURNITURE_PATTERNS } from "../../cable/furniture/furniture-patterns.ts";
import { ADDRESSEE } from "../../cable/header/scan-header.ts";
import { PrefixDispatch, prefixKey } from "../../cable/line-dispatch.ts";
import type { StationId } from "../../cable/mrn.ts";
import { readReferences } from "../../cable/references/references.ts";
import { isCaptionLine } from "../../cable/values/captions.ts";
import { mayBeginLevel } from "../../cable/values/classification-level.ts";
import { readClassificationLine, readMarking } from "../../cable/values/classification-line.ts";
import { readTags } from "../../cable/values/tags-line.ts";
import { canonicalStation, matchStation } from "../../vocabulary/stations.ts";
import { isKnownTag } from "../../vocabulary/tags.ts";
import { ByteMemory } from "./byte-memory.ts";
import { joined } from "./field-pieces.ts";

/** What no line may begin with that stands where passing lines, the rest of a subject or a heading do: what makes the parser look twice. */
const OPENS_SOMETHING =
  /^(?:E ?[.,]? ?[O0](?:[.,: M]|\d|$)|EXECUTIVE ORDER|T ?A ?G|TA[SB]S?\b|AGS\b|TGS\b|SUBJ|SUB\b|REF|R[A-Z]{3,7}\/|\(|REASONS?\b|DECL|DERIVED|DRAFTED|APPROVED|CLEARED|RELEASE|PAGE\b|MRN|MSGID|DATE\b|FROM ?[:;]|FM\b|DE R|ZN[RY]|VZ|BT\b|XMT|ACTION\b|ORIGIN\b|NNNN|CAPTIONS?\b|PASS LINE|SIGNATURE|CONTROL ?[:;.]|N[O0] ?[:;.]|INCOMING|OUTGOING|[ZOPRY0] |[-=_*~#>|\d[{+]|AMPN|NARR|RMKS|GENTEXT|POC|OPER|EXER|KWORD|TIMEZONE|PERID|AKN|DOWNGRADE|MESSAGE|CLASS?IFIED|CASE NO|DOC|FOR ?:)/i;

/** The heading of a continuation page: station, serial, page. */
export const CONTINUATION = /^[A-Z][A-Z.'-]{1,20}(?: [A-Z.'-]{1,20}){0,3} \d{8} {1,3}\d{3}(?:\.\d)? {1,3}OF \d{3}$/;

const FURNITURE = new PrefixDispatch(FURNITURE_PATTERNS, ({ begins, pattern }) => ({
  begins,
  inEitherCase: pattern.ignoreCase,
}));

/** Keys whose everyday words are believed in a transmission header only. */
const BELIEVED_BELOW_ADDRESSEES: ReadonlySet<string> = new Set(["to", "info", "exempt"]);

/** Whether the parser finds nothing in a line below the addressees but text: no field, no mark of a page, no classification. */
export function isText(line: string): boolean {
  const text = line.trim();
  if (OPENS_SOMETHING.test(text)) return false;
  const head = prefixKey(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0);
  for (const opening of OPENINGS.of(head) ?? []) {
    if (opening.onlyInHeader === true && BELIEVED_BELOW_ADDRESSEES.has(opening.key)) continue;
    if (opening.match(text, 0, text.length) >= 0) return false;
  }
  for (const { pattern } of FURNITURE.of(head) ?? []) {
    pattern.lastIndex = 0;
    if (pattern.test(text)) return false;
  }
  return !mayBeginLevel(text, 0) || (readClassificationLine(joined(text)) === null && readMarking(text) === null);
}

/** Captions, each line of them alone. */
export const captionLines = new ByteMemory<boolean>(isCaptionLine);
/** Further addressees, below the first. */
export const addresseeLines = new ByteMemory<boolean>(
  (line) => ADDRESSEE.test(line) && !/^(?:TO|INFO|XMT)\b/i.test(line) && isText(line),
);

/** What stands between classification line and fields beside captions; sentences are notes, and what is not in capitals may be anything. */
export const passingLines = new ByteMemory<boolean>(
  (line) => line === line.toUpperCase() && (CONTINUATION.test(line) || (isText(line) && !line.startsWith(" "))),
);

/** Headings of the text: no list of references goes on with them, and no `Classified By`. */
export const headings = new ByteMemory<boolean>(
  (line) => /^[A-Z](?![.)])/.test(line) && !/^FOR\b/i.test(line) && isText(line) && !isCaptionLine(line),
);

/** The station of a name that is never read as anything else, wherever it stands; tests hold this to the parser for every name of the vocabulary. */
export function plainStation(name: string): StationId | null {
  const match = matchStation(name);
  const isNothingElse = match?.confidence === "high" && match.kind !== "cut" && match.also === null;
  return isNothingElse && !match.station.series ? canonicalStation(name) : null;
}

/** The station that a plain reference cites by this name, labelled or not; null where the parser may read something else. */
export function stationCitedAs(name: string): StationId | null {
  const plain = plainStation(name);
  if (plain !== null) return plain;
  const context = { year: 2009, station: null, form: "acp127" } as const;
  for (const label of ["", "A. ", "(A) "]) {
    const value = `${label}${name} 5374`;
    const [entry, more] = readReferences(joined(value), context);
    if (entry === undefined || more !== undefined || entry.kind !== "cable" || entry.mrn === null) return null;
    if (entry.span.start !== label.length || entry.span.end !== value.length) return null;
    const { year, serial, station } = entry.mrn;
    if (year !== 2009 || serial !== 5374 || station !== canonicalStation(name)) return null;
  }
  return canonicalStation(name);
}

/** As `stationCitedAs`. */
export const citedStations = new ByteMemory<StationId | null>(stationCitedAs);

/** A TAG that is read as itself wherever it stands in a list; null for another word. */
function plainTag(tag: string): string | null {
  if (!/^[A-Z]{2,5}$/.test(tag) || !isKnownTag(tag)) return null;
  const { tags, persons } = readTags(joined(`${tag}, PGOV`));
  return persons.length === 0 && tags.length === (tag === "PGOV" ? 1 : 2) && tags[0]?.value === tag ? tag : null;
}

/** As `plainTag`. */
export const plainTags = new ByteMemory<string | null>(plainTag);
