/** Finds distributions of 1973–79 telegrams whose sum is not that of the offices' copies. */

import type { Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";
import { linesOfKind } from "./support/lines.ts";

const COPIES = /(?:^|[\s,])(?:[A-Z][A-Z0-9/&]{0,9})-(\d{2,3})(?!\d)/g;
const SUM = /\/(\d{3})[ \t]*[A-Z](?![A-Z])/;

export const distributionCount: Rule = {
  code: "distribution-count",
  area: "header",
  forms: ["archive"],
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The sum behind the offices is that of their copies.",
  why: "`ACTION ARA-10 INFO OCT-01 /011 W` counts itself. A sum that is another shows a figure that was misread, or an office that is lost.",
  source: "Counted on the distribution tables of archive telegrams of 1974 and 1979",
  check({ tree, text }) {
    const lines = linesOfKind(tree, ["distribution"]);
    let copies = 0;
    for (const [index, line] of lines.entries()) {
      const sum = SUM.exec(line.text);
      const offices = sum === null ? line.text : line.text.slice(0, sum.index + 1);
      for (const match of offices.matchAll(COPIES)) copies += Number(match[1]);
      if (sum === null) continue;
      if (index === 0 && !/ACTION|ORIGIN/.test(line.text)) return [];
      const total = Number(sum[1]);
      if (total === copies || copies === 0) return [];
      const start = line.span.start + sum.index + 1;
      const printed = text.slice(start, start + 3);
      const right = String(copies).padStart(3, "0");
      return [
        {
          span: { start, end: start + 3 },
          message: `The offices have ${copies} copies together, not ${Number(printed)}.`,
          fixes: copies > 999 ? [] : [choice(`Write ${right}`, replace({ start, end: start + 3 }, right))],
        },
      ];
    }
    return [];
  },
};
