/**
 * Rewrites an expression of JavaScript into one that is never faster on long texts and that a tool can judge: the sibling of
 * `tests/grammar/pattern-safety.ts`, which says why what is left out between loops takes no slow path away.
 */

/** An expression whose worst case stands for that of another. */
export interface WorstCase {
  readonly source: string;
  readonly flags: string;
}

/** A character that no expression mentions. An expression that asks for it fails, and only after having tried everything. */
const never = "\uE000";

const ESCAPE = /^\\(?:[dDsSwWbBtnrfv0.*+?()[\]{}|^$/\\"' -]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|p\{[A-Za-z]+\})/;
const CLASS = /^\[\^?(?:[^\]\\]|\\.)+\]/;
const QUANTIFIER = /^(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})/;
/** A bound of five digits is none. */
const LOOP = /^(?:[*+]|\{\d+,(?:\d{5,})?\})/;
const OPENING = /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>))?/;
const BACK_REFERENCE = /^\\(?:k<[A-Za-z0-9]+>|[1-9])/;
/** What stands for one of several characters, or for none: it may not be dropped beside another character. */
const NOT_ONE_CHARACTER = /^(?:\^|\$|\[|\.$|\\[bBdDsSwWp])/;

/**
 * What has to be tried at most:
 *  - `never` stands at the end, so that every path fails and all are tried, from every place where a match could begin. What an expression
 *    ends in is no reason to fail: a loop there takes what it can, and the search goes on behind it;
 *  - a look-ahead is a branch that fails, and the rest is tried as if it had agreed;
 *  - a look-behind that excludes one character takes the character before instead; any other is left out, and refused where it has no bound;
 *  - a back reference is left out; a sticky expression is tried at one place;
 *  - of several letters in a row the first is kept, a bounded repetition is two, unless `isWhole`: where the smaller expression is slow, the
 *    larger may be proved in its place. What is repeated without a bound stays as it is.
 *
 * Throws on a construct that it does not know, so that no expression passes unread.
 */
export function worstCaseOf(pattern: string, flags: string, isWhole: boolean): WorstCase {
  let rest = pattern;
  const take = (expression: RegExp): string | undefined => {
    const found = expression.exec(rest)?.[0];
    if (found !== undefined) rest = rest.slice(found.length);
    return found;
  };
  const refuse = (why: string): never => {
    throw new Error(`${why} at ${JSON.stringify(rest.slice(0, 24))} in ${pattern}`);
  };

  interface Part {
    readonly source: string;
    readonly isCharacter: boolean;
    /** What it costs where nothing that can fail stands behind it. */
    readonly atEnd: string;
    readonly canBeEmpty: boolean;
  }

  /** Both costs of a group's inside. */
  type Inside = Pick<Part, "source" | "atEnd">;

  /** Branches up to the end of the group or of the pattern. */
  const branches = (isExact: boolean): Inside => {
    const sources: string[] = [];
    const atEnds: string[] = [];
    do {
      const parts: Part[] = [];
      while (rest !== "" && !/^[|)]/.test(rest)) {
        const part = repeated(isExact);
        if (isExact || !part.isCharacter || parts.at(-1)?.isCharacter !== true) parts.push(part);
      }
      // From here on nothing can fail.
      const settled = parts.findLastIndex(({ canBeEmpty }) => !canBeEmpty);
      sources.push(parts.map(({ source }) => source).join(""));
      atEnds.push(parts.map(({ source, atEnd }, index) => (index < settled ? source : atEnd)).join(""));
    } while (take(/^\|/) !== undefined);
    const join = (found: readonly string[]): string => (isExact ? found : [...new Set(found)]).join("|");
    return { source: join(sources), atEnd: join(atEnds) };
  };

  const repeated = (isExact: boolean): Part => {
    const hasLoop = rest.startsWith("(") && LOOP.test(behindGroup(rest));
    const opening = take(OPENING);
    const inside = opening === undefined ? alike(single()) : group(opening, isExact || hasLoop);
    const item = inside.source;
    const times = take(QUANTIFIER);
    const isSingle = opening === undefined;
    if (times === undefined) {
      const isCharacter = isSingle && item !== "" && !NOT_ONE_CHARACTER.test(item);
      return { ...inside, isCharacter, canBeEmpty: false };
    }
    take(/^\?/);
    const isOptional = /^(?:[*?]|\{0)/.test(times);
    const plain = (source: string): Part => ({ ...alike(source), isCharacter: false, canBeEmpty: isOptional });
    if (LOOP.test(times)) {
      const once = isOptional ? "" : item;
      const source = `${item}${isOptional ? "*" : "+"}`;
      return { source, isCharacter: false, canBeEmpty: isOptional, atEnd: isSingle ? once : `${once}(?:${item})?` };
    }
    if (isExact || times === "?") return plain(isSingle && !isExact ? "" : item + times);
    if (isSingle) return plain(isOptional ? "" : item);
    return plain(`${item}{${isOptional ? 0 : 1},2}`);
  };

  const single = (): string => {
    if (take(BACK_REFERENCE) !== undefined) return "";
    // All of the rest, line breaks and all: a match that has come so far is made.
    if (flags.includes("s") && take(/^\.\*\$$/) !== undefined) return "";
    return take(ESCAPE) ?? take(CLASS) ?? take(/^[^\\[(){*+?|]/) ?? refuse("an unknown construct");
  };

  const group = (opening: string, isExact: boolean): Inside => {
    const { source: inside, atEnd } = branches(isExact);
    if (take(/^\)/) === undefined) refuse("a group that is not closed");
    if (opening === "(?=" || opening === "(?!") return alike(`(?:(?:${inside})${never}|)`);
    if (opening === "(?<!") {
      const other = otherThan(inside);
      if (other !== null) return alike(`(?:^|${other})`);
    }
    if (opening === "(?<=" || opening === "(?<!") {
      if (/[*+]|,\}/.test(inside.replace(/\\.|\[(?:[^\]\\]|\\.)*\]/g, ""))) refuse("a look-behind without a bound");
      return alike("(?:)");
    }
    return { source: `(?:${inside})`, atEnd: `(?:${atEnd})` };
  };

  const { atEnd } = branches(isWhole);
  if (rest !== "") refuse("a group that is not open");
  const isSticky = flags.includes("y");
  const kept = [...flags].filter((flag) => "isu".includes(flag) || (flag === "m" && !isSticky));
  return { source: `${isSticky ? "^" : ""}(?:${atEnd})${never}`, flags: kept.join("") };
}

/** What costs the same wherever it stands. */
function alike(source: string): { readonly source: string; readonly atEnd: string } {
  return { source, atEnd: source };
}

/** What stands behind the group that a text begins with. */
function behindGroup(text: string): string {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/\\[\s\S]|\[(?:[^\]\\]|\\[\s\S])*\]|[\s\S]/g)) {
    if (part === "(") depth++;
    if (part === ")" && --depth === 0) return text.slice(index + 1);
  }
  return "";
}

/** Every character but those of a class, of an escape or one character; null for anything else. */
function otherThan(source: string): string | null {
  const [, not, characters] = /^\[(\^?)((?:[^\]\\]|\\.)+)\]$/.exec(source) ?? [];
  if (characters !== undefined) return `[${not === "^" ? "" : "^"}${characters}]`;
  return /^(?:\\[dswnt./\\]|[^\\[\](){}*+?|.^$])$/.test(source) ? `[^${source}]` : null;
}
