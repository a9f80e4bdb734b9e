/** Finds drafts that begin with no classification line. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { nameOf } from "./support/fields.ts";

export const missingClassification: Rule = {
  code: "missing-classification",
  area: "fields",
  // A SMART wrapper may have the classification among its own fields.
  forms: STATE_FORMS.filter((form) => form !== "smart"),
  draftsOnly: true,
  severity: "warning",
  title: "The classification is the first thing in the text, behind the addressees.",
  why: "The line tells everybody who handles the message how, and has the number it is cited by.",
  source: "ACP 127(G) 209; mined from 1,296 cables",
  check({ tree: { header }, text }) {
    // Only where sender and fields are there does the line between them lack: a fragment may begin anywhere.
    const sender = header.fields.find(({ name }) => name === "From");
    const first = header.fields.find(({ name }) => name === "E.O." || name === "TAGS" || name === "Subject");
    if (sender === undefined || first === undefined || header.classificationLine !== null) return [];
    return [{ span: nameOf(text, first.nameSpan), message: "The classification line is missing before this." }];
  },
};
