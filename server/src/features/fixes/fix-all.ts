/** Makes many fixes at once: all certain ones of a cable, or all that take the damage off a published copy. */

import { parseCable } from "../../cable/parse.ts";
import type { CableTree } from "../../cable/tree.ts";
import { type Edit, SourceText } from "../../text/source-text.ts";
import { type CableDiagnostic, diagnoseAll, findingsOf } from "../diagnostics.ts";
import { RULES } from "../rules/index.ts";
import type { Fix } from "../rules/rule.ts";
import { RuleContext } from "../rules/support/context.ts";
import { NO_WORKSPACE, type RuleEnvironment } from "../rules/support/rule-environment.ts";
import type { RuleSettings } from "../rules/support/settings.ts";
import { keeps, type Said, saidIn } from "./keeps.ts";

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
  surroundings: RuleEnvironment = NO_WORKSPACE,
): FixedText {
  return fixInRounds(tree, name, (one) =>
    diagnoseAll(one, settings, surroundings).flatMap((found) => {
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
  surroundings: RuleEnvironment = NO_WORKSPACE,
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
  const attempts = new Attempts(tree, name);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { tree: current } = attempts;
    const offered = apart(offers(current));
    if (offered.length === 0) break;
    const kept = attempts.make(offered);
    if (kept.length === 0) break;
    for (const { found, fix } of kept) {
      made.push({ code: found.code, title: fix.title, line: current.lines.lineAt(found.span.start) });
    }
  }
  return { text: attempts.tree.lines.text, made };
}

/**
 * So many characters are read over to find the fixes by which something is lost; those that could not be looked at are not made. A cable
 * of usual length is read a hundred times for that, one of 100 KB eight times.
 */
const MOST_READ = 800_000;

/** Makes fixes where the cable still says all that it said, reading it anew after each attempt. */
class Attempts {
  /** The cable with all fixes that were made. */
  tree: CableTree;
  readonly #name: string | null;
  readonly #said: Said;
  #read = 0;

  constructor(tree: CableTree, name: string | null) {
    this.tree = tree;
    this.#name = name;
    this.#said = saidIn(tree);
  }

  /** Makes all of the fixes, or where the cable would lose something by them, those kinds and single ones by which it does not. */
  make(offered: readonly OfferedFix[]): readonly OfferedFix[] {
    const before = this.tree;
    if (this.#attempt(before, offered)) return offered;
    let kept: readonly OfferedFix[] = [];
    // Fixes of one rule first, then halves of those by which something is lost, down to the single one.
    const waiting = byCode(offered);
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      if (this.#read >= MOST_READ) break;
      const attempt = [...kept, ...part].sort((one, other) => startOf(one) - startOf(other));
      if (this.#attempt(before, attempt)) kept = attempt;
      else if (part.length > 1) waiting.push(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
    }
    return kept;
  }

  #attempt(before: CableTree, fixes: readonly OfferedFix[]): boolean {
    const next = parseCable(withEdits(before.lines.text, fixes), this.#name);
    this.#read += next.lines.text.length;
    if (!keeps(this.#said, saidIn(next))) return false;
    this.tree = next;
    return true;
  }
}

function byCode(offered: readonly OfferedFix[]): (readonly OfferedFix[])[] {
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
  const taken = new TakenPlaces();
  return [...offered]
    .sort((left, right) => startOf(left) - startOf(right))
    .filter(({ fix }) => {
      const isFree = fix.edits.every((edit) => taken.isFree(edit));
      if (isFree) for (const edit of fix.edits) taken.take(edit);
      return isFree;
    });
}

/** The edits that will be made, in document order and without overlap, so that only neighbours are looked at. */
class TakenPlaces {
  readonly #edits: Edit[] = [];

  isFree({ start, end }: Edit): boolean {
    const next = this.#placeOf(start);
    const before = this.#edits[next - 1];
    const after = this.#edits[next];
    return (before === undefined || (before.start < start && before.end <= start)) && !(after && after.start < end);
  }

  take(edit: Edit): void {
    this.#edits.splice(this.#placeOf(edit.start), 0, edit);
  }

  /** The place of the first edit that begins behind `start`. */
  #placeOf(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    // Fixes come in document order: most go to the end.
    if ((this.#edits[high - 1]?.start ?? -1) <= start) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function startOf({ fix }: OfferedFix): number {
  return fix.edits[0]?.start ?? 0;
}
