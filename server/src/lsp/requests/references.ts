/** textDocument/references: who mentions a label, who cites a cable. */

import { type Location, type ReferenceContext, ReferencesRequest } from "vscode-languageserver";
import type { CanonicalMrn } from "../../cable/mrn.ts";
import { citationAt } from "../../features/notes/note.ts";
import { MOST_REFERENCES, type References, referencesAt } from "../../features/references.ts";
import { citedInNotes } from "../citing-notes.ts";
import { place } from "../from-proto.ts";
import { notePlace } from "../notes.ts";
import type { Session } from "../session.ts";
import { recordedRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

/** What clients mean that leave the context out, though the protocol asks for it. */
const ALL: ReferenceContext = { includeDeclaration: true };

export const references: RequestHandler = {
  capabilities: () => ({ referencesProvider: true }),
  register: (router) =>
    router.answer(ReferencesRequest.type, { nothing: null }, async (session, params) => {
      const inNote = notePlace(session, params);
      if (inNote !== null) return ofCitedCable(session, citationAt(inNote.note, inNote.offset)?.mrn ?? null);
      const at = place(session.documents, params);
      if (at === null) return null;
      const found = referencesAt(at.document, at.offset, session.workspace, params.context ?? ALL);
      if (found === null) return null;
      tellWhatIsMissing(session, found);
      const inNotes = found.cable === null ? [] : await notesCiting(session, found.cable);
      return Promise.all([...found.references, ...inNotes].map((reference) => location(session, reference)));
    }),
};

/** Of a cable cited in a note: what cites it in the workspace, cables and notes. */
async function ofCitedCable(session: Session, mrn: CanonicalMrn | null): Promise<Location[] | null> {
  if (mrn === null) return null;
  const { citations } = session.workspace.index.citationsOf(mrn, MOST_REFERENCES);
  const inNotes = await notesCiting(session, mrn);
  return Promise.all([...citations, ...inNotes].map((reference) => location(session, reference)));
}

async function notesCiting({ settings, notes, indexer, workspace }: Session, mrn: CanonicalMrn) {
  if (!settings.notes) return [];
  return citedInNotes(mrn, { notes, index: indexer.index, read: (file) => workspace.text(file) });
}

async function location(session: Session, { file, place }: References["references"][number]): Promise<Location> {
  const { workspace, flags, documents, notes } = session;
  return {
    uri: (documents.ofFile(file) ?? notes.ofFile(file))?.uri ?? file,
    range: await recordedRange(place, flags.positionEncoding, () => workspace.text(file)),
  };
}

/** An answer that is not the whole says so: the list itself can't. */
function tellWhatIsMissing(session: Session, { references: shown, total, fromIndex }: References): void {
  if (shown.length < total) {
    session.tell(`Showing the ${fromIndex ? "newest" : "first"} ${count(shown.length)} of ${count(total)} references.`);
  } else if (fromIndex && !session.indexer.isReady) {
    session.tell("Still indexing: there may be more references than these.");
  }
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
