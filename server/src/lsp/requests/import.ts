/** reftel/import: takes cables out of files into files of their own, on the server's disk. */

import { fileUri } from "../../corpus/file-uri.ts";
import { type ImportListener, noCounts } from "../../host/importer.ts";
import { ImportProgressNotification, ImportRequest } from "../protocol.ts";
import type { RequestHandler } from "./served.ts";

/** More than this nobody reads in an editor. */
const MOST_PROBLEMS = 1000;

/** In milliseconds: how often progress is told of. */
const BETWEEN_PROGRESS = 200;

export const importRequest: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(ImportRequest, { nothing: null }, async (session, { sources, to }, token) => {
      if (session.importer === null) return null;
      const problems: string[] = [];
      let last = session.turns.now();
      const listener: ImportListener = {
        written: () => {},
        problem: (words) => {
          if (problems.length < MOST_PROBLEMS) problems.push(words);
        },
        progress: ({ name, size }, bytes, { written, there }) => {
          if (session.turns.now() - last < BETWEEN_PROGRESS) return;
          last = session.turns.now();
          const share = size === null || size === 0 ? null : Math.min(1, bytes / size);
          void session.connection.sendNotification(ImportProgressNotification, {
            source: name,
            cables: written + there,
            share,
          });
        },
        stopped: () => token.isCancellationRequested,
      };
      try {
        const job = { sources: sources.map(fileUri), to: fileUri(to), dryRun: false };
        return { ...(await session.importer(job, listener)), problems, failed: null };
      } catch (error) {
        return { ...noCounts(), problems, failed: error instanceof Error ? error.message : String(error) };
      }
    }),
};
