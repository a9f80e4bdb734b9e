/** textDocument/completion and completionItem/resolve: what a drafter may want to type. */

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import { type Completion, completionsAt, explainCompletion } from "../../features/completion.ts";
import type { ProposalKind } from "../../features/completions/completion.ts";
import { type NoteCompletions, noteCompletions } from "../../features/notes/note-completion.ts";
import type { PositionConverter } from "../../text/position-encoding.ts";
import type { ClientFlags } from "../client-flags.ts";
import { now } from "../clock.ts";
import { place } from "../from-proto.ts";
import { notePlace } from "../notes.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

const KINDS: Record<ProposalKind, CompletionItemKind> = {
  field: CompletionItemKind.Field,
  code: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  addressee: CompletionItemKind.Unit,
  reference: CompletionItemKind.Reference,
  label: CompletionItemKind.Variable,
  mark: CompletionItemKind.Keyword,
  text: CompletionItemKind.Text,
  cable: CompletionItemKind.Snippet,
};

/** What `resolve` is sent back of an item. */
interface ItemData {
  readonly uri: string;
  readonly provider: string;
  readonly key: string;
}

export const completion: RequestHandler = {
  capabilities: () => ({
    completionProvider: {
      // A blank begins the next TAG, label or addressee, a bracket a portion mark, strokes a caption.
      triggerCharacters: [" ", "(", ",", "/"],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  register: (router) => {
    router.answer(CompletionRequest.type, { nothing: null }, async (session, params) => {
      const { documents, workspace, indexer, flags, vocabulary } = session;
      const inNote = notePlace(session, params);
      if (inNote !== null)
        return noteList(inNote.document, await noteCompletions(inNote.note, inNote.offset, workspace));
      const at = place(documents, params);
      if (at === null) return null;
      const { document, offset } = at;
      const isIndexing = !indexer.isReady;
      const found = completionsAt(document, offset, { vocabulary, workspace, isIndexing, now: now() });
      return completionList(document, found, flags);
    });
    router.answer(CompletionResolveRequest.type, { nothing: { label: "" } }, async (session, item) => {
      const data = itemData(item.data);
      const document = data === null ? null : session.documents.get(data.uri);
      if (data === null || document === null) return item;
      const { vocabulary, workspace, flags } = session;
      const surroundings = { vocabulary, workspace, now: now() };
      const text = await explainCompletion(data.provider, data.key, document.tree, surroundings).catch(
        (error: unknown) => {
          // An item without its explanation is still one; `nothing` would take it away.
          session.log.fault(CompletionResolveRequest.method, error);
          return null;
        },
      );
      if (text === null) return item;
      return {
        ...item,
        documentation: flags.markdownCompletion
          ? { kind: MarkupKind.Markdown, value: text.markdown }
          : { kind: MarkupKind.PlainText, value: text.plain },
      };
    });
  },
};

function noteList(
  { positions }: { readonly positions: PositionConverter },
  { items, isIncomplete }: NoteCompletions,
): CompletionList {
  return {
    isIncomplete,
    items: items.map(({ label, detail, text, span }, index) => ({
      label,
      kind: CompletionItemKind.Reference,
      sortText: String(index).padStart(3, "0"),
      // What is typed may be spelt otherwise: `09 SHANG`.
      ...(isIncomplete ? { filterText: text } : {}),
      ...(detail === null ? {} : { detail }),
      textEdit: { range: range(positions, span), newText: text },
    })),
  };
}

function completionList(
  { uri, positions }: { readonly uri: string; readonly positions: PositionConverter },
  { items, isIncomplete }: { readonly items: readonly Completion[]; readonly isIncomplete: boolean },
  flags: ClientFlags,
): CompletionList {
  const [first, ...others] = items;
  const isOneRange = others.every(({ span }) => span.start === first?.span.start && span.end === first.span.end);
  const editRange =
    flags.completionDefaults.has("editRange") && isOneRange && first !== undefined
      ? range(positions, first.span)
      : null;
  return {
    isIncomplete,
    ...(editRange === null ? {} : { itemDefaults: { editRange } }),
    items: items.map((item, index) => completionItem(item, index, { uri, positions, flags, editRange })),
  };
}

function completionItem(
  item: Completion,
  index: number,
  {
    uri,
    positions,
    flags,
    editRange,
  }: {
    readonly uri: string;
    readonly positions: PositionConverter;
    readonly flags: ClientFlags;
    readonly editRange: Range | null;
  },
): CompletionItem {
  const isSnippet = flags.snippets && item.snippet !== null;
  const text = isSnippet ? (item.snippet ?? item.text) : item.text;
  const data: ItemData | null = item.key === null ? null : { uri, provider: item.provider, key: item.key };
  return {
    label: item.label,
    kind: KINDS[item.kind],
    sortText: String(index).padStart(3, "0"),
    ...(item.detail === null ? {} : detailOf(item.detail, flags)),
    ...(item.filter === null ? {} : { filterText: item.filter }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(text.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(editRange === null
      ? { textEdit: { range: range(positions, item.span), newText: text } }
      : text === item.label
        ? {}
        : { textEditText: text }),
    ...(data === null ? {} : { data }),
  };
}

/** Beside the label where the client shows it there for every item; else where it shows it for the one that is chosen. */
function detailOf(detail: string, flags: ClientFlags): Pick<CompletionItem, "detail" | "labelDetails"> {
  return flags.completionLabelDetails ? { labelDetails: { description: detail } } : { detail };
}

function itemData(data: unknown): ItemData | null {
  if (typeof data !== "object" || data === null) return null;
  const [uri, provider, key] = ["uri", "provider", "key"].map((name) => Reflect.get(data, name) as unknown);
  return typeof uri === "string" && typeof provider === "string" && typeof key === "string"
    ? { uri, provider, key }
    : null;
}
