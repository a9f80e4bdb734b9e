/** What the rules find in a cable, weighed by the settings. */

import type { CableTree } from "../cable/tree.ts";
import { RULES } from "./rules/index.ts";
import type { Finding, Rule } from "./rules/rule.ts";
import { RuleContext } from "./rules/support/context.ts";
import { NO_WORKSPACE, type RuleEnvironment } from "./rules/support/rule-environment.ts";
import {
  DEFAULT_RULE_SETTINGS,
  exceptionKey,
  LONGEST_EXCEPTION,
  type RuleSettings,
  severityOf,
} from "./rules/support/settings.ts";
import type { Severity } from "./rules/support/severity.ts";

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
  surroundings: RuleEnvironment = NO_WORKSPACE,
): readonly CableDiagnostic[] {
  return diagnoseAll(tree, settings, surroundings, MOST_DIAGNOSTICS);
}

/** The same without a limit, for those who mend what is found. */
export function diagnoseAll(
  tree: CableTree,
  settings: RuleSettings,
  surroundings: RuleEnvironment,
  most = Number.POSITIVE_INFINITY,
): readonly CableDiagnostic[] {
  const context = new RuleContext(tree, settings, surroundings);
  const found = RULES.flatMap((rule) => {
    const severity = severityOf(rule, context.isDraft, settings);
    return severity === "off" ? [] : findingsOf(rule, context, settings, severity, most);
  });
  return firstOf(found, most);
}

/** In document order, at most so many. */
function firstOf<Found extends Finding>(found: readonly Found[], most: number): readonly Found[] {
  return [...found].sort((one, other) => one.span.start - other.span.start).slice(0, most);
}

/**
 * What one rule finds, whatever it weighs by itself, the first `most` of it; nothing in forms it does not apply to, and nothing that is
 * excepted.
 */
export function findingsOf(
  rule: Rule,
  context: RuleContext,
  settings: RuleSettings,
  severity: Severity,
  most = Number.POSITIVE_INFINITY,
): readonly CableDiagnostic[] {
  if (!rule.forms.includes(context.tree.form)) return [];
  const exceptions = settings.exceptions[rule.code]?.map(exceptionKey);
  const all = rule.check(context);
  const found = exceptions === undefined ? all : all.filter((one) => !isExcepted(one, exceptions, context));
  const kept = found.length > most ? firstOf(found, most) : found;
  return kept.map((finding) => weighed(finding, rule.code, severity));
}

/** Written out: to spread thousands of findings takes longer than to find them. */
function weighed({ span, message, fixes }: Finding, code: string, severity: Severity): CableDiagnostic {
  return fixes === undefined ? { span, message, code, severity } : { span, message, fixes, code, severity };
}

function isExcepted({ span }: Finding, exceptions: readonly string[], context: RuleContext): boolean {
  return span.end - span.start <= LONGEST_EXCEPTION && exceptions.includes(exceptionKey(context.printed(span)));
}

/** The rule of a code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
