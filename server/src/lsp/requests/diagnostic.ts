/** Diagnostics: asked for by textDocument/diagnostic where the client can, else sent after each change; never both. */

import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import { DebouncedDiagnostics } from "../debounced-diagnostics.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { openDiagnosticsOf, resultIdOf } from "./document-findings.ts";
import { noteDiagnostics, noteResultId } from "./note-findings.ts";
import type { RequestHandler } from "./served.ts";
import { workspaceReports } from "./workspace-diagnostics.ts";

export const diagnostics: RequestHandler = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { diagnosticProvider: { identifier: "reftel", interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  register: (router) => {
    router.answer(WorkspaceDiagnosticRequest.type, { nothing: { items: [] } }, async (session, params, token) => ({
      items: await workspaceReports(session, params.previousResultIds, token),
    }));
    router.answer(
      DocumentDiagnosticRequest.type,
      { nothing: { kind: DocumentDiagnosticReportKind.Full, items: [] } },
      async (session, { textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
        const note = session.notes.get(textDocument.uri);
        if (note !== null) {
          const noteId = noteResultId(session, note);
          return noteId === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: noteId }
            : {
                kind: DocumentDiagnosticReportKind.Full,
                resultId: noteId,
                items: await noteDiagnostics(session, note),
              };
        }
        const document = session.documents.get(textDocument.uri);
        if (document === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const resultId = resultIdOf(session, document);
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items: openDiagnosticsOf(session, document) };
      },
    );
  },
};

/** Sends the diagnostics of an opened document to a client that does not ask for them, after what else it sent along. */
export function sendDiagnosticsAfterTurn(session: Session, document: OpenDocument): void {
  if (!session.flags.pullsDiagnostics) {
    session.inBackground("send diagnostics", laterOf(session).afterTurn(document));
  }
}

/** Sends the diagnostics of a changed document to a client that does not ask for them, unless it changes again meanwhile. */
export function sendDiagnosticsAfterPause(session: Session, document: OpenDocument): void {
  if (!session.flags.pullsDiagnostics) {
    session.inBackground("send diagnostics", laterOf(session).afterPause(document));
  }
}

const LATER = new WeakMap<Session, DebouncedDiagnostics<OpenDocument>>();

function laterOf(session: Session): DebouncedDiagnostics<OpenDocument> {
  const known = LATER.get(session);
  if (known !== undefined) return known;
  const later = new DebouncedDiagnostics<OpenDocument>(session.background, {
    isCurrent: ({ uri, revision }) => (session.notes.get(uri) ?? session.documents.get(uri))?.revision === revision,
    send: (document) => sendDiagnostics(session, document),
  });
  LATER.set(session, later);
  return later;
}

/** Sends the diagnostics of a document to a client that does not ask for them. */
function sendDiagnostics(session: Session, document: OpenDocument): void {
  if (session.flags.pullsDiagnostics) return;
  const { uri, version } = document;
  if (session.notes.get(uri) === document) {
    session.inBackground(
      "send what is found in a note",
      noteDiagnostics(session, document).then((items) => session.publish({ uri, version, diagnostics: items })),
    );
    return;
  }
  session.publish({ uri, version, diagnostics: openDiagnosticsOf(session, document) });
}

/** Takes back what was sent of a document that is closed now. */
export function clearDiagnostics(session: Session, { uri }: OpenDocument): void {
  if (!session.flags.pullsDiagnostics) session.publish({ uri, diagnostics: [] });
}
