/** A language server that does nothing: what the protocol and the machine cost by themselves. */

import { createConnection, DocumentSymbolRequest, TextDocumentSyncKind } from "vscode-languageserver/node";

const connection = createConnection(process.stdin, process.stdout);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, documentSymbolProvider: true },
}));
connection.onRequest(DocumentSymbolRequest.type, () => []);
connection.listen();
