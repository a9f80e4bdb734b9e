/** Finds serials of the DE line and of continuation lines that are not that of the classification line. */

import type { Located } from "../../text/span.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";
import { linesOfKind, spanIn } from "./support/lines.ts";
import { sectionLines } from "./support/section-lines.ts";

/** The DE line and the end of the message have the last four figures only. */
const CUT = 10_000;

/** Before NNNN, in traffic as it came off the circuit. */
const VALIDATION = /^[ \t]*#(\d{4})[ \t]*$/;

export const serialDiffers: Rule = {
  code: "serial-differs",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "info",
  title: "The DE line, the classification line and the continuation lines print one serial.",
  why: "SHANGHAI 000374, #0374 and SHANGHAI 00000374 are the same number. Where they differ, citations of the cable lead to another.",
  source: "5 FAH-2 H-320; 1,104 of 1,109 published cables agree",
  check({ tree }) {
    const { stationLine, classificationLine } = tree.header;
    const own = classificationLine?.serial ?? null;
    if (own === null) return [];
    const findings: Finding[] = [];
    const add = (serial: Located<number>, where: string): void => {
      const { start, end } = serial.span;
      const right = String(
        own.value % (where === "DE line" || where === "end of the message" ? CUT : Number.MAX_SAFE_INTEGER),
      ).padStart(end - start, "0");
      findings.push({
        span: serial.span,
        message: `The ${where} has the serial ${serial.value}, the classification line ${own.value}.`,
        ...(right.length === end - start ? { fixes: [choice(`Write ${right}`, replace(serial.span, right))] } : {}),
      });
    };
    const filed = stationLine?.serial ?? null;
    if (filed !== null && filed.value % CUT !== own.value % CUT) add(filed, "DE line");
    for (const { serial, continuation } of tree.pageBreaks) {
      // Page headings of relays, outside the archive's prints, count by the relay's own numbers.
      if (serial === null || serial.value === own.value || (!continuation && tree.form !== "archive")) continue;
      if (continuation || serial.value % CUT !== own.value % CUT)
        add(serial, continuation ? "continuation line" : "page heading");
    }
    for (const { serial } of sectionLines(tree)) {
      if (serial !== null && serial.value !== own.value) add(serial, "section's line");
    }
    for (const line of linesOfKind(tree, ["ending"])) {
      const printed = VALIDATION.exec(line.text)?.[1];
      if (printed === undefined || Number(printed) === own.value % CUT) continue;
      add({ value: Number(printed), span: spanIn(line, line.text.indexOf(printed), 4) }, "end of the message");
    }
    return findings;
  },
};
