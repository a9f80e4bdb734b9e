/** Finds transmission sections whose line has another classification than the first. */

import { readLevel } from "../../cable/values/classification-level.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { linesOfKind, spanIn } from "./support/lines.ts";

const SECTION = /^[ \t/,-]*(?:FINAL )?SECTION /;

export const sectionClassificationDiffers: Rule = {
  code: "section-classification-differs",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The classification stands on the line of each transmission section, and is the same on all.",
  why: "Sections travel apart: each is kept by what its own line says, and the lowest line gives the whole away.",
  source: "ACP 127(G) 208; mined from 1,296 cables",
  check({ tree }) {
    const { classificationLine } = tree.header;
    if (classificationLine === null) return [];
    const own = classificationLine.level.value;
    const from = tree.lines.lineAt(classificationLine.span.end) + 1;
    return linesOfKind(tree, ["classification", "marking", "continuation"], from).flatMap(
      (line): readonly Finding[] => {
        const level = readLevel(line.text);
        if (level === null || level.level === own || !SECTION.test(line.text.slice(level.end))) return [];
        const span = spanIn(line, level.start, level.end - level.start);
        return [{ span, message: `This section is ${level.level}, the first ${own}.` }];
      },
    );
  },
};
