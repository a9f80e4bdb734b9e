/** textDocument/semanticTokens: full, by differences, and for a range. */

import {
  SemanticTokensBuilder,
  SemanticTokensDeltaRequest,
  type SemanticTokensLegend,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver";
import { MOST_TOKENS } from "../../features/limits.ts";
import {
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  type Token,
  semanticTokens as tokensOf,
} from "../../features/semantic-tokens.ts";
import type { Span } from "../../text/span.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import type { RequestHandler } from "./served.ts";

const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Each document's last answer, by which the next one is told as a difference; gone with the session. */
const BUILDERS = new WeakMap<Session, Map<string, SemanticTokensBuilder>>();

export const semanticTokens: RequestHandler = {
  capabilities: () => ({
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  }),
  register: (router) => {
    router.answer(SemanticTokensRequest.type, { nothing: null }, (session, { textDocument }) => {
      const document = session.documents.get(textDocument.uri);
      if (document === null) return null;
      const builder = new SemanticTokensBuilder();
      builders(session).set(document.file, builder);
      push(builder, document, allOf(document, session));
      return builder.build();
    });
    router.answer(SemanticTokensDeltaRequest.type, { nothing: null }, (session, { textDocument, previousResultId }) => {
      const document = session.documents.get(textDocument.uri);
      if (document === null) return null;
      const builder = builders(session).get(document.file) ?? new SemanticTokensBuilder();
      builders(session).set(document.file, builder);
      builder.previousResult(previousResultId);
      push(builder, document, allOf(document, session));
      return builder.buildEdits();
    });
    router.answer(SemanticTokensRangeRequest.type, { nothing: null }, (session, { textDocument, range }) => {
      const document = session.documents.get(textDocument.uri);
      if (document === null) return null;
      const { positions } = document;
      const within = { start: positions.offsetAt(range.start), end: positions.offsetAt(range.end) };
      const builder = new SemanticTokensBuilder();
      push(builder, document, tokensIn(document, session, within));
      return builder.build();
    });
  },
};

/** Those of documents that were closed meanwhile are let go. */
function builders(session: Session): Map<string, SemanticTokensBuilder> {
  const known = BUILDERS.get(session) ?? new Map<string, SemanticTokensBuilder>();
  BUILDERS.set(session, known);
  for (const file of known.keys()) if (session.documents.get(file) === null) known.delete(file);
  return known;
}

function allOf(document: OpenDocument, session: Session): readonly Token[] {
  return tokensIn(document, session, { start: 0, end: document.lines.text.length });
}

function tokensIn({ tree }: OpenDocument, { vocabulary, indexer }: Session, within: Span): readonly Token[] {
  const isIndexing = !indexer.isReady;
  return tokensOf(tree, within, { vocabulary, index: indexer.index, isIndexing });
}

function push(builder: SemanticTokensBuilder, { positions }: OpenDocument, tokens: readonly Token[]): void {
  for (const { span, type, modifiers } of tokens.slice(0, MOST_TOKENS)) {
    const { line, character } = positions.positionAt(span.start);
    const end = positions.positionAt(span.end);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(line, character, end.character - character, TOKEN_TYPES.indexOf(type), bits);
  }
}
