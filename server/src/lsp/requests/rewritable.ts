/** Finds the document that is to be rewritten, and says where it is too long for that. */

import { LONGEST_REWRITTEN } from "../../features/limits.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";

/** The document of a URI; null where it is not open, or, of which the client is told, too long to be rewritten. */
export function rewritable(session: Session, uri: string): OpenDocument | null {
  const document = session.documents.get(uri);
  if (document === null || isRewritable(document)) return document;
  session.tell(`This text has more than ${LONGEST_REWRITTEN.toLocaleString("en-US")} characters: it is left as it is.`);
  return null;
}

/** The same question where nobody has asked for it yet. */
export function isRewritable({ lines }: OpenDocument): boolean {
  return lines.text.length <= LONGEST_REWRITTEN;
}
