/** Hovers on lines that an archive or its printer put around a telegram: stamps of the review, the line above the date-time group, `PAGE 01`. */

import type { Span } from "../../text/span.ts";
import type { HoverProvider, Statement } from "./hover.ts";
import { lineSpan } from "./support/words.ts";

/** No such line is longer, in UTF-16 units. */
const LONGEST = 200;

/** A line by its form, and what is said of it. The first that fits tells. */
interface PrintedLine {
  readonly pattern: RegExp;
  readonly tell: (match: RegExpExecArray) => Statement;
}

const TELEGRAMS = "telegrams of 1974 and 1979";

const LINES: readonly PrintedLine[] = [
  {
    pattern:
      /^(?:Markings:\s{0,9})?(?:(?<who>[A-Z][A-Za-z. ]{3,40}?)\s{1,9})?Declassified\/Released\s{1,9}US Department of State\s{1,9}EO Systematic Review\s{1,9}(?<day>\d{1,2} [A-Z]{3} \d{4})?$/,
    tell: ({ groups }) => ({
      kind: "statement",
      subject: "Declassified/Released",
      what: "stamp of the review",
      lines: [
        `The Department of State released the telegram in its systematic review after 25 years${groups?.day === undefined ? "" : `; the stamp is of ${groups.day}`}.`,
        ...(groups?.who === undefined ? [] : [`${groups.who} is the official whose authority it was done by.`]),
        "It stands on every page and is no part of the text.",
      ],
      sources: [TELEGRAMS, "general knowledge"],
    }),
  },
  {
    pattern: /^-{8,60}\s{1,9}(?<number>\d{5,6})(?<rest>\s.{1,40})?$/,
    tell: ({ groups }) => ({
      kind: "statement",
      subject: groups?.number ?? "",
      what: "line above the date-time group",
      lines: [
        "Perhaps: the number of the copy in the communications center.",
        ...(groups?.rest === undefined
          ? []
          : ["Behind it, from 1978, the time of receipt; what the figures behind the stroke say is not documented."]),
        "Inferred or seen once: take it with care.",
      ],
      sources: ["inferred from use in cables"],
    }),
  },
  {
    pattern: /^PAGE 0?1\b/,
    tell: () => ({
      kind: "statement",
      subject: "PAGE 01",
      what: "page heading",
      lines: [
        "Here begins the first page of the print: station, serial and time of the telegram, as the next pages repeat them.",
      ],
      sources: [TELEGRAMS],
    }),
  },
  {
    pattern: /^Message Attributes$/,
    tell: () => ({
      kind: "statement",
      subject: "Message Attributes",
      what: "trailer of the archive",
      lines: ["What the archive recorded of the telegram, put behind it for the release; no part of the text."],
      sources: [TELEGRAMS],
    }),
  },
];

export const archiveLine: HoverProvider = {
  kind: "archive-line",
  basis: "word",
  at({ tree }, offset) {
    if (tree.form !== "archive") return null;
    const line = lineSpan(tree.lines, offset);
    if (line.end - line.start > LONGEST) return null;
    const printed = tree.lines.text.slice(line.start, line.end);
    const indent = printed.length - printed.trimStart().length;
    const span: Span = { start: line.start + indent, end: line.start + printed.trimEnd().length };
    if (offset < span.start) return null;
    for (const { pattern, tell } of LINES) {
      const match = pattern.exec(printed.trim());
      if (match !== null) return { span, parts: [tell(match)] };
    }
    return null;
  },
};
