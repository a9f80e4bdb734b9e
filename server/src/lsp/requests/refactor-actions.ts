/** Code actions that write a cable anew: offered where they can be done, their edits made when one is chosen. */

import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from "vscode-languageserver";
import { fileName } from "../../corpus/file-uri.ts";
import { MOST_READ_FOR_OFFERS } from "../../features/limits.ts";
import { type OfferedRefactoring, refactored, refactoringsAt } from "../../features/refactor.ts";
import { REFACTORINGS } from "../../features/refactorings/index.ts";
import type { RefactoringWishes } from "../../features/refactorings/support/context.ts";
import { countsAsDraft } from "../../features/rules/support/draft.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { textEdits } from "../to-proto.ts";
import { isWanted } from "./code-action-kinds.ts";
import { isRewritable, rewritable } from "./rewritable.ts";

/** What each refactoring is called in the protocol, for keys that are bound to one of them. */
export const REFACTORING_KINDS: readonly string[] = REFACTORINGS.map(({ name }) => kindOf(name));

/** What a client sends back of the action that was chosen. */
interface RefactoringData extends Pick<OfferedRefactoring, "name" | "choice"> {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** None where the editor asks by itself, at each step of the cursor: what can be done nearly everywhere is no news. */
export function refactorActions(
  session: Session,
  document: OpenDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const { only, triggerKind } = context;
  if (triggerKind === CodeActionTriggerKind.Automatic && only === undefined) return [];
  if (!REFACTORING_KINDS.some((kind) => isWanted(kind, only)) || !isRewritable(document)) return [];
  const start = document.positions.offsetAt(range.start);
  const end = document.positions.offsetAt(range.end);
  const wishes = wishesOf(session, document, { start, end });
  let left = MOST_READ_FOR_OFFERS;
  return refactoringsAt(document.tree, wishes)
    .filter(({ name }) => isWanted(kindOf(name), only))
    .flatMap(({ name, choice, title }): CodeAction[] => {
      const action = { title, kind: kindOf(name) };
      if (session.flags.resolvesCodeActionEdits) {
        const data: RefactoringData = { uri: document.uri, name, choice, start, end };
        return [{ ...action, data }];
      }
      // Each is tried by reading all of the text once more: of a long one the first alone are offered, or who only asks what there is waits.
      left -= document.lines.text.length;
      if (left < 0) return [];
      const edits = refactored(document.tree, fileName(document.file), wishes, { name, choice });
      return edits === null ? [] : [{ ...action, edit: { changes: { [document.uri]: textEdits(document, edits) } } }];
    });
}

/** The action with its edit; without one, and with words for the drafter, where it can not be done. Null for another kind of action. */
export function resolvedRefactoring(session: Session, action: CodeAction): CodeAction | null {
  const data = refactoringData(action.data);
  if (data === null) return null;
  const document = rewritable(session, data.uri);
  const edits =
    document === null
      ? null
      : refactored(document.tree, fileName(document.file), wishesOf(session, document, data), data);
  if (document === null || edits === null) {
    session.tell(`"${action.title}" can't be done here: the cable would not say the same afterwards.`);
    return action;
  }
  return { ...action, edit: { changes: { [document.uri]: textEdits(document, edits) } } };
}

function wishesOf(
  session: Session,
  { tree, file }: OpenDocument,
  { start, end }: { readonly start: number; readonly end: number },
): RefactoringWishes {
  const { now, settings } = session;
  const isDraft = countsAsDraft(tree, session.rulesFor(file).drafting, now);
  return { selection: { start, end }, width: settings.wrapWidth, now, isDraft };
}

function kindOf(name: string): string {
  return `${CodeActionKind.RefactorRewrite}.${name}`;
}

function refactoringData(data: unknown): RefactoringData | null {
  if (typeof data !== "object" || data === null) return null;
  const { uri, name, choice, start, end }: Partial<Record<keyof RefactoringData, unknown>> = data;
  return typeof uri === "string" &&
    typeof name === "string" &&
    typeof choice === "string" &&
    typeof start === "number" &&
    typeof end === "number"
    ? { uri, name, choice, start, end }
    : null;
}
