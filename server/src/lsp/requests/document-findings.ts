/** What the rules find in one document, as a client is told of it, and the id by which it knows that nothing changed. */

import type { Diagnostic } from "vscode-languageserver";
import { diagnose } from "../../features/diagnostics.ts";
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

/** The same for the same findings: what the document says, what the rules are, and what is known of other cables. */
export function resultIdOf(session: Session, { revision }: OpenDocument): string {
  return `${revision}.${session.rulesRevision}.${session.indexer.index.revision}`;
}
