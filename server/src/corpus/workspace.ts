/** What features may ask about the cables of the workspace, wherever their texts are kept. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import type { CableIndex } from "./cable-index.ts";
import type { FileUri } from "./file-uri.ts";
import type { RecordedPlace } from "./index-record.ts";

/** A parsed cable and the file it stands in. */
export interface CableDocument {
  readonly file: FileUri;
  readonly tree: CableTree;
}

/** A cable as the index has it: where to point in its file, which need not be read for that. */
export interface IndexedCable {
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** The cables of the workspace folders and of open documents, which count as they stand in the editor. */
export interface CableWorkspace {
  readonly index: CableIndex;
  /**
   * The documents of a cable: open ones first, then by name. One that can't be read any more, or holds another cable by
   * now, is left out.
   */
  open(mrn: CanonicalMrn): Promise<readonly CableDocument[]>;
  /** The same for who only wants to point at the cable: files that did not change since they were indexed are not read. */
  locate(mrn: CanonicalMrn): Promise<readonly (CableDocument | IndexedCable)[]>;
}
