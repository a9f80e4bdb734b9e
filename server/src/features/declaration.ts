/** Where a citation is declared: its entry in the REF line. */

import type { CableDocument } from "../corpus/workspace.ts";
import { type Definition, entryTarget } from "./definition.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { symbolAt } from "./symbol-at.ts";

/** The REF entries of the mention at an offset: of one label where that is pointed at, else of the whole mention. Null elsewhere. */
export function declarationAt(document: CableDocument, offset: number): Definition | null {
  const { tree } = document;
  const object = symbolAt(tree, offset);
  if (object === null || !("mention" in object)) return null;
  const entries =
    object.kind === "mentioned-label"
      ? object.labels.flatMap((label) => entriesWithLabel(tree, label))
      : entriesOfMention(tree, object.mention);
  if (entries.length === 0) return null;
  return { origin: object.span, targets: entries.map((entry) => entryTarget(document, entry)) };
}
