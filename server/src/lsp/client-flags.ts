/** What the client can do, read once from its capabilities. */

import type { InitializeParams } from "vscode-languageserver";
import { type PositionEncoding, preferredEncoding } from "../text/position-encoding.ts";

export interface ClientFlags {
  readonly positionEncoding: PositionEncoding;
  /** Outlines as trees; else as flat lists with the names of containers. */
  readonly hierarchicalSymbols: boolean;
  /** Links with the range to underline; else bare locations. */
  readonly definitionLinks: boolean;
  readonly declarationLinks: boolean;
  readonly markdownHover: boolean;
  /** The client asks for diagnostics; else they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  /** The most folds that the client takes. */
  readonly mostFolds: number;
}

export function clientFlags({ capabilities }: InitializeParams): ClientFlags {
  const { textDocument, workspace, window, general } = capabilities;
  return {
    positionEncoding: preferredEncoding(general?.positionEncodings),
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    // A client that says nothing about hovers takes the older kind, which is Markdown.
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") ?? true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}
