/** Finds continuation lines that do not fit the number of transmission sections, and sections that are missing among others. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { sectionLines } from "./support/section-lines.ts";

export const transmissionSectionsMiscounted: Rule = {
  code: "transmission-sections-miscounted",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "info",
  title: "Transmission sections are counted alike everywhere, and none is missing.",
  why: "Long telegrams travel in sections. A section that is missing among others is text that did not arrive, or that the copy lost.",
  source: "ACP 127(G) 208; 5 FAH-2 H-320",
  check({ tree }) {
    const line = tree.header.classificationLine?.section ?? null;
    const opened = sectionLines(tree).map(({ span, number, total }) => ({ span, page: number, total }));
    const breaks = [
      ...tree.pageBreaks.filter(({ continuation, page }) => continuation && page !== null),
      ...opened,
    ].sort((one, other) => one.span.start - other.span.start);
    const openings = new Set(opened.map(({ span }) => span));
    const findings: Finding[] = [];
    const total = line?.value.total ?? breaks[0]?.total ?? null;
    let last = line?.value.number ?? 1;
    if (line !== null && line.value.number > line.value.total) {
      findings.push({ span: line.span, message: `Section ${line.value.number} of ${line.value.total} can not be.` });
    }
    for (const { span, page, total: printed } of breaks) {
      if (page === null) continue;
      if (total !== null && printed !== null && printed !== total) {
        findings.push({ span, message: `This line counts ${printed} sections, the first ${total}.` });
      } else if (total !== null && page > total) {
        findings.push({ span, message: `Section ${page} of ${total} can not be.` });
      } else if (page > last + 1) {
        const missing = page === last + 2 ? `Section ${last + 1} is` : `Sections ${last + 1} to ${page - 1} are`;
        findings.push({ span, message: `${missing} missing before section ${page}.` });
      } else if (page === 1 && openings.has(span)) {
        findings.push({ span, message: `Section 1 begins once more.` });
      }
      last = Math.max(last, page);
    }
    // A copy without any mark of a section has lost the marks, not the sections.
    if (line !== null && total !== null && breaks.length > 0 && findings.length === 0 && last < total) {
      const missing = last === total - 1 ? `Section ${total} is` : `Sections ${last + 1} to ${total} are`;
      findings.push({ span: line.span, message: `${missing} missing at the end.` });
    }
    return findings;
  },
};
