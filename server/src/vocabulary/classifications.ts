/** Classifications: what a classification line and a portion mark say, part by part. */

import classificationTable from "./data/classifications.json?raw";
import portionPartTable from "./data/portion-parts.json?raw";
import { lazy } from "./lazy.ts";
import type { ClassificationRow, Confidence, PortionPartRow } from "./rows.ts";
import { table } from "./table.ts";

const classificationRows = table<ClassificationRow>(classificationTable);
const portionPartRows = table<PortionPartRow>(portionPartTable);

/** A level as it stands on a classification line, or a marking in words. */
export interface Classification {
  readonly code: string;
  readonly title: string;
  /** 0 (unclassified) to 5 (top secret). */
  readonly rank: number;
  readonly meaning: string | null;
  /** The mark of a paragraph of this level, `(C)`; null where it has none. */
  readonly portion: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** One part of a portion mark: its level, a limit, or to whom it may be released. */
export interface PortionPart {
  /** As typed, in capitals. */
  readonly code: string;
  readonly kind: "level" | "control" | "release" | "recipient" | "unknown";
  /** Null where the part is not in the tables. */
  readonly title: string | null;
  readonly source: string | null;
  readonly confidence: Confidence;
}

/** A portion mark taken apart. */
export interface PortionMark {
  /** In capitals, with its parentheses: `(S//REL TO USA, FVEY)`. */
  readonly code: string;
  /** `SECRET`, `SENSITIVE BUT UNCLASSIFIED`, …. */
  readonly level: string;
  readonly rank: number;
  /** In words: `Secret, releasable to the United States, …`. */
  readonly title: string;
  /** The level first. */
  readonly parts: readonly PortionPart[];
  readonly sources: readonly string[];
  /** The least sure part's. */
  readonly confidence: Confidence;
  readonly note: string | null;
}

export interface ClassificationLookup {
  readonly codes: readonly string[];
  /** A line's level in any case, spaced letters too: `C O N F I D E N T I A L`, `UNCLAS`, `Limited Official Use`. */
  find(typed: string): Classification | undefined;
  /** A portion mark with or without its parentheses; undefined where it does not begin with a known level or has odd parts. */
  portion(typed: string): PortionMark | undefined;
}

/** A longer text in parentheses is no portion mark. */
const LONGEST_PORTION = 60;

export function createClassificationLookup(
  rows: readonly ClassificationRow[],
  partRows: readonly PortionPartRow[],
): ClassificationLookup {
  const lines = new Map<string, ClassificationRow>();
  const levels = new Map<string, ClassificationRow>();
  const marks = new Map<string, ClassificationRow>();
  for (const row of rows) {
    if (row.kind === "portion") {
      marks.set(row.code, row);
      if (/^\([A-Z]+\)$/.test(row.code)) levels.set(row.code.slice(1, -1), row);
    } else {
      lines.set(lettersOf(row.code), row);
    }
  }
  for (const row of lines.values()) {
    if (!/^[A-Z ]+$/.test(row.code)) continue;
    levels.set(row.code, row);
    // A mark without a row of its own, `(R)`, is that of its line; composed ones are made of parts.
    const mark = row.portion?.slice(1, -1);
    if (mark !== undefined && /^[A-Z]+$/.test(mark) && !levels.has(mark)) levels.set(mark, row);
  }
  const parts = new Map<string, PortionPartRow>();
  for (const row of partRows) for (const code of [row.code, ...(row.also ?? [])]) parts.set(code, row);
  const levelNames = [...levels.keys()].sort((a, b) => b.length - a.length);

  return {
    codes: rows.map((row) => row.code),
    find(typed) {
      const row = lines.get(lettersOf(typed));
      return row === undefined ? undefined : classificationOf(row);
    },
    portion(typed) {
      const inner = innerOf(typed);
      if (inner === "") return undefined;
      const name = levelNames.find((one) => inner.startsWith(one) && /^(?:$|[/ ,-])/.test(inner.slice(one.length)));
      const level = name === undefined ? undefined : levels.get(name);
      if (name === undefined || level === undefined) return undefined;
      const levelPart: PortionPart = {
        code: name,
        kind: "level",
        title: level.title,
        source: level.source,
        confidence: level.confidence ?? "high",
      };
      const tail = inner.slice(name.length);
      const rest = partsOf(tail, parts);
      // `(S KOREA)` and `(C AND D)` are no marks: an unknown part is one only after a stroke.
      if (rest.some(({ kind, code }) => kind === "unknown" && !(tail.startsWith("/") && /^[A-Z]{2,}$/.test(code)))) {
        return undefined;
      }
      const all = [levelPart, ...rest];
      const code = `(${inner})`;
      const row = marks.get(code);
      return {
        code,
        level: level.level ?? level.code,
        rank: row?.rank ?? level.rank,
        title: row?.title ?? titleOf(level.title, rest),
        parts: all,
        sources: row === undefined ? [...new Set(all.flatMap(({ source }) => source ?? []))] : [row.source],
        confidence: row?.confidence ?? leastSure(all.map(({ confidence }) => confidence)),
        note: row?.note ?? null,
      };
    },
  };
}

/** What stands between the parentheses, in capitals, blanks made one; empty where that is nothing, too long or has parentheses. */
function innerOf(typed: string): string {
  const mark = typed.trim();
  if (mark.length > LONGEST_PORTION) return "";
  const isBracketed = mark.startsWith("(") && mark.endsWith(")");
  const inner = (isBracketed ? mark.slice(1, -1) : mark).trim().toUpperCase().replace(/\s+/g, " ");
  return /[()]/.test(inner) ? "" : inner;
}

function classificationOf(row: ClassificationRow): Classification {
  return {
    code: row.code,
    title: row.title,
    rank: row.rank,
    meaning: row.meaning ?? null,
    portion: row.portion ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** What follows the level, parted by strokes, hyphens, commas and blanks; `REL TO` and `EYES ONLY` are one part each. */
function partsOf(text: string, rows: ReadonlyMap<string, PortionPartRow>): readonly PortionPart[] {
  const parts: PortionPart[] = [];
  const words = text
    .replace(/\bREL TO\b/g, "REL")
    .replace(/\bEYES ONLY\b/g, "EYES_ONLY")
    .split(/[\s,/;]+|-(?!I\b)/);
  let inRelease = false;
  for (const word of words) {
    if (word === "") continue;
    const code = word.replace("_", " ");
    const row = rows.get(code);
    if (row?.kind === "control") inRelease = false;
    if (row?.kind === "release") inRelease = true;
    parts.push({
      code: code === "REL" ? "REL TO" : code,
      kind: row?.kind ?? (inRelease ? "recipient" : "unknown"),
      title: row?.title ?? null,
      source: row?.source ?? null,
      confidence: row === undefined ? "low" : (row.confidence ?? "high"),
    });
  }
  return parts;
}

function titleOf(level: string, parts: readonly PortionPart[]): string {
  let title = level;
  let recipients = 0;
  for (const { kind, title: words, code } of parts) {
    if (kind === "recipient") {
      title += `${recipients > 0 ? ", " : " "}${words ?? code}`;
      recipients++;
    } else {
      title += `, ${words ?? `${code} (not in the vocabulary)`}`;
      recipients = 0;
    }
  }
  return title;
}

const SURENESS: readonly Confidence[] = ["high", "medium", "low"];

function leastSure(confidences: readonly Confidence[]): Confidence {
  return SURENESS.findLast((one) => confidences.includes(one)) ?? "high";
}

function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z]/g, "");
}

/** The classifications of the vocabulary as shipped. */
export const defaultClassifications: () => ClassificationLookup = lazy(() =>
  createClassificationLookup(classificationRows(), portionPartRows()),
);
