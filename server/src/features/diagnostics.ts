/** What the rules find in a cable, weighed by the settings. */

import type { CableTree } from "../cable/tree.ts";
import { RULES } from "./rules/index.ts";
import type { Finding, Rule, Severity } from "./rules/rule.ts";
import { RuleContext } from "./rules/support/context.ts";
import {
  DEFAULT_RULE_SETTINGS,
  exceptionKey,
  LONGEST_EXCEPTION,
  type RuleSettings,
  severityOf,
} from "./rules/support/settings.ts";
import { ALONE, type RuleSurroundings } from "./rules/support/surroundings.ts";

/** The most that is reported of one cable: a text that breaks a rule in every line says no more by saying it more often. */
const MOST_DIAGNOSTICS = 1000;

export interface CableDiagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** All findings of all rules that are on, in document order, at most a thousand. */
export function diagnose(
  tree: CableTree,
  settings: RuleSettings = DEFAULT_RULE_SETTINGS,
  surroundings: RuleSurroundings = ALONE,
): readonly CableDiagnostic[] {
  const context = new RuleContext(tree, settings, surroundings);
  return RULES.flatMap((rule) => {
    const severity = severityOf(rule, context.isDraft, settings);
    return severity === "off" ? [] : findingsOf(rule, context, settings, severity);
  })
    .sort((one, other) => one.span.start - other.span.start)
    .slice(0, MOST_DIAGNOSTICS);
}

/** What one rule finds, whatever it weighs by itself; nothing in forms it does not apply to, and nothing that is excepted. */
export function findingsOf(
  rule: Rule,
  context: RuleContext,
  settings: RuleSettings,
  severity: Severity,
): readonly CableDiagnostic[] {
  if (!rule.forms.includes(context.tree.form)) return [];
  const exceptions = settings.exceptions[rule.code]?.map(exceptionKey);
  return rule.check(context).flatMap((finding) => {
    if (exceptions !== undefined && finding.span.end - finding.span.start <= LONGEST_EXCEPTION) {
      if (exceptions.includes(exceptionKey(context.printed(finding.span)))) return [];
    }
    return [{ ...finding, code: rule.code, severity }];
  });
}

/** The rule of a code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
