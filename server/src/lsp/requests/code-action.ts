/** Code actions: fixes of what the rules found, what is to be excepted, refactorings, and all fixes of a file at once. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  type TextEdit,
} from "vscode-languageserver";
import { fileName } from "../../corpus/file-uri.ts";
import type { CableDiagnostic } from "../../features/diagnostics.ts";
import { cleanUp, type FixedText, fixAll } from "../../features/fixes/fix-all.ts";
import { differenceOf } from "../../features/fixes/text-difference.ts";
import { LONGEST_EXCEPTION } from "../../features/rules/support/settings.ts";
import type { OpenDocument } from "../documents.ts";
import { ADD_EXCEPTION, type AddExceptionArguments } from "../protocol.ts";
import type { Session } from "../session.ts";
import { diagnostic, textEdits } from "../to-proto.ts";
import { isWanted } from "./code-action-kinds.ts";
import { findingsIn } from "./document-findings.ts";
import { noteActions } from "./note-findings.ts";
import { REFACTORING_KINDS, refactorActions, resolvedRefactoring } from "./refactor-actions.ts";
import { isRewritable, rewritable } from "./rewritable.ts";
import type { RequestHandler } from "./served.ts";

/** The most actions that are offered in one place. */
const MOST_ACTIONS = 50;

/** An action on the whole file: its edit is made when it is chosen. */
interface WholeFileAction {
  readonly kind: string;
  readonly title: string;
  readonly make: (session: Session, document: OpenDocument) => FixedText;
}

const WHOLE_FILE: readonly WholeFileAction[] = [
  {
    kind: "source.fixAll.cable",
    title: "Fix all that is certain",
    make: (session, { tree, file }) => fixAll(tree, fileName(file), session.rulesFor(file), session.surroundings),
  },
  {
    kind: "source.cleanUp.cable",
    title: "Clean up this published copy",
    make: (session, { tree, file }) => cleanUp(tree, fileName(file), session.rulesFor(file), session.surroundings),
  },
];

export const codeActions: RequestHandler = {
  capabilities: ({ codeActions: areTaken, resolvesCodeActionEdits }) =>
    areTaken
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, ...REFACTORING_KINDS, ...WHOLE_FILE.map(({ kind }) => kind)],
            resolveProvider: resolvesCodeActionEdits,
          },
        }
      : {},
  register: (router) => {
    router.answer(CodeActionRequest.type, { nothing: [] }, async (session, params): Promise<CodeAction[]> => {
      const note = session.notes.get(params.textDocument.uri);
      if (note !== null) return session.flags.codeActions ? noteActions(session, note, params) : [];
      const document = session.documents.get(params.textDocument.uri);
      if (document === null || !session.flags.codeActions) return [];
      return [
        ...quickFixes(session, document, params),
        ...refactorActions(session, document, params),
        ...wholeFileActions(session, document, params),
      ];
    });
    router.answer(
      CodeActionResolveRequest.type,
      { nothing: { title: "" } },
      (session, action): CodeAction => resolvedRefactoring(session, action) ?? resolved(session, action),
    );
  },
};

function quickFixes(
  session: Session,
  document: OpenDocument,
  { range: asked, context }: CodeActionParams,
): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { positions } = document;
  const start = positions.offsetAt(asked.start);
  const end = positions.offsetAt(asked.end);
  return findingsIn(session, document)
    .filter(({ span }) => span.start <= end && span.end >= start)
    .flatMap((found) => actionsFor(session, document, found))
    .slice(0, MOST_ACTIONS);
}

function actionsFor(session: Session, document: OpenDocument, found: CableDiagnostic): CodeAction[] {
  const { positions } = document;
  const about = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(positions, found, session.rulePages)] };
  const fixes = (found.fixes ?? []).map((fix): CodeAction => {
    return {
      ...about,
      title: fix.title,
      ...(fix.sureness === "certain" ? { isPreferred: true } : {}),
      edit: { changes: { [document.uri]: textEdits(document, fix.edits) } },
    };
  });
  return [...fixes, ...exceptionActions(session, document, found).map((action) => ({ ...about, ...action }))];
}

/** Only for clients that can change their settings: a server can't. */
function exceptionActions({ flags }: Session, { tree }: OpenDocument, { code, span }: CableDiagnostic): CodeAction[] {
  if (!flags.commands.has(ADD_EXCEPTION)) return [];
  const printed = tree.lines.text.slice(span.start, span.end);
  const actions: CodeAction[] = [];
  if (printed.length <= LONGEST_EXCEPTION && printed.trim() !== "" && !printed.includes("\n")) {
    actions.push(exception(`Let ${printed.trim()} stand (${code})`, { code, text: printed.trim() }));
  }
  actions.push(exception(`Turn off ${code}`, { code, text: null }));
  return actions;
}

function exception(title: string, asked: AddExceptionArguments): CodeAction {
  return { title, command: { title, command: ADD_EXCEPTION, arguments: [asked] } };
}

function wholeFileActions(session: Session, document: OpenDocument, { context }: CodeActionParams): CodeAction[] {
  if (!isRewritable(document)) return [];
  return WHOLE_FILE.flatMap((action): CodeAction[] => {
    // Without being asked for, an edit of the whole file is only offered where it need not be made before it is chosen.
    const isAskedFor = context.only !== undefined && isWanted(action.kind, context.only);
    const { kind, title } = action;
    if (isAskedFor) {
      const edits = wholeFileEdits(session, document, action);
      return edits.length === 0 ? [] : [{ kind, title, edit: { changes: { [document.uri]: edits } } }];
    }
    if (context.only !== undefined || !session.flags.resolvesCodeActionEdits) return [];
    return [{ kind, title, data: { uri: document.uri } }];
  });
}

function resolved(session: Session, action: CodeAction): CodeAction {
  const wholeFile = WHOLE_FILE.find(({ kind }) => kind === action.kind);
  const data: unknown = action.data;
  const uri = typeof data === "object" && data !== null ? Reflect.get(data, "uri") : null;
  const document = typeof uri === "string" ? rewritable(session, uri) : null;
  if (wholeFile === undefined || document === null) return action;
  return { ...action, edit: { changes: { [document.uri]: wholeFileEdits(session, document, wholeFile) } } };
}

function wholeFileEdits(session: Session, document: OpenDocument, { make }: WholeFileAction): TextEdit[] {
  return textEdits(document, differenceOf(document.lines.text, make(session, document).text));
}
