/** Diagnostics: asked for by textDocument/diagnostic where the client can, else sent after each change; never both. */

import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { diagnosticsOf, resultIdOf } from "./document-findings.ts";
import type { Served } from "./served.ts";
import { workspaceReports } from "./workspace-diagnostics.ts";

export const diagnostics: Served = {
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
      (session, { textDocument, previousResultId }): DocumentDiagnosticReport => {
        const document = session.documents.get(textDocument.uri);
        if (document === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const resultId = resultIdOf(session, document);
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, document) };
      },
    );
  },
};

/** Typing goes on for this long, in milliseconds, before its diagnostics are sent. */
const PAUSE = 200;

/** Sends the diagnostics of a changed document to a client that does not ask for them, unless it changes again meanwhile. */
export function sendDiagnosticsAfterPause(session: Session, document: OpenDocument): void {
  if (session.flags.pullsDiagnostics) return;
  setTimeout(() => {
    if (session.documents.get(document.uri)?.revision === document.revision) sendDiagnostics(session, document);
  }, PAUSE);
}

/** Sends the diagnostics of a document to a client that does not ask for them. */
export function sendDiagnostics(session: Session, document: OpenDocument): void {
  if (session.flags.pullsDiagnostics) return;
  const { uri, version } = document;
  session.publish({ uri, version, diagnostics: diagnosticsOf(session, document) });
}

/** Takes back what was sent of a document that is closed now. */
export function clearDiagnostics(session: Session, { uri }: OpenDocument): void {
  if (!session.flags.pullsDiagnostics) session.publish({ uri, diagnostics: [] });
}
