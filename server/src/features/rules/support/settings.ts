/** What people set about rules: how much each weighs, what is excepted, and whether a cable counts as a draft. */

import type { RuleMetadata, Severity } from "./severity.ts";

export interface RuleSettings {
  /** By the code of the rule; one that is missing has its default. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** By the code of the rule: what may stand, compared by `exceptionKey`. */
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
  /** `auto`: the text tells; else rules about drafting apply to every cable, or to none. */
  readonly drafting: "auto" | "always" | "never";
}

export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  severities: {},
  exceptions: {},
  drafting: "auto",
};

/** How much a rule weighs in a draft or in a published cable; `off` where it says nothing of it. */
export function severityOf(rule: RuleMetadata, isDraft: boolean, settings: RuleSettings): Severity | "off" {
  if (rule.draftsOnly && !isDraft) return "off";
  const set = settings.severities[rule.code];
  if (set !== undefined) return set;
  return isDraft ? rule.severity : (rule.publishedSeverity ?? rule.severity);
}

/** What an exception is compared by: capitals, with runs of blanks as one. */
export function exceptionKey(printed: string): string {
  return printed.replace(/\s+/g, " ").trim().toUpperCase();
}

/** The longest text that can be excepted: a word or a line, not a paragraph. */
export const LONGEST_EXCEPTION = 80;
