/** What the client tells of its documents, folders, files and settings. */

import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
} from "vscode-languageserver";
import { fileUri } from "../corpus/file-uri.ts";
import { LONGEST_READ } from "../features/limits.ts";
import { folders } from "./from-proto.ts";
import { OpenNotes } from "./notes.ts";
import { clearDiagnostics, sendDiagnosticsAfterPause, sendDiagnosticsAfterTurn } from "./requests/diagnostic.ts";
import type { Router } from "./router.ts";

export function synchronize(router: Router): void {
  router.take(InitializedNotification.type, (session) => {
    session.onRulesChanged = () => {
      for (const document of session.documents.all()) sendDiagnosticsAfterTurn(session, document);
      for (const note of session.notes.all()) sendDiagnosticsAfterTurn(session, note);
    };
    session.start();
  });

  router.take(DidOpenTextDocumentNotification.type, (session, { textDocument }) => {
    const { uri, version, text } = textDocument;
    if (session.settings.notes && OpenNotes.takes(textDocument.languageId, text)) {
      sendDiagnosticsAfterTurn(session, session.notes.open(uri, version, text));
      return;
    }
    const document = session.documents.open(uri, version, text);
    session.opened(document);
    if (document.isTooLong) {
      const most = LONGEST_READ.toLocaleString("en-US");
      session.tell(`This text has more than ${most} characters: only its beginning is read as a cable.`);
    }
    sendDiagnosticsAfterTurn(session, document);
  });

  router.take(DidChangeTextDocumentNotification.type, (session, { textDocument, contentChanges }) => {
    const note = session.notes.change(textDocument.uri, textDocument.version, contentChanges);
    if (note !== null) {
      sendDiagnosticsAfterPause(session, note);
      return;
    }
    const document = session.documents.change(textDocument.uri, textDocument.version, contentChanges);
    if (document === null) {
      session.log.info(`Passed over a change of ${textDocument.uri}: it is not open, or the change is out of date.`);
      return;
    }
    session.opened(document);
    sendDiagnosticsAfterPause(session, document);
  });

  router.take(DidCloseTextDocumentNotification.type, (session, { textDocument }) => {
    const note = session.notes.close(textDocument.uri);
    if (note !== null) {
      clearDiagnostics(session, note);
      return;
    }
    const document = session.documents.close(textDocument.uri);
    if (document === null) return;
    session.closed(document);
    clearDiagnostics(session, document);
  });

  router.take(DidChangeWatchedFilesNotification.type, (session, { changes }) => {
    session.filesChanged(changes.map(({ uri }) => fileUri(uri)));
  });

  router.take(DidChangeWorkspaceFoldersNotification.type, (session, { event }) => {
    const removed = new Set(folders(event.removed));
    const kept = session.folders.filter((folder) => !removed.has(folder));
    session.setFolders([...new Set([...kept, ...folders(event.added)])]);
  });

  router.take(DidChangeConfigurationNotification.type, (session, params) => {
    session.configurationChanged(params?.settings);
  });
}
