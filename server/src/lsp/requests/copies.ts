/** reftel/compareCopies and reftel/quotePassage: copies of a cable as texts to be set beside each other, and a passage for a note. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { parseCable } from "../../cable/parse.ts";
import { fileName, fileUri } from "../../corpus/file-uri.ts";
import { type Comparison, compareCopies as compare } from "../../features/comparing/compare.ts";
import { copyText } from "../../features/comparing/copy-text.ts";
import { quotedPassage } from "../../features/notes/quote-passage.ts";
import { type CompareCopiesAnswer, CompareCopiesRequest, CopiesOfRequest, QuotePassageRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
import type { RequestHandler } from "./served.ts";

export const compareCopies: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CompareCopiesRequest, { nothing: null }, async (session, params) => {
      const [one, other] = await Promise.all([treeOf(session, params.one), treeOf(session, params.other)]);
      if (one === null || other === null) return null;
      const { redactions, withheldWords } = summary(compare(one, other));
      return { one: copyText(one), other: copyText(other), redactions, withheldWords } satisfies CompareCopiesAnswer;
    }),
};

function summary({ one, other }: Comparison): Pick<CompareCopiesAnswer, "redactions" | "withheldWords"> {
  const count = (redactions: Comparison["one"]["redactions"]): number =>
    Object.values(redactions).reduce((sum, each) => sum + each, 0);
  return {
    redactions: [count(one.redactions), count(other.redactions)],
    withheldWords: [one.withheldWords, other.withheldWords],
  };
}

export const copiesOf: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CopiesOfRequest, { nothing: null }, async (session, { uri }) => {
      const mrn = (await treeOf(session, uri))?.mrn ?? null;
      return mrn === null ? null : session.workspace.index.filesOf(canonicalMrn(mrn));
    }),
};

export const quotePassage: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(QuotePassageRequest, { nothing: null }, async (session, { uri, range }) => {
      const open = session.documents.get(uri);
      const tree = open?.tree ?? (await treeOf(session, uri));
      if (tree === null) return null;
      const selection =
        open === null || range === undefined
          ? null
          : { start: open.positions.offsetAt(range.start), end: open.positions.offsetAt(range.end) };
      return quotedPassage(tree, selection);
    }),
};

/** Null where the client named no file: what it sends is checked nowhere before. */
async function treeOf({ documents, workspace }: Session, uri: unknown) {
  if (typeof uri !== "string") return null;
  const open = documents.get(uri);
  if (open !== null) return open.tree;
  const file = fileUri(uri);
  const text = await workspace.text(file);
  return text === null ? null : parseCable(text, fileName(file));
}
