/** Makes many fixes at once: all certain ones of a cable, or all that take the damage off a published copy. */

import { parseCable } from "../../cable/parse.ts";
import type { CableTree } from "../../cable/tree.ts";
import { type Edit, SourceText } from "../../text/source-text.ts";
import { type CableDiagnostic, diagnose, findingsOf } from "../diagnostics.ts";
import { RULES } from "../rules/index.ts";
import type { Fix } from "../rules/rule.ts";
import { RuleContext } from "../rules/support/context.ts";
import type { RuleSettings } from "../rules/support/settings.ts";
import { ALONE, type RuleSurroundings } from "../rules/support/surroundings.ts";
import { keepsWhatItSays } from "./keeps.ts";

/** One fix that was made. */
export interface MadeFix {
  readonly code: string;
  readonly title: string;
  /** Line of what was found, counted from 0, in the text before the round in which it was made. */
  readonly line: number;
}

export interface FixedText {
  readonly text: string;
  /** In the order in which they were made. */
  readonly made: readonly MadeFix[];
}

/** A fix may bring another to light; more rounds than this would mean that two undo each other. */
const MOST_ROUNDS = 6;

interface OfferedFix {
  readonly found: CableDiagnostic;
  readonly fix: Fix;
}

type Offers = (tree: CableTree) => readonly OfferedFix[];

/** The text with every certain fix made. Done twice it is the same as done once. */
export function fixAll(
  tree: CableTree,
  name: string | null,
  settings: RuleSettings,
  surroundings: RuleSurroundings = ALONE,
): FixedText {
  return fixInRounds(tree, name, (one) =>
    diagnose(one, settings, surroundings).flatMap((found) => {
      const fix = found.fixes?.find(({ sureness }) => sureness === "certain");
      return fix === undefined ? [] : [{ found, fix }];
    }),
  );
}

/** The text without what copying did to it, its words as they were: the first fix of all that the rules on copies find. */
export function cleanUp(
  tree: CableTree,
  name: string | null,
  settings: RuleSettings,
  surroundings: RuleSurroundings = ALONE,
): FixedText {
  return fixInRounds(tree, name, (one) => {
    const context = new RuleContext(one, settings, surroundings);
    return RULES.filter(({ area }) => area === "copy").flatMap((rule) =>
      findingsOf(rule, context, settings, "hint").flatMap((found) => {
        const fix = found.fixes?.[0];
        return fix === undefined ? [] : [{ found, fix }];
      }),
    );
  });
}

function fixInRounds(tree: CableTree, name: string | null, offers: Offers): FixedText {
  const made: MadeFix[] = [];
  let current = tree;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const offered = apart(offers(current));
    if (offered.length === 0) break;
    const next = applied(current, offered, name);
    if (next.made.length === 0) break;
    for (const { found, fix } of next.made) {
      made.push({ code: found.code, title: fix.title, line: current.lines.lineAt(found.span.start) });
    }
    current = next.tree;
  }
  return { text: current.lines.text, made };
}

/** All of the fixes, or where the cable would lose something by them, those kinds, or those single ones, by which it does not. */
function applied(
  tree: CableTree,
  offered: readonly OfferedFix[],
  name: string | null,
): { readonly tree: CableTree; readonly made: readonly OfferedFix[] } {
  const all = parseCable(withEdits(tree.lines.text, offered), name);
  if (keepsWhatItSays(tree, all)) return { tree: all, made: offered };
  const kept: OfferedFix[] = [];
  let result = tree;
  const parts = byCode(offered);
  // Fixes of one rule first; only a rule by which something is lost is looked at fix by fix.
  for (const part of parts.flatMap((fixes) =>
    holds(tree, fixes, name) ? [fixes] : fixes.slice(0, MOST_SINGLY).map((one) => [one]),
  )) {
    const attempt = [...kept, ...part].sort((one, other) => startOf(one) - startOf(other));
    const next = parseCable(withEdits(tree.lines.text, attempt), name);
    if (!keepsWhatItSays(tree, next)) continue;
    kept.splice(0, kept.length, ...attempt);
    result = next;
  }
  return { tree: result, made: kept };
}

/** So many fixes of one rule are tried one by one, each with a parse of its own. */
const MOST_SINGLY = 40;

function holds(tree: CableTree, fixes: readonly OfferedFix[], name: string | null): boolean {
  return keepsWhatItSays(tree, parseCable(withEdits(tree.lines.text, fixes), name));
}

function byCode(offered: readonly OfferedFix[]): readonly (readonly OfferedFix[])[] {
  const groups = new Map<string, OfferedFix[]>();
  for (const one of offered) {
    const group = groups.get(one.found.code);
    if (group === undefined) groups.set(one.found.code, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function withEdits(text: string, fixes: readonly OfferedFix[]): string {
  return withFixes(
    text,
    fixes.map(({ fix }) => fix),
  );
}

/** The text with fixes made that do not overlap. */
export function withFixes(text: string, fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((one, other) => one.start - other.start);
  return SourceText.edited(text, edits).text;
}

/** The fixes in document order; of those that touch the same characters, the first, whole: a fix is never made in part. */
function apart(offered: readonly OfferedFix[]): readonly OfferedFix[] {
  const taken: Edit[] = [];
  let takenUpTo = -1;
  const kept: OfferedFix[] = [];
  for (const one of [...offered].sort((left, right) => startOf(left) - startOf(right))) {
    const isFree =
      startOf(one) > takenUpTo || one.fix.edits.every((edit) => !taken.some((other) => overlap(edit, other)));
    if (!isFree) continue;
    kept.push(one);
    taken.push(...one.fix.edits);
    for (const { end } of one.fix.edits) takenUpTo = Math.max(takenUpTo, end);
  }
  return kept;
}

function overlap(one: Edit, other: Edit): boolean {
  return (one.start < other.end && other.start < one.end) || one.start === other.start;
}

function startOf({ fix }: OfferedFix): number {
  return fix.edits[0]?.start ?? 0;
}
