/** textDocument/prepareCallHierarchy and callHierarchy/…: the citations of cables as a tree. */

import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type Range,
  SymbolKind,
} from "vscode-languageserver";
import { fileUri } from "../../corpus/file-uri.ts";
import { type CitationItem, type CitationStep, citedBy, citing, preparedAt } from "../../features/call-hierarchy.ts";
import { place } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { recordedRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const callHierarchy: RequestHandler = {
  capabilities: () => ({ callHierarchyProvider: true }),
  register: (router) => {
    router.answer(CallHierarchyPrepareRequest.type, { nothing: null }, async (session, params) => {
      const at = place(session.documents, params);
      const items = at === null ? [] : preparedAt(at.document, at.offset, session.workspace);
      return items.length === 0 ? null : Promise.all(items.map((item) => toItem(session, item)));
    });
    router.answer(CallHierarchyIncomingCallsRequest.type, { nothing: null }, async (session, { item }) => {
      const from = fromItem(item);
      if (from === null) return null;
      return Promise.all(
        citing(from, session.workspace).map(async (step) => ({
          from: await toItem(session, step.item),
          fromRanges: await ranges(session, step, step.item.file),
        })),
      );
    });
    router.answer(CallHierarchyOutgoingCallsRequest.type, { nothing: null }, async (session, { item }) => {
      const from = fromItem(item);
      if (from === null) return null;
      return Promise.all(
        citedBy(from, session.workspace).map(async (step) => ({
          to: await toItem(session, step.item),
          fromRanges: await ranges(session, step, from.file),
        })),
      );
    });
  },
};

async function toItem(session: Session, item: CitationItem): Promise<CallHierarchyItem> {
  const range = await rangeIn(session, item.file, item.place);
  return {
    name: item.name,
    detail: item.detail,
    kind: SymbolKind.File,
    uri: session.documents.ofFile(item.file)?.uri ?? item.file,
    range,
    selectionRange: range,
    // The item itself comes back with the next question; its place in the units of the record is not asked for again.
    data: { mrn: item.mrn },
  };
}

/** What comes back of an item: which cable of which file; its place is of no account any more. */
function fromItem({ uri, name, detail, data }: CallHierarchyItem): CitationItem | null {
  const mrn: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "mrn") : undefined;
  if (mrn !== null && typeof mrn !== "string") return null;
  return {
    mrn: mrn as CitationItem["mrn"],
    name,
    detail: detail ?? "",
    file: fileUri(uri),
    place: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
  };
}

function ranges(session: Session, { entries }: CitationStep, file: CitationItem["file"]): Promise<Range[]> {
  return Promise.all(entries.map((entry) => rangeIn(session, file, entry)));
}

function rangeIn(
  { flags, workspace }: Session,
  file: CitationItem["file"],
  recorded: CitationItem["place"],
): Promise<Range> {
  return recordedRange(recorded, flags.positionEncoding, () => workspace.text(file));
}
