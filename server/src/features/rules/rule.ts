/** What a diagnostic rule is: one object that looks at a cable, says what it finds, and may know how to mend it. */

import type { FormName } from "../../cable/record.ts";
import type { Edit } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import type { RuleContext } from "./support/context.ts";
import type { RuleMetadata } from "./support/severity.ts";

/** A way to mend what was found. Its edits are in document order, do not overlap, and belong together. */
export interface Fix {
  /** What it does, as an editor's menu shows it: `Write ¶3 for 13`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * `certain`: the one right answer, made by "fix all" and `reftel check --fix`. `choice`: one of several answers, or one that
   * only a person should decide on; offered singly.
   */
  readonly sureness: "certain" | "choice";
}

/** One thing that a rule found. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** The best first; none where only the drafter can know. */
  readonly fixes?: readonly Fix[];
}

/** The part of a cable that a rule is about, as the documentation groups them. */
export type RuleArea = "copy" | "header" | "fields" | "references" | "body";

/** All forms of cables, for rules that hold for each. */
export const EVERY_FORM: readonly FormName[] = ["typewritten", "archive", "acp127", "smart", "genadmin", "fragment"];

/** The forms in which telegrams are drafted, or were: those that a setting makes drafts of included. */
export const DRAFTED_FORMS: readonly FormName[] = ["acp127", "smart", "genadmin", "archive", "fragment"];

/** Those of the Department of State, which have the lines E.O., TAGS and SUBJECT. */
export const STATE_FORMS: readonly FormName[] = ["acp127", "smart", "archive", "fragment"];

/** Those of the years in which each portion is marked. */
export const MARKED_FORMS: readonly FormName[] = ["acp127", "smart", "fragment"];

export interface Rule extends RuleMetadata {
  readonly area: RuleArea;
  /** The forms it applies to. */
  readonly forms: readonly FormName[];
  /** What the rule asks, one sentence for its page and for lists of rules. */
  readonly title: string;
  /** Why, for its page. */
  readonly why: string;
  /** The handbook's section or other ground of the rule. */
  readonly source: string;
  /** All that the rule finds. */
  check(context: RuleContext): readonly Finding[];
}
