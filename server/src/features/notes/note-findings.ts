/** What is wrong with what a note cites: a paragraph that the cable has not, and, once it was asked for, words that are not the cable's. */

import type { CableWorkspace } from "../../corpus/workspace.ts";
import type { CableDiagnostic } from "../diagnostics.ts";
import { fixesOf } from "../quotations/correct.ts";
import { quotationMessage } from "../quotations/report.ts";
import type { CheckedQuotation, Verdict } from "../quotations/verify.ts";
import type { Severity } from "../rules/support/severity.ts";
import { paragraphsOf } from "../symbol-at.ts";
import type { Note } from "./note.ts";

/** Findings beyond these are not told. */
const MOST_FINDINGS = 1000;

/** Cables that are read to see whether they have a paragraph; of a note that cites more the first. */
const MOST_READ = 300;

/** Citations of paragraphs that the cable, in any of its files, has not. Nothing is said of cables that are not there, or number nothing. */
export async function missingParagraphs(
  { citations }: Note,
  workspace: CableWorkspace,
): Promise<readonly CableDiagnostic[]> {
  const known = new Map<string, ReadonlySet<number>>();
  const found: CableDiagnostic[] = [];
  for (const { mrn, paragraphs } of citations) {
    if (paragraphs === null || found.length === MOST_FINDINGS) continue;
    let numbers = known.get(mrn);
    if (numbers === undefined) {
      if (known.size === MOST_READ) continue;
      const documents = await workspace.open(mrn);
      numbers = new Set(
        documents.flatMap(({ tree }) => paragraphsOf(tree.outline).flatMap(({ number }) => number ?? [])),
      );
      known.set(mrn, numbers);
    }
    const missing = numbers.size === 0 ? [] : paragraphs.numbers.filter((number) => !numbers.has(number));
    if (missing.length === 0) continue;
    const named = missing.length === 1 ? `paragraph ${missing[0]}` : `paragraphs ${missing.join(", ")}`;
    const message = `${mrn} has no ${named}: its last is ${[...numbers].reduce((last, number) => Math.max(last, number), 0)}.`;
    found.push({ code: "cited-paragraph-missing", severity: "warning", message, span: paragraphs.span });
  }
  return found;
}

const SEVERITIES: Readonly<Record<Exclude<Verdict, "verbatim">, Severity>> = {
  altered: "warning",
  "other-paragraph": "warning",
  "other-cable": "warning",
  "not-held": "info",
};

/** The quotations that are not verbatim in the place cited, with what mends them. */
export function quotationFindings(quotations: readonly CheckedQuotation[], note: string): readonly CableDiagnostic[] {
  return quotations.slice(0, MOST_FINDINGS).flatMap((checked): CableDiagnostic[] => {
    if (checked.verdict === "verbatim") return [];
    const message = quotationMessage(checked);
    return [
      {
        code: `quotation-${checked.verdict}`,
        severity: SEVERITIES[checked.verdict],
        message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
        span: checked.span,
        fixes: fixesOf(checked, note).map(({ title, edits }) => ({ title, edits, sureness: "choice" })),
      },
    ];
  });
}
