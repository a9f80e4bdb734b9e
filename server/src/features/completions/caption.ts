/** Offers captions: on the classification line, on the lines of their own below it, and in the field that has them. */

import { explainCaption } from "../../vocabulary/explain.ts";
import { isClassified } from "../rules/support/levels.ts";
import { type CompletionContext, type CompletionProvider, proposal } from "./completion.ts";
import { LEVEL } from "./support/drafting.ts";
import { explanationOf } from "./support/explanation.ts";
import { lettersOf, valueStartOnLine } from "./support/typed-word.ts";

/** Kinds that limit who gets a cable; the others say how it was sent or what series it is of. */
const KINDS: ReadonlySet<string> = new Set(["distribution", "control", "channel", "special handling"]);

/** The usual ones, before all others. */
const USUAL: readonly string[] = ["SENSITIVE", "SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS"];

/** Captions that only make sense on a cable of one sort. */
const ONLY_UNCLASSIFIED: ReadonlySet<string> = new Set(["SENSITIVE", "FOUO"]);

/** Codes that are a level's name, or the beginning of a phrase, and no caption by themselves. */
const NOT_ALONE: ReadonlySet<string> = new Set(["LOU", "ONLY", "US", "BU"]);

export const caption: CompletionProvider = {
  kind: "caption",
  rank: 4,
  at(context) {
    const start = captionStart(context);
    if (start === null) return null;
    const { vocabulary, drafting, offset, classification } = context;
    const typed = lettersOf(drafting.before.slice(start - drafting.lineStart));
    const there = presentCaptions(context, start);
    const isUnclassified = classification === null || !isClassified(classification);
    const codes = vocabulary.captions.codes.filter((code) => {
      const found = vocabulary.captions.find(code);
      return (
        found !== undefined &&
        KINDS.has(found.kind) &&
        !NOT_ALONE.has(code) &&
        !code.includes("xxx") &&
        // Who types nothing yet is shown the few that matter.
        (typed !== "" || USUAL.includes(code)) &&
        (isUnclassified || !ONLY_UNCLASSIFIED.has(code)) &&
        lettersOf(code).startsWith(typed) &&
        !there.has(code)
      );
    });
    if (codes.length === 0) return null;
    return {
      span: { start, end: offset + (/^[A-Z]*/i.exec(drafting.after)?.[0].length ?? 0) },
      proposals: codes
        .sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1))
        .map((code) =>
          proposal({ label: code, kind: "code", detail: vocabulary.captions.find(code)?.title ?? null, key: code }),
        ),
      isIncomplete: typed === "",
    };
  },
  async explain(key, { vocabulary }) {
    const found = vocabulary.captions.find(key);
    return found === undefined ? null : explanationOf(explainCaption(found));
  },
};

/** Where the letters begin that a text ends with; its length where it ends otherwise. Looked for from the end: a line may be one long word. */
function startOfLastWord(text: string): number {
  let start = text.length;
  while (start > 0 && /[A-Za-z]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** Where the caption being typed begins; null where none is typed. */
function captionStart(context: CompletionContext): number | null {
  const { drafting } = context;
  const { before, lineStart, classificationLine, line, field } = drafting;
  const typedFrom = lineStart + startOfLastWord(before);
  if (field?.row.field === "captions") return Math.max(typedFrom, valueStartOnLine(context));
  if (drafting.isInText || classificationLine < 0) return null;
  if (line === classificationLine) {
    const level = LEVEL.exec(before)?.[0];
    if (level === undefined) return null;
    const behind = before.slice(level.length);
    // Behind the number, or behind strokes: what follows the level itself is the station.
    return /\d[ \t]|\/\//.test(behind) ? typedFrom : null;
  }
  const belowField = drafting.fields.some((one) => one.line > classificationLine && one.line < line);
  if (line < classificationLine || belowField || field !== null) return null;
  return /^[A-Za-z ]{0,24}$/.test(before) && drafting.after.trim() === "" ? lineStart : null;
}

/** The captions of the cable, but for one that is typed at `start`. */
function presentCaptions({ tree, drafting }: CompletionContext, start: number): ReadonlySet<string> {
  const { lines, header } = tree;
  const there = new Set(header.captions.filter(({ span }) => span.start !== start).map(({ value }) => value));
  // Captions are known for certain only once fields stand below them.
  const last = Math.min(lines.count, drafting.classificationLine + 12);
  for (let line = Math.max(0, drafting.classificationLine); line < last; line++) {
    if (line === drafting.line || drafting.fields.some((field) => field.line === line)) continue;
    there.add(lines.text.slice(lines.start(line), lines.end(line)).trim());
  }
  return there;
}

function rankOf(code: string): number {
  const at = USUAL.indexOf(code);
  return at < 0 ? USUAL.length : at;
}
