/** Offers the labels of the REF line behind `Ref `, each with what it stands for. */

import { meantBy } from "../../corpus/meant-cable.ts";
import { labelOfEntry } from "../labels.ts";
import { type CompletionProvider, proposal } from "./completion.ts";

/** `Ref `, `refs A and `, `reftel (B`: labels so far, and the letters being typed. */
const BEHIND_REF =
  /\bref(?:s|tels?)?[ \t]{1,3}(?<so>(?:\(?[A-Z]{1,2}\)?(?:, ?| and | ?& ?| ?- ?|, and )){0,26})\(?(?<typed>[A-Z]{0,2})$/i;

/** As much before the cursor as the expression looks at. */
const LONGEST = 160;

export const label: CompletionProvider = {
  kind: "label",
  rank: 1,
  at({ tree, drafting, offset, workspace }) {
    if (tree.references.length === 0 || drafting.field?.row.field === "references") return null;
    const match = BEHIND_REF.exec(drafting.before.slice(-LONGEST));
    if (match === null) return null;
    const typed = match.groups?.typed ?? "";
    const named = new Set((match.groups?.so ?? "").toUpperCase().match(/\b[A-Z]{1,2}\b/g) ?? []);
    const entries = tree.references.map((entry) => ({ entry, label: labelOfEntry(tree, entry) }));
    const proposals = entries
      .filter((one) => !named.has(one.label) && one.label.startsWith(typed.toUpperCase()))
      .map(({ entry, label: own }) => {
        const meant = meantBy(entry, tree, workspace.index);
        const subject = meant === null ? null : (workspace.index.hitsOf(meant.mrn)[0]?.subject ?? null);
        return proposal({
          label: own,
          kind: "label",
          detail: subject === null ? entry.text : `${entry.text}: ${subject}`,
        });
      });
    return { span: { start: offset - typed.length, end: offset }, proposals, isIncomplete: false };
  },
};
