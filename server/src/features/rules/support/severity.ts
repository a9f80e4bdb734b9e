/** How much a finding weighs, and what a rule says of its own weight. */

/** In falling order of weight; named as on the command line. */
export type Severity = "error" | "warning" | "info" | "hint";

/** The part of a rule that tells how much it weighs where nobody set it. */
export interface RuleMetadata {
  /** What diagnostics carry and settings switch, in kebab case; its file, its page and its cases have this name. */
  readonly code: string;
  /** Whether it is about drafting, and so says nothing of a published cable. */
  readonly draftsOnly: boolean;
  /** By default; `off` where it must be asked for. */
  readonly severity: Severity | "off";
  /** By default in a published cable, which is a historical text, where that is another. */
  readonly publishedSeverity?: Severity;
}
