/** Diagnostics of all cables of the workspace, where a setting asks for them: a report a file, and none of what did not change. */

import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { parseCable } from "../../cable/parse.ts";
import { type FileUri, fileName, fileUri } from "../../corpus/file-uri.ts";
import { LineTable } from "../../text/line-table.ts";
import { PositionConverter } from "../../text/position-encoding.ts";
import type { Session } from "../session.ts";
import { diagnosticsOf, resultIdOf } from "./document-findings.ts";

/** More files than anyone looks through in a list of problems are not checked by themselves: `reftel check` is for them. */
const MOST_FILES = 5000;

/** Empty where the setting is off. Stops where the client asks no longer. */
export async function workspaceReports(
  session: Session,
  previous: readonly PreviousResultId[],
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const known = new Map(previous.map(({ uri, value }) => [fileUri(uri), value]));
  if (!session.settings.checkWorkspace) return [...known.keys()].map(nothingIn);
  await session.indexed();
  const files = [...session.indexer.index.files()].sort().slice(0, MOST_FILES);
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  for (const file of files) {
    if (token.isCancellationRequested) return [];
    reports.push(await reportOf(session, file, known.get(file)));
    known.delete(file);
    await session.background.pause();
  }
  // What is no cable any more, or gone, has no findings.
  return [...reports, ...[...known.keys()].map(nothingIn)];
}

async function reportOf(
  session: Session,
  file: FileUri,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport> {
  const open = session.documents.ofFile(file);
  if (open !== null) {
    const resultId = resultIdOf(session, open);
    return resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, uri: open.uri, version: open.version, resultId }
      : {
          kind: DocumentDiagnosticReportKind.Full,
          uri: open.uri,
          version: open.version,
          resultId,
          items: diagnosticsOf(session, open),
        };
  }
  const text = await session.workspace.text(file);
  if (text === null) return nothingIn(file);
  const resultId = `${fingerprint(text)}.${session.rulesRevision}`;
  if (resultId === previous) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri: file, version: null, resultId };
  }
  const positions = new PositionConverter(new LineTable(text), session.flags.positionEncoding);
  const items = diagnosticsOf(session, { file, tree: parseCable(text, fileName(file)), positions });
  return { kind: DocumentDiagnosticReportKind.Full, uri: file, version: null, resultId, items };
}

function nothingIn(uri: FileUri): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

/** Tells a text from what it was before: length and FNV-1a of its UTF-16 units. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${hash >>> 0}`;
}
