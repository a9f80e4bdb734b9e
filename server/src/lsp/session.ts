/** One client and all that the server knows on its behalf, from `initialize` to `shutdown`. */

import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type InitializeParams,
  MessageType,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  WatchKind,
} from "vscode-languageserver";
import { parseCable, parseHead } from "../cable/parse.ts";
import { StringSource } from "../cable/text-source.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { type IndexRecord, toIndexRecord } from "../corpus/index-record.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import type { QueryEnvironment } from "../corpus/query/field-values.ts";
import type { Instant } from "../features/refactorings/support/context.ts";
import type { RuleEnvironment } from "../features/rules/support/rule-environment.ts";
import type { RuleSettings } from "../features/rules/support/settings.ts";
import type { BulkReader, BulkSearcher } from "../host/batch-reader.ts";
import { EditorFiles, filesOf, NO_FILES } from "../host/editor-files.ts";
import { heeded, inAnyCase } from "../host/file-filter.ts";
import type { FileAccess } from "../host/files.ts";
import type { Importer } from "../host/importer.ts";
import { differencesOf } from "../host/index-check.ts";
import { Indexer } from "../host/indexer.ts";
import { OWN_VOCABULARY_FILE, ownVocabularyFile, readVocabulary } from "../host/own-vocabulary.ts";
import type { Snapshots } from "../host/snapshots.ts";
import { Slices, type Turns } from "../host/time-slicer.ts";
import { defaultVocabulary, type Vocabulary } from "../vocabulary/vocabulary.ts";
import { clientFiles } from "./client-files.ts";
import { type ClientFlags, clientFlags } from "./client-flags.ts";
import { DocumentStore, type OpenDocument } from "./documents.ts";
import { FOLDER_SETTINGS_FILE, folderSettingsFile, readFolderRules, rulesFor } from "./folder-settings.ts";
import { workspaceFolders } from "./from-proto.ts";
import { IndexNotifications } from "./index-notifications.ts";
import type { Log } from "./log.ts";
import { NoteRegistration, OpenNotes } from "./notes.ts";
import { showIndexing } from "./progress.ts";
import { DEFAULT_SETTINGS, readSettings, rulePagesOf, type Settings, sameSettings, storagePathOf } from "./settings.ts";
import { SnapshotStore } from "./snapshot-store.ts";
import { isOfCorpus, SessionWorkspace } from "./workspace.ts";

/** What the machine that the server runs on gives it. */
export interface Machine {
  /** Whether the index is held against one built anew each time that it has settled, and what differs is told in the log. */
  readonly checksIndex?: boolean;
  /** Its disk; null where it has none, as in a browser. Other files are asked of the client. */
  readonly files: FileAccess | null;
  readonly turns: Turns;
  /** The URI of the folder with a page for each rule, ending in a stroke; null where the machine has none: the client may name one. */
  readonly rulePages?: string | null;
  /** A faster way to read many files; null where there is none. */
  readonly bulk?: (BulkReader & BulkSearcher) | null;
  /** Where indexes are kept between two runs, for a client's storage folder (null: it named none); null where there is no such place. */
  readonly snapshots?: (storagePath: string | null) => Snapshots | null;
  /** The version of the program: an index that another version kept is of no use. */
  readonly version?: string;
  /** Takes cables out of files; missing where there is no disk. URIs, as everywhere in the protocol. */
  readonly importer?: Importer;
  /** What time it is; missing where nobody is to know. */
  readonly clock?: () => Date;
}

export class Session {
  readonly connection: Connection;
  readonly log: Log;
  readonly flags: ClientFlags;
  readonly rulePages: string | null;
  readonly turns: Turns;
  /** Those of work that nobody waits for at once. */
  readonly background: Turns;
  readonly importer: Importer | null;
  /** Looks into files on other threads; null where the machine has none. */
  readonly searcher: BulkSearcher | null;
  readonly documents: DocumentStore;
  readonly notes: OpenNotes;
  readonly #noteRegistration = new NoteRegistration();
  readonly indexer: Indexer;
  readonly workspace: SessionWorkspace;
  readonly #keeper: SnapshotStore;
  readonly #announcer: IndexNotifications;
  #settings: Settings;
  #folders: readonly FileUri[];
  readonly #files: FileAccess;
  readonly #checks: Slices | null;
  readonly #clock: (() => Date) | undefined;
  #vocabulary: Vocabulary = defaultVocabulary;
  /** What the folders' own files say of rules. */
  #folderRules: ReadonlyMap<FileUri, RuleSettings> = new Map();
  #watching: Disposable | null = null;
  #disposed = false;
  #rulesRevision = 0;
  /** Told when the settings of rules changed. */
  onRulesChanged: (() => void) | null = null;
  /** Done when the settings are known and the folders are with the indexer. */
  #started: Promise<void> = Promise.resolve();

  constructor(connection: Connection, machine: Machine, background: Turns, log: Log, params: InitializeParams) {
    this.connection = connection;
    this.log = log;
    this.flags = clientFlags(params);
    const files = filesOf(machine.files, this.flags.servesFiles ? new EditorFiles(clientFiles(connection)) : NO_FILES);
    this.rulePages = machine.rulePages ?? rulePagesOf(params.initializationOptions);
    this.#settings = readSettings(params.initializationOptions, DEFAULT_SETTINGS);
    this.#folders = workspaceFolders(params);
    this.documents = new DocumentStore(this.flags.positionEncoding);
    this.notes = new OpenNotes(this.flags.positionEncoding);
    this.indexer = new Indexer({
      files,
      bulk: machine.bulk ?? null,
      index: new PackedCableIndex(),
      turns: background,
      summarise: (text, file) => this.#summaryOfText(text, file),
      log: (line) => log.info(line),
      settled: () => this.#settled(),
    });
    this.#files = files;
    if (machine.files === null)
      log.info("There is no disk here: files come from the editor, and no index is kept between two starts.");
    this.#checks = machine.checksIndex === true ? new Slices(background) : null;
    this.turns = machine.turns;
    this.background = background;
    this.importer = machine.importer ?? null;
    this.searcher = machine.bulk ?? null;
    this.#clock = machine.clock;
    const storagePath = storagePathOf(params.initializationOptions);
    this.#keeper = new SnapshotStore(
      this.indexer,
      machine.snapshots?.(storagePath) ?? null,
      machine.version ?? "",
      machine.turns,
    );
    this.#announcer = new IndexNotifications(connection, this.indexer, log, this.flags);
    this.workspace = new SessionWorkspace(this.documents, files, this.indexer);
  }

  /** The files of the workspace and of the editor. */
  get files(): FileAccess {
    return this.#files;
  }

  /** What a query is compiled with. */
  get queryEnvironment(): QueryEnvironment {
    const { stations, tags } = this.indexer.index.columns().names;
    return { vocabulary: this.#vocabulary, stations, tags };
  }

  /** What time it is, in UTC; null where nobody knows. */
  get now(): Instant | null {
    const now = this.#clock?.();
    if (now === undefined) return null;
    return {
      year: now.getUTCFullYear(),
      month: now.getUTCMonth() + 1,
      day: now.getUTCDate(),
      hour: now.getUTCHours(),
      minute: now.getUTCMinutes(),
    };
  }

  /** What rules may ask beside a cable: the index only once it is complete. */
  get surroundings(): RuleEnvironment {
    const index = this.indexer.isReady ? this.indexer.index : null;
    return { vocabulary: this.#vocabulary, today: this.now, index };
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** How rules weigh in a file: by the client's settings, and by those kept in its folder. */
  rulesFor(file: FileUri): RuleSettings {
    return rulesFor(file, this.#folderRules, this.#settings.rules);
  }

  /** The vocabulary, with people's own rows where they have been read. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** Files changed on disk: the index takes the cables among them, the vocabulary its own file. */
  filesChanged(files: readonly FileUri[]): void {
    this.indexer.changed(files);
    this.#announcer.note();
    const own = new Set(this.#folders.map(ownVocabularyFile));
    if (files.some((file) => own.has(file))) this.#await("read the own vocabulary", this.#readVocabulary());
    const settings = new Set(this.#folders.map(folderSettingsFile));
    if (files.some((file) => settings.has(file))) this.#await("read the folders' settings", this.#readFolderRules());
  }

  /** The client is ready to be asked: fetches the settings, then begins to index. */
  start(): void {
    this.#started = this.#start();
  }

  /** Done when the index is up to date with all that is known now. */
  async indexed(): Promise<void> {
    await this.#started;
    await this.indexer.upToDate();
  }

  setFolders(folders: readonly FileUri[]): void {
    this.#folders = folders;
    this.#index();
    this.#await("read the folders' settings", this.#readFolderRules());
  }

  get folders(): readonly FileUri[] {
    return this.#folders;
  }

  /** The client's settings changed; `sent` is what it sent along, which clients that can be asked leave out. */
  configurationChanged(sent: unknown): void {
    this.#started = this.#takeSettings(sent).catch((error: unknown) => this.log.fault("take settings", error));
  }

  opened(document: OpenDocument): void {
    if (!isOfCorpus(document.file, this.#folders)) return;
    this.indexer.edited(document.file, () => this.#summaryOf(document));
    this.#announcer.note();
  }

  closed(document: OpenDocument): void {
    this.indexer.closed(document.file);
    this.#announcer.note();
  }

  /** Shows a message that nobody has to answer. */
  tell(message: string): void {
    // Not by the library's window, which asks for an answer even where there are no choices.
    this.#await(
      "show a message",
      this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }),
    );
  }

  /** Does work that nobody waits for; a fault in it is logged. */
  inBackground(what: string, work: Promise<void>): void {
    this.#await(what, work);
  }

  /** Sends diagnostics, in place of those sent before. */
  publish(diagnostics: PublishDiagnosticsParams): void {
    if (this.#disposed) return;
    try {
      this.#await("send diagnostics", this.connection.sendDiagnostics(diagnostics));
    } catch (error) {
      this.log.fault("send diagnostics", error);
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#keeper.dispose();
    this.#announcer.dispose();
    this.indexer.dispose();
  }

  async #start(): Promise<void> {
    if (this.flags.configurationChanges) {
      this.#await(
        "take changes of settings",
        this.connection.client.register(DidChangeConfigurationNotification.type, { section: "reftel" }),
      );
    }
    if (this.flags.configuration) this.#settings = readSettings(await this.#askForSettings(), this.#settings);
    this.#index();
    await this.#readFolderRules();
  }

  async #takeSettings(sent: unknown): Promise<void> {
    const before = this.#settings;
    this.#settings = readSettings(this.flags.configuration ? await this.#askForSettings() : sent, before);
    if (sameSettings(before, this.#settings)) return;
    if (before.notes !== this.#settings.notes) this.#updateNotes();
    if (before.checkWorkspace !== this.#settings.checkWorkspace) this.#rulesChanged();
    if (JSON.stringify(before.rules) !== JSON.stringify(this.#settings.rules)) this.#rulesChanged();
    // Rules touch no index, nor does what is done with their findings.
    const { rules, wrapWidth, checkWorkspace, notes } = this.#settings;
    if (!sameSettings({ ...before, rules, wrapWidth, checkWorkspace, notes }, this.#settings)) this.#index();
  }

  async #askForSettings(): Promise<unknown> {
    try {
      return await this.connection.workspace.getConfiguration("reftel");
    } catch (error) {
      this.log.fault("ask for the settings", error);
      return null;
    }
  }

  async #readVocabulary(): Promise<void> {
    const { vocabulary } = this.#settings;
    this.#vocabulary = await readVocabulary(this.#files, this.#folders, vocabulary, (problem) =>
      this.log.info(problem),
    );
  }

  async #readFolderRules(): Promise<void> {
    const folders = this.#folders;
    const read = await readFolderRules(this.#files, folders, (problem) => this.log.info(problem));
    if (this.#disposed || folders !== this.#folders) return;
    const isSame = JSON.stringify([...read]) === JSON.stringify([...this.#folderRules]);
    this.#folderRules = read;
    if (!isSame) this.#rulesChanged();
  }

  /** How often the settings of rules changed: diagnostics of another count are out of date. */
  get rulesRevision(): number {
    return this.#rulesRevision;
  }

  #rulesChanged(): void {
    this.#rulesRevision++;
    if (this.flags.refreshesDiagnostics) {
      this.#await("ask for another look at diagnostics", this.connection.languages.diagnostics.refresh());
    }
    this.onRulesChanged?.();
  }

  async #checkIndex(slices: Slices): Promise<void> {
    const differences = await differencesOf(this.indexer.index, (file) => this.#summaryNow(file), slices);
    this.log.info(
      differences.length === 0
        ? "The index equals one built anew."
        : `Fault: the index is not what it should be: ${differences.join("; ")}.`,
    );
  }

  /** What a file holds now; null where that is no cable. */
  async #summaryNow(file: FileUri): Promise<IndexRecord | null> {
    const open = this.documents.ofFile(file);
    if (open !== null) return this.#summaryOf(open);
    const content = await this.#files.read(file);
    return content.kind === "text" ? toIndexRecord(parseCable(content.text, fileName(file))) : null;
  }

  /** What was shown of the index while it was built is out of date. */
  #settled(): void {
    this.#keeper.settled();
    if (this.#checks !== null) this.#await("check the index", this.#checkIndex(this.#checks));
    this.#announcer.settled();
    this.#updateNotes();
  }

  /** Notes are asked about only where there are cables to cite. */
  #updateNotes(): void {
    const isWanted = this.#settings.notes && this.flags.registersDocuments && this.indexer.index.size.cables > 0;
    this.#noteRegistration.update(this.connection, isWanted, this.flags.pullsDiagnostics, this.log);
  }

  /** Has the client look again at what is found in a document, though its text is the same. */
  askForDiagnostics(): void {
    this.#rulesChanged();
  }

  #index(): void {
    this.#await("read the own vocabulary", this.#readVocabulary());
    const included = heeded(this.#settings.index.include, "reftel.index.include");
    const excluded = heeded(this.#settings.index.exclude, "reftel.index.exclude");
    const [include, exclude] = [included.patterns, excluded.patterns];
    // What is not heeded must not look like a folder without cables.
    for (const problem of [...included.problems, ...excluded.problems]) this.tell(`${problem}.`);
    this.#keeper.setFolders(this.#folders, { include, exclude });
    this.#announcer.note();
    // What rules say of other cables they say when all are read.
    if (this.#folders.length > 0) {
      this.#await(
        "check again with the index",
        this.indexer.upToDate().then(() => {
          if (!this.#disposed) this.#rulesChanged();
        }),
      );
    }
    if (this.flags.watchedFiles) this.#await("watch files", this.#watch(include));
    if (this.flags.workDoneProgress && this.#folders.length > 0) {
      this.#await("show progress", showIndexing(this.connection, this.indexer));
    }
  }

  async #watch(include: readonly string[]): Promise<void> {
    const before = this.#watching;
    this.#watching = await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...include.flatMap((pattern) => [{ globPattern: pattern }, { globPattern: inAnyCase(pattern) }]),
        { globPattern: `**/${OWN_VOCABULARY_FILE}` },
        { globPattern: `**/${FOLDER_SETTINGS_FILE}` },
        // A folder that is moved or deleted is told of as a folder: nothing is said of the files in it.
        { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
    before?.dispose();
  }

  #summaryOf(document: OpenDocument): IndexRecord | null {
    return document.isParsed ? toIndexRecord(document.tree) : this.#summaryOfText(document.lines.text, document.file);
  }

  #summaryOfText(text: string, file: FileUri): IndexRecord | null {
    return toIndexRecord(parseHead(new StringSource(text), fileName(file)));
  }

  /** Waits for nobody: what the client answers is of interest only where it is a fault. */
  #await(what: string, answer: Promise<unknown>): void {
    answer.catch((error: unknown) => this.log.fault(what, error));
  }
}
