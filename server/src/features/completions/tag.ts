/** Offers TAGS: by their codes or by words of their meanings, those first that cables like this one carry. */

import type { CableDate } from "../../vocabulary/date.ts";
import { explainTag } from "../../vocabulary/explain.ts";
import type { Tag, TagLookup } from "../../vocabulary/tags.ts";
import { isInForce } from "../../vocabulary/tags.ts";
import { type CompletionContext, type CompletionProvider, proposal } from "./completion.ts";
import { explanationOf } from "./support/explanation.ts";
import { ownStation } from "./support/own-station.ts";
import { typedWord, valueStartOnLine, wholeValue } from "./support/typed-word.ts";

/** A meaning is looked for by so many letters at least: fewer begin a word of nearly every meaning. */
const LEAST_LETTERS = 3;

/** The most TAGS that are offered. */
const MOST = 150;

/** What TAGS of the workspace are worth against the counts of the tables: any use here goes first. */
const MOST_WEIGHED = 400;

export const tag: CompletionProvider = {
  kind: "tag",
  rank: 1,
  at(context) {
    if (context.drafting.field?.row.field !== "tags") return null;
    if (!isLineOfTags(context)) return null;
    const { span, typed } = typedWord(context, isOfTag, valueStartOnLine(context));
    const { text, start } = wholeValue(context);
    // In parentheses stands a person's name.
    if (isInBrackets(text.slice(0, span.start - start))) return null;
    const used = usedTags(text, start, span.start);
    const found = offered(context, typed.toUpperCase(), used);
    return {
      span,
      proposals: found.slice(0, MOST).map(({ tag: { code, meaning }, byMeaning }) =>
        proposal({
          label: code,
          kind: "code",
          detail: meaning.title,
          filter: byMeaning ? `${code} ${meaning.title}` : null,
          key: code,
        }),
      ),
      isIncomplete: context.isIndexing || found.length > MOST || typed.length < LEAST_LETTERS,
    };
  },
  async explain(key, { vocabulary, date }) {
    const found = vocabulary.tags.find(key, date);
    return found === undefined ? null : explanationOf(explainTag(found));
  },
};

/** The field's own line; one below it only where a comma or an indent says that the list goes on, for else the next field is typed there. */
function isLineOfTags({ tree: { lines }, drafting: { field, line, before } }: CompletionContext): boolean {
  if (field?.line === line || /^[ \t]/.test(before)) return true;
  return lines.text
    .slice(lines.start(line - 1), lines.end(line - 1))
    .trimEnd()
    .endsWith(",");
}

interface Offered {
  readonly tag: Tag;
  readonly byMeaning: boolean;
}

function offered(context: CompletionContext, typed: string, used: readonly string[]): readonly Offered[] {
  const { vocabulary, workspace, date } = context;
  const weights = new Map(
    workspace.index
      .tagsBeside(ownStation(context), used, MOST_WEIGHED)
      .map(({ tag: code, weight }) => [code, weight] as const),
  );
  const country = countryOf(context);
  const found: Offered[] = [];
  for (const one of tagsInForce(vocabulary.tags, date)) {
    const { code, meaning } = one;
    if (used.includes(code)) continue;
    const isByCode = code.startsWith(typed);
    const byMeaning = !isByCode && typed.length >= LEAST_LETTERS && hasWord(meaning.title ?? "", typed);
    if (isByCode || byMeaning) found.push({ tag: one, byMeaning });
  }
  const weightOf = ({ tag: { code } }: Offered): number => (weights.get(code) ?? 0) + (code === country ? 1 : 0);
  return found.sort(
    (one, other) =>
      Number(one.byMeaning) - Number(other.byMeaning) ||
      weightOf(other) - weightOf(one) ||
      other.tag.uses - one.tag.uses ||
      (one.tag.code < other.tag.code ? -1 : 1),
  );
}

/** The answer for the year that was asked for last: what is in force changes with the year alone, and is asked for with every letter. */
const IN_FORCE = new WeakMap<TagLookup, { readonly year: number; readonly tags: readonly Tag[] }>();

function tagsInForce(tags: TagLookup, date: CableDate): readonly Tag[] {
  const known = IN_FORCE.get(tags);
  if (known?.year === date.year) return known.tags;
  const found = tags.codes
    .filter((code) => /^[A-Z0-9-]+$/.test(code))
    .flatMap((code) => tags.find(code, date) ?? [])
    .filter((tag) => isInForce(tag, date.year));
  IN_FORCE.set(tags, { year: date.year, tags: found });
  return found;
}

/** The TAG of the country that the cable comes from. */
function countryOf(context: CompletionContext): string | null {
  const { vocabulary, date } = context;
  const station = ownStation(context);
  const country = station === null ? null : (vocabulary.stations.byId(station)?.country ?? null);
  if (country === null) return null;
  // Since the lists follow the codes of the ISO, a country's older TAG may be that of another.
  const inForce = tagsInForce(vocabulary.tags, date);
  const own = inForce.find(({ code }) => code === country.tag);
  const isOwn = own?.meaning.title?.includes(country.name) === true;
  return (isOwn ? own : inForce.find(({ meaning }) => meaning.title === country.name))?.code ?? null;
}

/** The TAGS of the line in capitals, but for the one that begins at `typedAt`. */
function usedTags(text: string, start: number, typedAt: number): readonly string[] {
  const used: string[] = [];
  for (const match of text.matchAll(/\([^)\n]{0,80}\)?|[A-Za-z0-9-]+/g)) {
    if (start + match.index !== typedAt && !match[0].startsWith("(")) used.push(match[0].toUpperCase());
  }
  return used;
}

function isInBrackets(before: string): boolean {
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

function hasWord(title: string, typed: string): boolean {
  return title
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .some((word) => word.startsWith(typed));
}

function isOfTag(character: string): boolean {
  return /[A-Za-z0-9-]/.test(character);
}
