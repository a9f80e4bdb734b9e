/** What a diagnostic rule is: one object that looks at a cable and says what it finds. */

import type { CableTree } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";

/** In falling order of weight; named as on the command line. */
export type Severity = "error" | "warning" | "info" | "hint";

/** One thing that a rule found. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
}

export interface Rule {
  /** What diagnostics carry and settings switch: `swallowed-paragraph-mark`. */
  readonly code: string;
  readonly severity: Severity;
  /** All that the rule finds, in document order. */
  check(tree: CableTree): readonly Finding[];
}
