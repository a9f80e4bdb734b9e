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
  /** The client asks again for diagnostics when it is told that they changed. */
  readonly refreshesDiagnostics: boolean;
  /** The client asks again for semantic tokens when it is told that they changed. */
  readonly refreshesSemanticTokens: boolean;
  /** The client asks again for code lenses, and for inlay hints, when it is told that they changed. */
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** Code actions as objects; else the client knows only commands, and is offered none. */
  readonly codeActions: boolean;
  /** The edit of a code action may be asked for when it is chosen. */
  readonly resolvesCodeActionEdits: boolean;
  /** The commands that the client can run for a code action, as it names them in its initialization options. */
  readonly commands: ReadonlySet<string>;
  /** The client wants to hear when the index holds something else, as its initialization options say (`indexChanges`). */
  readonly indexChanges: boolean;
  /** The client answers `reftel/readFolder` and its like: files that are on no disk are asked of it. */
  readonly servesFiles: boolean;
  /** Where in its file a symbol of the workspace stands may be asked for when it is chosen. */
  readonly resolvesSymbolRanges: boolean;
  /** The client may be asked later to tell of documents of another language. */
  readonly registersDocuments: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  readonly prepareRename: boolean;
  /** Completions may hold places to fill in. */
  readonly snippets: boolean;
  readonly markdownCompletion: boolean;
  /** What is told of a completion stands beside its label. */
  readonly completionLabelDetails: boolean;
  /** What a list of completions may say once for all of them: `editRange`. */
  readonly completionDefaults: ReadonlySet<string>;
  /** The most folds that the client takes. */
  readonly mostFolds: number;
}

export function clientFlags({ capabilities, initializationOptions }: InitializeParams): ClientFlags {
  const { textDocument, workspace, window, general } = capabilities;
  return {
    positionEncoding: preferredEncoding(general?.positionEncodings),
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    // A client that says nothing about hovers takes the older kind, which is Markdown.
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") ?? true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActionEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    commands: commandsOf(initializationOptions),
    indexChanges: optionOf(initializationOptions, "indexChanges") === true,
    servesFiles: optionOf(initializationOptions, "files") === true,
    resolvesSymbolRanges: workspace?.symbol?.resolveSupport?.properties.includes("location.range") === true,
    registersDocuments:
      textDocument?.synchronization?.dynamicRegistration === true && textDocument.hover?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") ?? true,
    completionLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    completionDefaults: new Set(textDocument?.completion?.completionList?.itemDefaults),
    prepareRename: textDocument?.rename?.prepareSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}

function commandsOf(options: unknown): ReadonlySet<string> {
  const named = optionOf(options, "commands");
  return new Set(Array.isArray(named) ? named.filter((name): name is string => typeof name === "string") : []);
}

function optionOf(options: unknown, name: string): unknown {
  return typeof options === "object" && options !== null ? Reflect.get(options, name) : undefined;
}
