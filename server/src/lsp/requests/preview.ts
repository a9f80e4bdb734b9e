/** reftel/preview and reftel/export: a cable as a person reads it, block by block for a page that follows typing, or whole as a file. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { parseCable } from "../../cable/parse.ts";
import { fileName, fileUri } from "../../corpus/file-uri.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import { type CitedCables, citedCables } from "../../features/cited-cables.ts";
import { printBlocks } from "../../features/rendering/html.ts";
import { markdownPage } from "../../features/rendering/markdown.ts";
import { htmlPage } from "../../features/rendering/page.ts";
import { citedBy, readingOf } from "../../features/rendering/read.ts";
import type { RenderedCable } from "../../features/rendering/reading.ts";
import { ExportRequest, type PreviewBlock, PreviewRequest, type ReadDocument } from "../protocol.ts";
import type { Session } from "../session.ts";
import type { RequestHandler } from "./served.ts";

export const preview: RequestHandler = {
  capabilities: () => ({}),
  register: (router) => {
    router.answer(PreviewRequest, { nothing: null }, async (session, params) => {
      const document = documentOf(session, params);
      if (document === null) return null;
      const reading = await read(session, document);
      const known = new Set(params.known ?? []);
      const blocks = printBlocks(reading.blocks, document.tree.lines, "editor").map(
        ({ html, ...block }): PreviewBlock => (known.has(block.key) ? block : { ...block, html }),
      );
      const { title, isCapitals } = reading;
      return { title, isCapitals, blocks, isIndexing: isIndexing(session) };
    });
    router.answer(ExportRequest, { nothing: null }, async (session, params) => {
      const document = documentOf(session, params);
      if (document === null) return null;
      const reading = await read(session, document);
      return { content: params.format === "markdown" ? markdownPage(reading) : htmlPage(reading, document.tree) };
    });
  },
};

/** The document as it stands in the editor, else the text that came along. */
function documentOf({ documents }: Session, { textDocument, text }: ReadDocument): CableDocument | null {
  const open = documents.get(textDocument.uri);
  if (open !== null) return open;
  if (typeof text !== "string") return null;
  const file = fileUri(textDocument.uri);
  return { file, tree: parseCable(text, fileName(file)) };
}

async function read(session: Session, document: CableDocument): Promise<RenderedCable> {
  return readingOf(document, {
    vocabulary: session.vocabulary,
    cited: await citedOf(session, document),
    meaning: session.workspace.index,
    isIndexing: isIndexing(session),
  });
}

function isIndexing({ indexer }: Session): boolean {
  return !indexer.isReady;
}

/** What was read of the cables that one cable cites: while nobody changes the index, typing need not read them again. */
interface Kept {
  readonly revision: number;
  readonly asked: ReadonlySet<CanonicalMrn>;
  readonly cited: CitedCables;
}

const kept = new WeakMap<Session, Kept>();

async function citedOf(session: Session, { tree }: CableDocument): Promise<CitedCables> {
  const { revision } = session.indexer.index;
  const wanted = citedBy(tree, session.workspace.index);
  const before = kept.get(session);
  if (before !== undefined && before.revision === revision && wanted.every((mrn) => before.asked.has(mrn))) {
    return before.cited;
  }
  const cited = await citedCables(wanted, session.workspace);
  kept.set(session, { revision, asked: new Set(wanted), cited });
  return cited;
}
