/** Diagnostics: asked for by textDocument/diagnostic where the client can, else sent after each change; never both. */

import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from "vscode-languageserver";
import { diagnose } from "../../features/diagnostics.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { diagnostic } from "../to-proto.ts";
import type { Served } from "./served.ts";

export const diagnostics: Served = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { diagnosticProvider: { identifier: "reftel", interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  register: (router) =>
    router.answer(
      DocumentDiagnosticRequest.type,
      { nothing: { kind: DocumentDiagnosticReportKind.Full, items: [] } },
      (session, { textDocument, previousResultId }): DocumentDiagnosticReport => {
        const document = session.documents.get(textDocument.uri);
        if (document === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const resultId = `${document.revision}.${session.rulesRevision}`;
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, document) };
      },
    ),
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

function diagnosticsOf(
  { settings, surroundings, rulePages }: Session,
  { tree, positions }: OpenDocument,
): Diagnostic[] {
  return diagnose(tree, settings.rules, surroundings).map((found) => diagnostic(positions, found, rulePages));
}
