/** The client's files, by requests to it. */

import type { Connection } from "vscode-languageserver";
import type { EditorFileSystem } from "../host/editor-files.ts";
import { FileKindRequest, ReadFileRequest, ReadFolderRequest } from "./protocol.ts";

export function clientFiles(connection: Connection): EditorFileSystem {
  return {
    entries: (uri) => connection.sendRequest(ReadFolderRequest, { uri }),
    read: (uri) => connection.sendRequest(ReadFileRequest, { uri }),
    kind: (uri) => connection.sendRequest(FileKindRequest, { uri }),
  };
}
