/** What a hover says of a cited message: what it is, from whom, and its subject where the workspace has it. */

import { canonicalMrn, type Mrn } from "../../../cable/mrn.ts";
import type { ReferenceKind } from "../../../cable/record.ts";
import type { CableTree, ReferenceEntry } from "../../../cable/tree.ts";
import { type MayCite, type MeantBy, meantBy } from "../../../corpus/meant-cable.ts";
import { explainCaption } from "../../../vocabulary/explain.ts";
import { archiveAddresses } from "../../archive-addresses.ts";
import { labelOfEntry } from "../../labels.ts";
import type { HoverContext, HoverPart, Statement } from "../hover.ts";
import { printable } from "./printable.ts";
import { placeOf } from "./station.ts";

/** What a reference is that cites no cable by its number. */
const KINDS: Readonly<Record<Exclude<ReferenceKind, "cable">, string>> = {
  series: "A telegram of a series of its own, not a message number of a post.",
  airgram: "An airgram: sent by pouch, numbered apart from telegrams.",
  message: "A message cited by its date-time group.",
  email: "An e-mail, not a cable.",
  telcon: "A conversation by telephone, not a cable.",
  fax: "A fax, not a cable.",
  memo: "A memorandum, not a cable.",
  meeting: "A meeting or conversation, not a cable.",
  letter: "A letter or note, not a cable.",
  report: "A report, not a cable.",
  book: "A book or article, not a cable.",
  web: "A page of the web, not a cable.",
  unknown: "Not a message number that Reftel knows.",
};

/** The most of a summary that a hover shows. */
const LONGEST_SUMMARY = 300;

/** The most of a subject in a list of several cables. */
const LONGEST_SUBJECT = 100;

/** All that is known of a REF entry. */
export function entryParts(entry: ReferenceEntry, context: HoverContext): readonly HoverPart[] {
  const label = entry.label ?? (context.tree.references.length > 1 ? labelOfEntry(context.tree, entry) : null);
  const meant = meantBy(entry, context.tree, context.meaning);
  const own: Statement = {
    kind: "statement",
    subject: meant === null ? entry.text : meant.mrn,
    what: label === null ? "reference" : `reference ${label}`,
    lines: meant === null ? linesOfOther(entry) : cableLines(entry, context),
    links: meant === null ? [] : archiveLinks(meant.parts, context),
    sources: ["the REF line of this cable"],
  };
  return [own, ...tailParts(entry, context)];
}

/** All that is known of a cable that is cited by its number; where no year is printed, why that year. */
export function cableLines(cited: MayCite, context: HoverContext): readonly string[] {
  const { tree, meaning } = context;
  const meant = meantBy(cited, tree, meaning);
  if (meant === null || cited.mrn === null) return [];
  const { parts, by } = meant;
  const lines = [`Message ${parts.serial} of ${parts.year} from ${placeOf(context, parts.station)}.`];
  if (cited.yearInferred) lines.push(whyThatYear(cited.mrn, by, tree));
  return [...lines, ...workspaceLines(parts, context)];
}

/** Why a number without a year is of the year that is told. */
function whyThatYear(cited: Mrn, by: MeantBy, tree: CableTree): string {
  switch (by) {
    case "there":
      return `No year is printed. It is that of the year before this cable's: ${canonicalMrn(cited)} is not in the workspace or was sent later.`;
    case "serials":
      return `No year is printed. In ${cited.year} that station had not come so far in its serials by then, so it is that of the year before.`;
    case "cited": {
      const own = tree.partialMrn;
      return own.year !== null && cited.year < own.year
        ? `No year is printed. The number is higher than this cable's own, ${own.serial}, so it is that of the year before.`
        : "No year is printed, so it is that of this cable.";
    }
  }
}

/** Where to look for a cable that is not in the workspace. */
export function archiveLinks(mrn: Mrn, { citedCable, archives }: HoverContext): readonly string[] {
  return citedCable(canonicalMrn(mrn)) === null ? archiveAddresses(archives, mrn) : [];
}

/** One line on an entry among several. */
export function entryItem(entry: ReferenceEntry, context: HoverContext): string {
  const label = labelOfEntry(context.tree, entry);
  if (entry.mrn === null) return `${label}: ${printable(entry.text, LONGEST_SUBJECT)}`;
  const mrn = meantBy(entry, context.tree, context.meaning)?.mrn ?? canonicalMrn(entry.mrn);
  const cited = context.citedCable(mrn);
  const place = placeOf(context, entry.mrn.station);
  if (cited === null || cited === "indexing" || cited.subject === null) return `${label}: ${mrn} (${place})`;
  const dtg = cited.dtg === null ? "" : `, ${cited.dtg}`;
  return `${label}: ${mrn} (${place})${dtg}: ${printable(cited.subject, LONGEST_SUBJECT)}`;
}

function linesOfOther({ kind }: ReferenceEntry): readonly string[] {
  return kind === "cable" ? ["A cable without a number that can be read."] : [KINDS[kind]];
}

/** What the workspace has of the cable. */
function workspaceLines(mrn: Mrn, { citedCable }: HoverContext): readonly string[] {
  const cited = citedCable(canonicalMrn(mrn));
  if (cited === null) return ["Not in the workspace."];
  if (cited === "indexing") return ["Whether it is in the workspace is not known yet: still indexing."];
  const { subject, dtg, classification, summary, fileName } = cited;
  const lines: string[] = [];
  if (subject !== null) lines.push(`Subject: ${subject}`);
  const facts = [dtg, classification, fileName].filter((fact) => fact !== null);
  lines.push(`${facts.join(" · ")}`);
  if (summary !== null) lines.push(`Summary: ${printable(summary, LONGEST_SUMMARY)}`);
  return lines;
}

/** What the words behind the number say: `NOTAL`, `EXDIS`, `AND PREVIOUS`. */
function tailParts({ text }: ReferenceEntry, { vocabulary }: HoverContext): readonly HoverPart[] {
  const parts: HoverPart[] = [];
  for (const [word] of text.toUpperCase().matchAll(/\b[A-Z]{4,12}\b/g)) {
    const found = TAILS.has(word) ? vocabulary.captions.find(word) : undefined;
    if (found !== undefined) parts.push({ ...explainCaption(found), code: word });
  }
  if (/\bPREV(?:IOUS)?\b|\bPRIOR\b|\bET SEQ\b/i.test(text)) {
    parts.push({
      kind: "statement",
      subject: "AND PREVIOUS",
      what: "tail of a reference",
      lines: ["Earlier messages on the matter, to which the one cited refers in its turn, are meant as well."],
    });
  }
  return parts;
}

/** Captions that stand behind the number of a reference. */
const TAILS: ReadonlySet<string> = new Set(["NOTAL", "EXDIS", "NODIS", "LIMDIS", "STADIS", "NOFORN", "SIPDIS", "ONLY"]);
