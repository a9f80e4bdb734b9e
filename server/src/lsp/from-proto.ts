/** From the protocol's types to ours. */

import type { InitializeParams, TextDocumentPositionParams, WorkspaceFolder } from "vscode-languageserver";
import { type FileUri, fileUri } from "../corpus/file-uri.ts";
import type { DocumentStore, OpenDocument } from "./documents.ts";

/** A place in an open document. */
export interface Place {
  readonly document: OpenDocument;
  readonly offset: number;
}

/** The place that a request speaks of; null when its document is not open, or the place behind all that is read as a cable. */
export function place(documents: DocumentStore, params: TextDocumentPositionParams): Place | null {
  const document = documents.get(params.textDocument.uri);
  if (document === null) return null;
  const offset = document.positions.offsetAt(params.position);
  return offset > document.tree.lines.text.length ? null : { document, offset };
}

/** The folders of the workspace, by the newest way in which the client names them. None for a lone file. */
export function workspaceFolders(params: InitializeParams): readonly FileUri[] {
  if (params.workspaceFolders) return folders(params.workspaceFolders);
  // Older clients know one folder only.
  const { rootUri } = params;
  return typeof rootUri === "string" ? [folder(rootUri)] : [];
}

export function folders(all: readonly WorkspaceFolder[]): readonly FileUri[] {
  return all.map(({ uri }) => folder(uri));
}

function folder(uri: string): FileUri {
  return fileUri(uri.length > "file:///".length && uri.endsWith("/") ? uri.slice(0, -1) : uri);
}
