/** reftel/exportCollection: many cables as one page, one file of Markdown, or one book. */

import type { CancellationToken } from "vscode-languageserver";
import { type FileUri, fileUri } from "../../corpus/file-uri.ts";
import { compileQuery, problemLine } from "../../corpus/query/compile-query.ts";
import { wholeNumber } from "../../corpus/query/typed-number.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import { Collection, MOST_COLLECTED } from "../../features/exporting/collection.ts";
import { epubOf } from "../../features/exporting/epub.ts";
import { htmlCollection } from "../../features/exporting/html-collection.ts";
import { markdownCollection } from "../../features/exporting/markdown-collection.ts";
import { readCollection } from "../../features/exporting/read-collection.ts";
import { threadOf } from "../../features/exporting/thread.ts";
import { Slices } from "../../host/time-slicer.ts";
import { defaultStations } from "../../vocabulary/stations.ts";
import {
  type CollectionChoice,
  type ExportCollectionParams,
  ExportCollectionRequest,
  type ExportedCollection,
} from "../protocol.ts";
import { searchRows } from "../search-rows.ts";
import type { Session } from "../session.ts";
import type { RequestHandler } from "./served.ts";

type Problem = { readonly problem: string };

export const exportCollection: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(ExportCollectionRequest, { nothing: null }, async (session, params, token) => {
      await session.indexed();
      const files = await filesOf(session, params.choice, token);
      if (files === null || "problem" in files) return files;
      if (files.length === 0) return { problem: "there is no such cable among those of the workspace" };
      if (files.length > MOST_COLLECTED) {
        return { problem: `${files.length} cables are too many for one file: ${MOST_COLLECTED} at most` };
      }
      return written(session, params, files, token);
    }),
};

/** The files that are chosen; null for a choice of no known kind. */
async function filesOf(
  session: Session,
  choice: CollectionChoice,
  token: CancellationToken,
): Promise<readonly FileUri[] | Problem | null> {
  const { index } = session.indexer;
  switch (choice.kind) {
    case "files":
      return [...new Set(choice.uris.map((uri) => fileUri(uri)))].filter((file) => index.rowOf(file) >= 0);
    case "numbers":
      return choice.numbers.flatMap((number) => {
        const mrn = wholeNumber(number, defaultStations());
        return mrn === null ? [] : index.filesOf(mrn);
      });
    case "query": {
      const { condition, problems } = compileQuery(choice.query, session.queryEnvironment);
      const [problem] = problems;
      if (problem !== undefined) return { problem: problemLine(problem) };
      const rows = await searchRows(session, condition, () => token.isCancellationRequested);
      return [...rows].map((row) => index.hitOfRow(row).file);
    }
    case "thread": {
      const mrn = wholeNumber(choice.number, defaultStations());
      const steps = Math.min(9, Math.max(1, Math.trunc(choice.steps)));
      return mrn === null ? [] : threadOf(mrn, steps, index);
    }
    default:
      return null;
  }
}

async function written(
  session: Session,
  { title, format }: ExportCollectionParams,
  files: readonly FileUri[],
  token: CancellationToken,
): Promise<ExportedCollection | Problem> {
  const collection = new Collection(title, files, session.indexer.index);
  const slices = new Slices(session.background);
  let unread = 0;
  const read = async (file: FileUri): Promise<CableDocument | null> => {
    // Whoever asks for something small meanwhile does not wait for a book.
    await slices.next();
    return token.isCancellationRequested ? null : session.workspace.read(file);
  };
  const cables = readCollection(
    collection,
    { vocabulary: session.vocabulary, workspace: session.workspace, read },
    () => {
      unread++;
    },
  );
  const content =
    format === "epub"
      ? base64(await epubOf(collection, cables, new Date()))
      : await joined((format === "html" ? htmlCollection : markdownCollection)(collection, cables));
  if (token.isCancellationRequested) return { problem: "it was cancelled" };
  return { content, cables: collection.cables.length - unread, unread };
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const part of parts) all.push(part);
  return all.join("");
}

/** So many bytes are put into one call: a call takes no more arguments. */
const PIECE = 24_576;

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(""));
}
