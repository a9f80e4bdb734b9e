/** Reads the distribution of telegrams of 1973–79: which office of the department acts or is informed, and with how many copies. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { DistributionRole } from "../record.ts";
import type { DistributionEntry } from "../tree.ts";

/**
 * A word that says what the offices behind it do, or an office with its copies. A misread figure is a letter: `OCT-O1`. Until 1972 a
 * blank parts the two, and a comma the offices.
 */
const PART =
  /(?<![A-Z0-9/&-])(?:(ACTION|ORIGIN|INFO)(?=\s)|([A-Z][A-Z0-9/&]{0,8})(?:-([\dOIL]{2,3})| (\d\d)(?=[\s,]|$))(?![A-Z0-9-]))/g;

const ROLES: ReadonlyMap<string, DistributionRole> = new Map([
  ["ACTION", "ACTION"],
  ["ORIGIN", "ORIGIN"],
  ["INFO", "INFO"],
]);

/**
 * The offices on the lines of one field, in order. `before` is what the offices above them do: a line that names nothing goes on with that.
 * Sums (`/030 W`) and the numbers of the tear line are none.
 */
export function readDistribution(value: JoinedText, before: DistributionRole | null): readonly DistributionEntry[] {
  const entries: DistributionEntry[] = [];
  let role = before;
  for (const match of value.text.matchAll(PART)) {
    const [whole, word, office, hyphened, parted] = match;
    const copies = hyphened ?? parted;
    if (word !== undefined) {
      role = ROLES.get(word) ?? role;
      continue;
    }
    if (office === undefined || copies === undefined) continue;
    const end = match.index + whole.length;
    entries.push({
      span: value.span(match.index, end),
      role,
      office: { value: office, span: value.span(match.index, match.index + office.length) },
      copies: /^\d+$/.test(copies) ? { value: Number(copies), span: value.span(end - copies.length, end) } : null,
    });
  }
  return entries;
}
