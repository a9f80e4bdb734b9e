/** What is found in open notes, and the request that has their quotations checked. */

import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { CableDiagnostic } from "../../features/diagnostics.ts";
import { missingParagraphs, quotationFindings } from "../../features/notes/note-findings.ts";
import { checkQuotations as check, VERDICTS } from "../../features/quotations/verify.ts";
import type { OpenDocument } from "../documents.ts";
import { CheckQuotationsRequest, type QuotationCounts } from "../protocol.ts";
import type { Session } from "../session.ts";
import { diagnostic, textEdits } from "../to-proto.ts";
import { isWanted } from "./code-action-kinds.ts";
import type { RequestHandler } from "./served.ts";

/** What was found last in a version of a note, and what it followed from. */
interface Found {
  readonly id: string;
  readonly findings: Promise<readonly CableDiagnostic[]>;
}

const FOUND = new WeakMap<OpenDocument, Found>();

/** The same for the same findings. */
export function noteResultId(session: Session, document: OpenDocument): string {
  const isChecked = session.notes.areQuotationsChecked(document);
  return `note.${document.revision}.${session.indexer.index.revision}.${isChecked}.${session.settings.notes}`;
}

/** Looked for once a version, however often an editor asks. */
export function noteFindings(session: Session, document: OpenDocument): Promise<readonly CableDiagnostic[]> {
  const id = noteResultId(session, document);
  const before = FOUND.get(document);
  if (before?.id === id) return before.findings;
  const findings = findIn(session, document);
  FOUND.set(document, { id, findings });
  return findings;
}

async function findIn(session: Session, document: OpenDocument): Promise<readonly CableDiagnostic[]> {
  const { notes, workspace, settings } = session;
  // While the index is built, nobody can say what is not there.
  if (!settings.notes || !session.indexer.isReady) return [];
  const text = document.lines.text;
  const paragraphs = await missingParagraphs(notes.noteOf(document), workspace);
  if (!notes.areQuotationsChecked(document)) return paragraphs;
  const { quotations } = await check(text, true, workspace);
  return [...paragraphs, ...quotationFindings(quotations, text)].sort(
    (one, other) => one.span.start - other.span.start,
  );
}

export async function noteDiagnostics(session: Session, document: OpenDocument): Promise<Diagnostic[]> {
  return (await noteFindings(session, document)).map((found) => diagnostic(document.positions, found));
}

/** The most actions that are offered in one place. */
const MOST_ACTIONS = 20;

export async function noteActions(
  session: Session,
  document: OpenDocument,
  { range: asked, context }: CodeActionParams,
): Promise<CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { positions } = document;
  const [start, end] = [positions.offsetAt(asked.start), positions.offsetAt(asked.end)];
  return (await noteFindings(session, document))
    .filter(({ span }) => span.start <= end && span.end >= start)
    .flatMap((found) =>
      (found.fixes ?? []).map((fix): CodeAction => {
        const edit = { changes: { [document.uri]: textEdits(document, fix.edits) } };
        return { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(positions, found)], edit };
      }),
    )
    .slice(0, MOST_ACTIONS);
}

export const checkQuotations: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CheckQuotationsRequest, { nothing: null }, async (session, { textDocument }) => {
      const document = session.notes.get(textDocument.uri);
      if (document === null) return null;
      await session.indexed();
      session.notes.checkQuotations(document);
      const { quotations, uncited, tooShort } = await check(document.lines.text, true, session.workspace);
      session.askForDiagnostics();
      const verdicts = VERDICTS.map((verdict) => ({
        verdict,
        count: quotations.filter((one) => one.verdict === verdict).length,
      }));
      return { verdicts, uncited, tooShort } satisfies QuotationCounts;
    }),
};
