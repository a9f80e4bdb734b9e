/** What features may ask about the cables of the workspace, wherever their texts are kept. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import type { CableIndex } from "./cable-index.ts";
import type { FileUri } from "./file-uri.ts";

/** A parsed cable and the file it stands in. */
export interface CableDocument {
  readonly file: FileUri;
  readonly tree: CableTree;
}

/** The cables of the workspace folders and of open documents, which count as they stand in the editor. */
export interface CableWorkspace {
  readonly index: CableIndex;
  /**
   * The documents of a cable: open ones first, then by name. One that can't be read any more, or holds another cable by
   * now, is left out.
   */
  open(mrn: CanonicalMrn): Promise<readonly CableDocument[]>;
}
