/** Writes the documentation of rules: a page each, of what the rule says of itself and its first cases, and their list. */

import { EVERY_FORM, type Rule, type RuleArea } from "../../server/src/features/rules/rule.ts";
import { DEFAULT_RULE_SETTINGS, severityOf } from "../../server/src/features/rules/support/settings.ts";
import type { Severity } from "../../server/src/features/rules/support/severity.ts";
import type { RuleCase } from "./rule-cases.ts";

/** As the settings name them. */
const NAMES: Readonly<Record<Severity | "off", string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
  off: "off",
};

const AREAS: readonly (readonly [area: RuleArea, title: string])[] = [
  ["copy", "Copies"],
  ["header", "Header"],
  ["fields", "Fields"],
  ["references", "References"],
  ["body", "Body"],
];

export function rulePage(rule: Rule, cases: readonly RuleCase[]): string {
  const { code, title, why, source, forms } = rule;
  const first = cases[0];
  const second = cases[1];
  return `${[
    `# ${code}`,
    title,
    weights(rule),
    ...(forms.length === EVERY_FORM.length
      ? []
      : [`Applies to the forms ${forms.map((form) => `\`${form}\``).join(", ")}.`]),
    "## Why",
    why,
    `*Source: ${source}.*`,
    "## Example",
    ...(first === undefined ? [] : ["Found, where the carets are:", fenced(first.marked)]),
    ...(second?.kind === "fixed"
      ? ["After the fix, which is certain and so part of *fix all* and `reftel check --fix`:", fenced(second.text)]
      : []),
    ...(second?.kind === "corrected" ? ["Mended:", fenced(second.text)] : []),
    ...cases
      .filter(({ kind, name }) => kind === "right" && name !== "")
      .flatMap(({ name, marked }) => [`Nothing is found here (${name}):`, fenced(marked)]),
    "## Settings",
    `\`"reftel.rules": { "${code}": "off" }\` turns it off; \`error\`, \`warning\`, \`information\` and \`hint\` are the other values. \`"reftel.exceptions": { "${code}": ["…"] }\` lets what is printed there stand.`,
    "",
  ]
    .join("\n\n")
    .trimEnd()}\n`;
}

export function ruleTable(rules: readonly Rule[]): string {
  const sections = AREAS.map(([area, title]) => {
    const rows = rules
      .filter((rule) => rule.area === area)
      .map((rule) => `| [${rule.code}](${rule.code}.md) | ${inDrafts(rule)} | ${inPublished(rule)} | ${rule.title} |`);
    return `## ${title}\n\n| rule | in drafts | in published cables | asks |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Rules

What Reftel checks in cables. A published cable is a historical text: rules about drafting say nothing of it, and most others are
information or hints there. A cable counts as a draft when it has no transmission header, no date-time group and none of the marks
of a published copy; the setting \`reftel.drafting\` says otherwise.

${sections.join("\n")}`;
}

function weights(rule: Rule): string {
  const { severity, draftsOnly, code } = rule;
  if (severity === "off")
    return `Off by default: \`"reftel.rules": { "${code}": "hint" }\` turns it on${draftsOnly ? " for drafts" : ""}.`;
  if (draftsOnly) return `Severity: ${NAMES[severity]} in drafts. It says nothing of published cables.`;
  const [drafts, published] = [inDrafts(rule), inPublished(rule)];
  return drafts === published
    ? `Severity: ${drafts}.`
    : `Severity: ${drafts} in drafts, ${published} in published cables.`;
}

function inDrafts(rule: Rule): string {
  return NAMES[severityOf(rule, true, DEFAULT_RULE_SETTINGS)];
}

function inPublished(rule: Rule): string {
  return NAMES[severityOf(rule, false, DEFAULT_RULE_SETTINGS)];
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.replace(/\n+$/, "")}\n\`\`\``;
}
