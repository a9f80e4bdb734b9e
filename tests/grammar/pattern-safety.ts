/**
 * Rewrites a pattern of the grammar into a smaller expression that is never faster than the pattern on long lines, so that a
 * tool can compute its worst case in no time. `worstCase` says why that proves something about the pattern itself.
 */

/** The expression whose worst case stands for that of a pattern. */
export interface WorstCase {
  /** In JavaScript's syntax. */
  readonly source: string;
  /** `i` where the pattern ignores case, else nothing. */
  readonly flags: string;
}

/** A character that no pattern mentions. An expression that asks for it fails, and only after having tried everything. */
const never = "\uE000";

/** Escapes that mean the same to Oniguruma and to JavaScript. `\w`, `\d` and `\h` do not. */
const sharedEscape = /^\\[sSb.*+?()[\]{}|^$/\\-]/;

/** A character class without the nesting and the intersections that only Oniguruma knows. */
const characterClass = /^\[\^?(?:[^\]\\[]|\\[sSnt[\]\\^-])+\]/;

/** How often something may stand; a `+` or `?` after it would make it possessive or lazy, which is refused. */
const quantifier = /^(?:[*+?]|\{[0-9]{1,4}(?:,[0-9]{0,4})?\})/;

/**
 * What has to be tried at most, as an expression. A matcher that backtracks tries the paths through a pattern in order, until one
 * succeeds. In the expression
 *  - `never` stands at the end, so that every path fails and all are tried, from every place where a match could begin;
 *  - a look-ahead is a branch: it is tried to its end and fails, and the rest is tried as if it had agreed;
 *  - a look-behind, the length of which Oniguruma bounds, costs a constant and is left out;
 *  - `\G` is `^`: each holds in one place of a line.
 * Up to here paths were added and none taken away. Then it is made small. Time grows faster than the line only where two loops
 * can share the characters of the text between them in many ways: where both loops, and all that stands between them, accept the
 * same characters. Repetition without a bound is allowed for single characters only, so each loop is one character long, and
 * leaving out what stands *between* loops can join loops that were apart, but never part two that were joined. So
 *  - of several letters in a row the first is kept, and a single character that need not be there is left out;
 *  - a bounded repetition of a character is one, of a group two (two neighbours show what many would);
 *  - branches that have become equal are one.
 * If the expression takes linear time on every text, so does the search for the pattern along a line. What stays open is the
 * constant, which the benchmark of the grammar measures.
 *
 * Throws on a construct outside the subset in which Oniguruma and JavaScript agree, so that no pattern passes unread.
 */
export function worstCase(pattern: string): WorstCase {
  const ignoresCase = pattern.startsWith("(?i)");
  let rest = ignoresCase ? pattern.slice("(?i)".length) : pattern;

  const take = (expression: RegExp): string | undefined => {
    const found = expression.exec(rest)?.[0];
    if (found !== undefined) rest = rest.slice(found.length);
    return found;
  };
  const refuse = (why: string): never => {
    throw new Error(`${why} at ${JSON.stringify(rest.slice(0, 24))} in ${pattern}`);
  };

  /** Branches up to the end of the group or of the pattern. */
  const branches = (inLookBehind: boolean): string => {
    const found = [""];
    let afterCharacter = false;
    while (rest !== "" && !rest.startsWith(")")) {
      if (take(/^\|/) !== undefined) {
        found.push("");
        afterCharacter = false;
        continue;
      }
      const part = repeated(inLookBehind);
      if (!(part.isCharacter && afterCharacter)) found[found.length - 1] += part.source;
      if (part.source !== "") afterCharacter = part.isCharacter;
    }
    return [...new Set(found)].join("|");
  };

  const repeated = (inLookBehind: boolean): { source: string; isCharacter: boolean } => {
    const part = take(/^\((?:\?(?:[:=!]|<[=!]))?/);
    const item = part === undefined ? single() : group(part);
    const times = take(quantifier);
    if (times === undefined)
      return { source: item, isCharacter: part === undefined && !/^(?:\^|\$|\\b|\[|\.$|\\[sS])/.test(item) };
    if (quantifier.test(rest)) refuse("a quantifier of a quantifier");
    if (/^(?:[*+]|\{[0-9]+,\})$/.test(times)) {
      if (inLookBehind) refuse("a look-behind without a bound");
      if (part !== undefined) refuse("a repetition without a bound of more than one character");
      return { source: item + times, isCharacter: false };
    }
    const optional = times === "?" || times.startsWith("{0");
    if (part === undefined) return { source: optional ? "" : item, isCharacter: false };
    return { source: times === "?" ? `${item}?` : `${item}{${optional ? 0 : 1},2}`, isCharacter: false };
  };

  const single = (): string => {
    if (take(/^\\G/) !== undefined) return "^";
    return take(sharedEscape) ?? take(characterClass) ?? take(/^[^\\[\](){}*+?|]/) ?? refuse("an unknown construct");
  };

  const group = (opening: string): string => {
    const inside = branches(opening.startsWith("(?<"));
    if (take(/^\)/) === undefined) refuse("a group that is not closed");
    if (opening === "(?=" || opening === "(?!") return `(?:(?:${inside})${never}|)`;
    return opening.startsWith("(?<") ? "(?:)" : `(?:${inside})`;
  };

  const source = branches(false);
  if (rest !== "") refuse("a group that is not open");
  return { source: `(?:${source})${never}`, flags: ignoresCase ? "i" : "" };
}
