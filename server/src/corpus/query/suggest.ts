/** What may have been meant by a name that is not known: those that begin with it, or are a slip of the pen away. */

/** More than these nobody reads. */
const MOST = 5;

/** The likeliest of some names for one that was typed; all in one case. */
export function suggestions(typed: string, names: Iterable<string>): readonly string[] {
  const wanted = typed.toLowerCase();
  const most = wanted.length <= 3 ? 1 : wanted.length <= 6 ? 2 : 3;
  const rated: { readonly name: string; readonly rate: number }[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (seen.has(lower)) continue;
    seen.add(lower);
    const rate = lower.startsWith(wanted)
      ? 0
      : (distance(wanted, lower, most) ?? (wanted.length > 3 && lower.includes(wanted) ? most : null));
    if (rate !== null) rated.push({ name, rate });
  }
  rated.sort(
    (one, other) => one.rate - other.rate || one.name.length - other.name.length || (one.name < other.name ? -1 : 1),
  );
  return rated.slice(0, MOST).map(({ name }) => name);
}

/** How many letters must be changed to make one word the other (Levenshtein); null for more than `most`. */
function distance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      const cost = Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    row = next;
  }
  const found = row[other.length] ?? most + 1;
  return found <= most ? found : null;
}
