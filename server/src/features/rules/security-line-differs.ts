/** Finds a security line (ZNR, ZNY) that says another classification than the classification line. */

import type { ClassificationLevel } from "../../cable/record.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { rankOf } from "./support/levels.ts";

const LETTERS: Readonly<Record<string, ClassificationLevel>> = {
  U: "UNCLASSIFIED",
  E: "UNCLASSIFIED",
  C: "CONFIDENTIAL",
  S: "SECRET",
  T: "TOP SECRET",
};

export const securityLineDiffers: Rule = {
  code: "security-line-differs",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "info",
  title: "The five letters of the security line are those of the classification.",
  why: "ZNY CCCCC goes with CONFIDENTIAL, ZNR UUUUU with UNCLAS. The line decides over which circuits a message may travel.",
  source: "ACP 127(G) 124, 203",
  check({ tree: { header }, text }) {
    const { securityLine, classificationLine } = header;
    if (securityLine === null || classificationLine === null) return [];
    const printed = text.slice(securityLine.span.start, securityLine.span.end);
    const match = /\b([UCSTE])\1{4}\b/.exec(printed);
    const level = LETTERS[match?.[1] ?? ""];
    if (match === null || level === undefined) return [];
    // Limited Official Use travelled as EEEEE or UUUUU.
    const own = classificationLine.level.value;
    if (rankOf(own) <= rankOf("LIMITED OFFICIAL USE") ? level === "UNCLASSIFIED" : level === own) return [];
    const start = securityLine.span.start + match.index;
    return [
      { span: { start, end: start + 5 }, message: `${match[0]} is ${level}; the classification line says ${own}.` },
    ];
  },
};
