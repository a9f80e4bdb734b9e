/** What the rules find in a cable. */

import type { CableTree } from "../cable/tree.ts";
import { ALL_RULES } from "./rules/all-rules.ts";
import type { Finding, Severity } from "./rules/rule.ts";

/** The most that is reported of one cable: a text that breaks a rule in every line says no more by saying it more often. */
const MOST_DIAGNOSTICS = 1000;

export interface CableDiagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** All findings of all rules, in document order, at most a thousand. */
export function diagnose(tree: CableTree): readonly CableDiagnostic[] {
  return ALL_RULES.flatMap(({ code, severity, check }) =>
    check(tree).map((finding) => ({ ...finding, code, severity })),
  )
    .sort((one, other) => one.span.start - other.span.start)
    .slice(0, MOST_DIAGNOSTICS);
}
