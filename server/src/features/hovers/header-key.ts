/** Hovers on the names of header fields: `TAGS`, `Drafted By` of a wrapper, `Film Number` of an archive's trailer. */

import type { CableTree, HeaderField } from "../../cable/tree.ts";
import type { Located, Span } from "../../text/span.ts";
import { certaintyOf } from "../../vocabulary/explanation.ts";
import { defaultHeaderKeys, type HeaderKeyForm } from "../../vocabulary/header-keys.ts";
import type { HoverProvider } from "./hover.ts";
import { lineSpan, spannedAt } from "./support/words.ts";

const WHAT: Readonly<Record<HeaderKeyForm, string>> = {
  archive: "attribute of the archive",
  smart: "field of the wrapper",
  cable: "field of the cable",
};

/** A field's name where it is printed, and as the table has it. */
interface PrintedKey extends Located<string> {
  readonly form: HeaderKeyForm;
}

export const headerKey: HoverProvider = {
  kind: "header-key",
  basis: "part",
  at({ tree }, offset) {
    for (const printed of printedKeys(tree, offset)) {
      const key = defaultHeaderKeys().find(printed.value, printed.form);
      if (key === undefined) continue;
      const opening = certaintyOf(key.source, key.confidence) === "documented" ? "" : "Likely: ";
      return {
        span: printed.span,
        parts: [
          {
            kind: "statement",
            subject: key.code,
            what: WHAT[key.form],
            lines: [`${opening}${key.title}`, ...(key.meaning === null ? [] : [key.meaning])],
            sources: [key.source],
          },
        ],
      };
    }
    return null;
  },
};

/** The names that touch the offset, as every form that may have them calls them. */
function printedKeys(tree: CableTree, offset: number): readonly PrintedKey[] {
  const { attributes, fields } = tree.header;
  const isSmart = tree.form === "smart";
  const inTrailer = attributes.flatMap(({ name, value }) => {
    const span = nameBefore(tree, name, value.span.start);
    return span === null ? [] : [{ value: name, form: isSmart ? ("smart" as const) : ("archive" as const), span }];
  });
  const inHeader = fields.flatMap((field): readonly PrintedKey[] => {
    const name = printedName(tree, field);
    if (name === null) return [];
    const asInCables: PrintedKey = { value: field.name, form: "cable", span: name.span };
    return isSmart ? [{ ...name, form: "smart" }, asInCables] : [asInCables];
  });
  const onLine = isSmart ? nameOnLine(tree, offset) : [];
  const all = [...inTrailer, ...inHeader, ...onLine, ...referenceKey(tree)];
  const first = spannedAt(all, offset);
  return first === undefined ? [] : all.filter(({ span }) => span.start === first.span.start);
}

/** A wrapper's name before a colon at the beginning of its line: of fields that the header does not show, `Pass Line`. */
function nameOnLine(tree: CableTree, offset: number): readonly PrintedKey[] {
  const kind = tree.lineKinds[tree.lines.lineAt(offset)];
  if (kind !== "transmission" && kind !== "field" && kind !== "passing" && kind !== "caption") return [];
  const line = lineSpan(tree.lines, offset);
  const colon = tree.lines.text.slice(line.start, Math.min(line.end, line.start + LONGEST_NAME)).indexOf(":");
  const name = colon < 0 ? null : trimmed(tree, { start: line.start, end: line.start + colon });
  return name === null ? [] : [{ ...name, form: "smart" }];
}

/** No name of a field is longer, marks of Markdown around it included. */
const LONGEST_NAME = 60;

/** The name of a field that is printed before its value, without the colon; null where the line itself is the value. */
function printedName(tree: CableTree, { nameSpan, value }: HeaderField): Located<string> | null {
  if (nameSpan.start === value.span.start) return null;
  return trimmed(tree, nameSpan);
}

function trimmed(tree: CableTree, { start, end }: Span): Located<string> | null {
  const printed = tree.lines.text.slice(start, end).replace(/(?<![\s:;.,*])[\s:;.,*]+$/, "");
  const marks = /^[\s*>]*/.exec(printed)?.[0].length ?? 0;
  return printed.length === marks
    ? null
    : { value: printed.slice(marks), span: { start: start + marks, end: start + printed.length } };
}

/** Where an attribute's name stands, on the line on which its value begins. */
function nameBefore(tree: CableTree, name: string, valueStart: number): Span | null {
  const line = tree.lines.lineAt(valueStart);
  const start = tree.lines.text.indexOf(name, tree.lines.start(line));
  return start < 0 || start + name.length > valueStart ? null : { start, end: start + name.length };
}

/** The word `REF` or `REFS` that opens the references. */
function referenceKey(tree: CableTree): readonly PrintedKey[] {
  const { referencesSpan, references } = tree;
  if (referencesSpan === null) return [];
  const behind = references.reduce(
    (least, { span, labelSpan }) => Math.min(least, span.start, labelSpan?.start ?? span.start),
    referencesSpan.end,
  );
  const word = /^[A-Za-z()]+/.exec(
    tree.lines.text.slice(referencesSpan.start, Math.min(behind, referencesSpan.start + 12)),
  );
  return word === null
    ? []
    : [
        {
          value: "REF",
          form: "cable",
          span: { start: referencesSpan.start, end: referencesSpan.start + word[0].length },
        },
      ];
}
