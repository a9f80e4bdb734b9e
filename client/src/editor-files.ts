/** Serves the files of the editor's own file system to the server: virtual workspaces, and all files in a browser. */

import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { decode } from "../../server/src/host/decode.ts";
import {
  type FileContent,
  FileKindRequest,
  LARGEST_FILE,
  ReadFileRequest,
  ReadFolderRequest,
} from "../../server/src/lsp/protocol.ts";

/** Answers what the server asks of files. Called before the client starts. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(ReadFolderRequest, async ({ uri }) => {
    const folder = Uri.parse(uri);
    try {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.map(([name, type]) => ({
        uri: Uri.joinPath(folder, name).toString(),
        name,
        isFolder: (type & FileType.Directory) !== 0,
      }));
    } catch {
      return null;
    }
  });
  client.onRequest(ReadFileRequest, ({ uri }) => read(Uri.parse(uri)));
  client.onRequest(FileKindRequest, async ({ uri }) => (await kindOf(Uri.parse(uri)))?.kind ?? "missing");
}

async function kindOf(uri: Uri): Promise<{ readonly kind: "file" | "folder"; readonly size: number } | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    return { kind: (type & FileType.Directory) === 0 ? "file" : "folder", size };
  } catch {
    return null;
  }
}

/** A file as text: as bytes it would travel as a list of numbers, many times as large. */
async function read(uri: Uri): Promise<FileContent> {
  const found = await kindOf(uri);
  if (found === null) return { kind: "missing" };
  if (found.kind === "folder") return { kind: "folder" };
  if (found.size > LARGEST_FILE) return { kind: "skipped", reason: "is too large for a cable" };
  try {
    return decode(await workspace.fs.readFile(uri));
  } catch {
    return { kind: "skipped", reason: "can't be read" };
  }
}
