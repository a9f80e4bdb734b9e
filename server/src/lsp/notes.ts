/** The Markdown notes that are open beside cables: kept apart, so that nothing takes one for a cable. */

import {
  CodeActionRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Disposable,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  HoverRequest,
  ReferencesRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { isPlainlyCable } from "../cable/plainly-cable.ts";
import { type Note, readNote } from "../features/notes/note.ts";
import { DocumentStore, type OpenDocument } from "./documents.ts";
import type { Log } from "./log.ts";

/** The language of notes, as editors call it. */
export const MARKDOWN = "markdown";

/** What a client is asked to tell of Markdown, once there are cables that a note could cite. */
const SELECTOR = [{ language: MARKDOWN }];

/** Notes that are open, by their URIs. */
export class OpenNotes extends DocumentStore {
  readonly #read = new WeakMap<OpenDocument, Note>();
  /** Those whose quotations somebody asked about: they stay checked as they are typed in. */
  readonly #checked = new Set<string>();

  /** Whether a document that opens is a note: Markdown, and not itself a cable in a file of that kind. */
  static takes(languageId: string, text: string): boolean {
    return languageId === MARKDOWN && !isPlainlyCable(text);
  }

  /** The note in an open document, read once a version. */
  noteOf(document: OpenDocument): Note {
    let note = this.#read.get(document);
    if (note === undefined) {
      note = readNote(document.file, document.lines.text);
      this.#read.set(document, note);
    }
    return note;
  }

  checkQuotations({ file }: OpenDocument): void {
    this.#checked.add(file);
  }

  areQuotationsChecked({ file }: OpenDocument): boolean {
    return this.#checked.has(file);
  }

  override close(uri: string): OpenDocument | null {
    const closed = super.close(uri);
    if (closed !== null) this.#checked.delete(closed.file);
    return closed;
  }
}

/** A place in an open note. */
export function notePlace(
  { notes }: { readonly notes: OpenNotes },
  {
    textDocument,
    position,
  }: { readonly textDocument: { readonly uri: string }; readonly position: { line: number; character: number } },
): { readonly document: OpenDocument; readonly note: Note; readonly offset: number } | null {
  const document = notes.get(textDocument.uri);
  if (document === null) return null;
  return { document, note: notes.noteOf(document), offset: document.positions.offsetAt(position) };
}

/** Asks the client about Markdown while there are cables and the setting says so; without, notes cost nothing. */
export class NoteRegistration {
  #registered: Promise<Disposable> | null = null;

  /** `isWanted`: there are cables, the setting says so, and the client can be asked. */
  update(connection: Connection, isWanted: boolean, pullsDiagnostics: boolean, log: Log): void {
    const before = this.#registered;
    if (isWanted === (before !== null)) return;
    if (before !== null) {
      this.#registered = null;
      before.then((one) => one.dispose()).catch((error: unknown) => log.fault("forget notes", error));
      return;
    }
    const registered = this.#register(connection, pullsDiagnostics);
    this.#registered = registered;
    registered.catch((error: unknown) => log.fault("ask for notes", error));
  }

  async #register(connection: Connection, pullsDiagnostics: boolean): Promise<Disposable> {
    const options = { documentSelector: SELECTOR };
    const { client } = connection;
    const all = [
      // What is asked of a note is asked after it was opened.
      await client.register(HoverRequest.type, options),
      await client.register(DefinitionRequest.type, options),
      await client.register(DocumentLinkRequest.type, options),
      await client.register(ReferencesRequest.type, options),
      await client.register(CompletionRequest.type, { ...options, triggerCharacters: ["@", "¶"] }),
      await client.register(CodeActionRequest.type, { ...options, codeActionKinds: ["quickfix"] }),
      await client.register(DidOpenTextDocumentNotification.type, options),
      await client.register(DidChangeTextDocumentNotification.type, {
        ...options,
        syncKind: TextDocumentSyncKind.Incremental,
      }),
      await client.register(DidCloseTextDocumentNotification.type, options),
    ];
    if (pullsDiagnostics) {
      all.push(
        await client.register(DocumentDiagnosticRequest.type, {
          ...options,
          identifier: "reftel-notes",
          interFileDependencies: true,
          workspaceDiagnostics: false,
        }),
      );
    }
    const dispose = (): void => {
      for (const one of all) one.dispose();
    };
    return { dispose };
  }
}
