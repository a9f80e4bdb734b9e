/** Where the citations of a note lead: to the paragraphs cited, to the cable; to archives where it is not there. */

import { mrnOfFileName } from "../../cable/mrn.ts";
import type { CableWorkspace } from "../../corpus/workspace.ts";
import { archiveAddresses } from "../archive-addresses.ts";
import { cableTarget, type Definition, type DocumentTarget } from "../definition.ts";
import type { Link } from "../document-links.ts";
import { paragraphsOf } from "../symbol-at.ts";
import { citationAt, type Note } from "./note.ts";

/** Null where the note cites nothing, or a cable that is not there. */
export async function noteDefinition(
  note: Note,
  offset: number,
  workspace: CableWorkspace,
): Promise<Definition | null> {
  const citation = citationAt(note, offset);
  if (citation === null) return null;
  const numbers = citation.paragraphs?.numbers ?? [];
  const documents = await workspace.open(citation.mrn);
  const targets = documents.flatMap((document): readonly DocumentTarget[] => {
    const cited = paragraphsOf(document.tree.outline).filter(
      ({ number }) => number !== null && numbers.includes(number),
    );
    if (cited.length === 0) return [cableTarget(document)];
    return cited.map(({ span, markSpan }) => ({ document, span, selectionSpan: markSpan ?? span }));
  });
  return targets.length === 0 ? null : { origin: citation.span, targets };
}

/** More links are not given. */
const MOST_LINKS = 1000;

/** The first archive of each cable that is not there: where a definition answers there is no link, for Ctrl-click would do both. */
export function noteLinks(
  { citations }: Note,
  { index }: CableWorkspace,
  templates: readonly string[],
): readonly Link[] {
  const links: Link[] = [];
  for (const { mrn, mrnSpan } of citations) {
    if (links.length === MOST_LINKS) break;
    const parts = index.has(mrn) ? null : mrnOfFileName(mrn);
    const [address] = parts === null ? [] : archiveAddresses(templates, parts);
    if (address !== undefined) links.push({ span: mrnSpan, address });
  }
  return links;
}
