/** What the rules find in one document, as a client is told of it, and the id by which it knows that nothing changed. */

import type { Diagnostic } from "vscode-languageserver";
import { type CableDiagnostic, diagnose } from "../../features/diagnostics.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { diagnostic } from "../to-proto.ts";

export function diagnosticsOf(
  session: Session,
  { file, tree, positions }: Pick<OpenDocument, "file" | "tree" | "positions">,
): Diagnostic[] {
  return diagnose(tree, session.rulesFor(file), session.surroundings).map((found) =>
    diagnostic(positions, found, session.rulePages),
  );
}

/** The same of an open document. */
export function openDiagnosticsOf(session: Session, document: OpenDocument): Diagnostic[] {
  return findingsIn(session, document).map((found) => diagnostic(document.positions, found, session.rulePages));
}

/** What was found last in a version of a document, and what it followed from. */
interface Found {
  readonly id: string;
  readonly findings: readonly CableDiagnostic[];
}

const FOUND = new WeakMap<OpenDocument, Found>();

/** The findings themselves: looked for once a version, however often an editor asks what can be done about them. */
export function findingsIn(session: Session, document: OpenDocument): readonly CableDiagnostic[] {
  const id = resultIdOf(session, document);
  const before = FOUND.get(document);
  if (before?.id === id) return before.findings;
  const findings = diagnose(document.tree, session.rulesFor(document.file), session.surroundings);
  FOUND.set(document, { id, findings });
  return findings;
}

/** The same for the same findings: what the document says, what the rules are, and what is known of other cables. */
export function resultIdOf(session: Session, { revision }: OpenDocument): string {
  return `${revision}.${session.rulesRevision}.${session.indexer.index.revision}`;
}
