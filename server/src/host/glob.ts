/** Patterns of file paths, as editors write them in their settings: `*.{cable,txt}` with `**` for folders. */

const ESCAPED = new Set([..."*?[]{},!"]);

/**
 * Whether a path (with `/` between its parts) fits a pattern: `*` and `?` stand for characters of one part, `**` for any number of parts,
 * `{a,b}` for one or the other, `[a-z]` and `[!a-z]` for one character. A pattern that begins with none of these is no
 * different: it is held against the whole path. Capitals count.
 */
export class Glob {
  /** Whether the pattern stands for so much that it is not taken: then it fits nothing. */
  readonly isRefused: boolean;
  /**
   * Ends of names by their length, for the patterns of the usual kind, any folder and `*.txt`: asked of every file of a large folder, and as quick
   * of hundreds of ends as of one.
   */
  readonly #nameEnds: ReadonlyMap<number, ReadonlySet<string>>;
  /** Folders with strokes on both sides, for the other patterns of the usual kind, all below `node_modules`, wherever it is. */
  readonly #folders: readonly string[];
  readonly #others: readonly (readonly Token[])[];

  constructor(pattern: string) {
    const expanded = expandBraces(pattern);
    this.isRefused = expanded === null;
    const alternatives = expanded ?? [];
    this.#nameEnds = byLength(alternatives.flatMap((alternative) => NAME_END.exec(alternative)?.[1] ?? []));
    this.#folders = alternatives.flatMap((alternative) => {
      const name = FOLDER_ANYWHERE.exec(alternative)?.[1];
      return name === undefined ? [] : [`/${name}/`];
    });
    this.#others = alternatives
      .filter((alternative) => !NAME_END.test(alternative) && !FOLDER_ANYWHERE.test(alternative))
      .map(tokensOf);
  }

  matches(path: string): boolean {
    for (const [length, ends] of this.#nameEnds) {
      if (path.length >= length && ends.has(path.slice(path.length - length))) return true;
    }
    return (
      this.#folders.some((folder) => path.startsWith(folder.slice(1)) || path.includes(folder)) ||
      this.#others.some((tokens) => fits(tokens, path))
    );
  }
}

const NAME_END = /^\*\*\/\*([^*?[\]{}/\\]+)$/;
const FOLDER_ANYWHERE = /^\*\*\/([^*?[\]{}/\\]+)\/\*\*$/;

type Token =
  | { readonly kind: "character"; readonly value: string }
  | { readonly kind: "any-character" }
  | { readonly kind: "set"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  // `*`: any characters but `/`.
  | { readonly kind: "star" }
  // `**`: any parts, with the `/` behind the last where the pattern has one.
  | { readonly kind: "parts"; readonly slash: boolean };

function byLength(ends: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const end of ends) found.set(end.length, (found.get(end.length) ?? new Set()).add(end));
  return found;
}

/** A pattern stands for no more others than this, and these are no longer in all: `{a,b}{a,b}{a,b}…` doubles with each. */
const MOST_ALTERNATIVES = 4096;
const MOST_CHARACTERS = 100_000;

/** The patterns without braces that a pattern with braces stands for; null where there are too many. */
function expandBraces(pattern: string): readonly string[] | null {
  const expanded: string[] = [];
  const open = [pattern];
  let characters = pattern.length;
  for (let partly = open.pop(); partly !== undefined; partly = open.pop()) {
    if (open.length + expanded.length > MOST_ALTERNATIVES || characters > MOST_CHARACTERS) return null;
    const start = partly.indexOf("{");
    const end = start < 0 ? -1 : closingBrace(partly, start);
    if (end < 0) {
      expanded.push(partly);
      continue;
    }
    characters -= partly.length;
    const [before, behind] = [partly.slice(0, start), partly.slice(end + 1)];
    for (const choice of choices(partly.slice(start + 1, end))) {
      open.push(before + choice + behind);
      characters += before.length + choice.length + behind.length;
      if (characters > MOST_CHARACTERS) return null;
    }
  }
  return expanded;
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern.charAt(at) === "{") depth++;
    else if (pattern.charAt(at) === "}" && --depth === 0) return at;
  }
  return -1;
}

function choices(inside: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    const character = inside.charAt(at);
    if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "," && depth === 0) {
      found.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, inside.slice(start)];
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === "*") {
      let end = at;
      while (pattern.charAt(end) === "*") end++;
      const slash = pattern.charAt(end) === "/";
      const several = end - at > 1;
      tokens.push(several ? { kind: "parts", slash } : { kind: "star" });
      at = several && slash ? end + 1 : end;
    } else if (character === "?") {
      tokens.push({ kind: "any-character" });
      at++;
    } else if (character === "[" && pattern.indexOf("]", at + 2) > 0) {
      const end = pattern.indexOf("]", at + 2);
      tokens.push(setOf(pattern.slice(at + 1, end)));
      at = end + 1;
    } else if (character === "\\" && ESCAPED.has(pattern.charAt(at + 1))) {
      tokens.push({ kind: "character", value: pattern.charAt(at + 1) });
      at += 2;
    } else {
      tokens.push({ kind: "character", value: character });
      at++;
    }
  }
  return tokens;
}

function setOf(inside: string): Token {
  const negated = inside.startsWith("!") || inside.startsWith("^");
  const members = negated ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members.charAt(at);
    if (members.charAt(at + 1) === "-" && at + 2 < members.length) {
      ranges.push([from, members.charAt(at + 2)]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return { kind: "set", negated, ranges };
}

/** All places that the tokens so far can have led to, kept as a set, so that no pattern costs more than its length times the path's. */
function fits(tokens: readonly Token[], path: string): boolean {
  let places = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    for (const place of places) step(token, path, place, next);
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(path.length);
}

function step(token: Token, path: string, place: number, next: Set<number>): void {
  const character = path.charAt(place);
  switch (token.kind) {
    case "character":
      if (character === token.value) next.add(place + 1);
      return;
    case "any-character":
      if (character !== "" && character !== "/") next.add(place + 1);
      return;
    case "set":
      if (character !== "" && character !== "/" && inSet(token, character)) next.add(place + 1);
      return;
    case "star":
      for (let at = place; !next.has(at); at++) {
        next.add(at);
        if (at >= path.length || path.charAt(at) === "/") return;
      }
      return;
    case "parts":
      if (token.slash) {
        next.add(place);
        for (let at = path.indexOf("/", place); at >= 0 && !next.has(at + 1); at = path.indexOf("/", at + 1)) {
          next.add(at + 1);
        }
      } else for (let at = place; at <= path.length && !next.has(at); at++) next.add(at);
      return;
  }
}

function inSet({ negated, ranges }: Extract<Token, { kind: "set" }>, character: string): boolean {
  return ranges.some(([from, to]) => character >= from && character <= to) !== negated;
}
