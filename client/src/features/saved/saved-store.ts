/** Searches, dossiers and marks of missing cables as the workspace's folder keeps them in `.reftel/`: read again when the files change, findings where they are wrong. */

import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  FileSystemError,
  l10n,
  languages,
  Range,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ClientHost } from "../../client-part.ts";
import {
  changedFile,
  DOSSIERS,
  type Dossier,
  MARKS,
  type Mark,
  readSaved,
  type SavedFile,
  type SavedKind,
  type SavedSearch,
  SEARCHES,
} from "./saved-file.ts";

const FILES = {
  searches: ".reftel/searches.json",
  dossiers: ".reftel/dossiers.json",
  missing: ".reftel/missing.json",
} as const;

export class SavedStore implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #watchers: readonly Disposable[];
  readonly #findings = languages.createDiagnosticCollection("reftel-saved");
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#watchers = Object.values(FILES).map((pattern) => {
      const watcher = workspace.createFileSystemWatcher(`**/${pattern}`);
      const changed = (): void => this.#changed.fire();
      watcher.onDidChange(changed);
      watcher.onDidCreate(changed);
      watcher.onDidDelete(changed);
      return watcher;
    });
  }

  dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#findings.dispose();
    this.#changed.dispose();
  }

  searches(): Promise<SavedFile<SavedSearch>> {
    return this.#read(SEARCHES);
  }

  dossiers(): Promise<SavedFile<Dossier>> {
    return this.#read(DOSSIERS);
  }

  saveSearch(search: SavedSearch): Promise<boolean> {
    return this.#write(SEARCHES, search.name, search);
  }

  deleteSearch(name: string): Promise<boolean> {
    return this.#write(SEARCHES, name, null);
  }

  saveDossier(dossier: Dossier): Promise<boolean> {
    return this.#write(DOSSIERS, dossier.name, dossier);
  }

  deleteDossier(name: string): Promise<boolean> {
    return this.#write(DOSSIERS, name, null);
  }

  marks(): Promise<SavedFile<Mark>> {
    return this.#read(MARKS);
  }

  saveMark(mark: Mark): Promise<boolean> {
    return this.#write(MARKS, mark.name, mark);
  }

  deleteMark(name: string): Promise<boolean> {
    return this.#write(MARKS, name, null);
  }

  async #read<Entry extends { readonly name: string }>(kind: SavedKind<Entry>): Promise<SavedFile<Entry>> {
    const uri = fileOf(kind);
    if (uri === null) return { entries: [], problems: [], isWritable: false };
    const file = readSaved(await textOf(uri), kind);
    this.#findings.set(
      uri,
      file.problems.map((problem) => {
        const finding = new Diagnostic(
          new Range(0, 0, 0, 1),
          l10n.t("Not all of this file is used: {0}.", problem),
          DiagnosticSeverity.Warning,
        );
        finding.source = "reftel";
        return finding;
      }),
    );
    return file;
  }

  /** Nothing is written over what can't be read. */
  async #write<Entry extends { readonly name: string }>(
    kind: SavedKind<Entry>,
    name: string,
    entry: Entry | null,
  ): Promise<boolean> {
    const uri = fileOf(kind);
    if (uri === null) {
      window.showWarningMessage(l10n.t("Open a folder first: this is kept in it."));
      return false;
    }
    const text = changedFile(await textOf(uri), kind, name, entry);
    if (text === null) {
      const open = l10n.t("Open File");
      const chosen = await window.showErrorMessage(
        l10n.t("{0} can't be read, so nothing was written to it.", workspace.asRelativePath(uri)),
        open,
      );
      if (chosen === open) await window.showTextDocument(uri);
      return false;
    }
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    this.#changed.fire();
    return true;
  }
}

const stores = new WeakMap<ClientHost, SavedStore>();

/** The one store of an extension that runs; who asks first makes it, and the explorer disposes of it. */
export function savedStoreOf(host: ClientHost): SavedStore {
  const known = stores.get(host);
  if (known !== undefined) return known;
  const store = new SavedStore();
  stores.set(host, store);
  return store;
}

/** In the first folder of the workspace; null without one. */
function fileOf({ list }: Pick<SavedKind<never>, "list">): Uri | null {
  const [folder] = workspace.workspaceFolders ?? [];
  return folder === undefined ? null : Uri.joinPath(folder.uri, FILES[list]);
}

async function textOf(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return null;
    throw error;
  }
}
