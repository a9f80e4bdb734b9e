/** Reads the cables of a collection one after the other, each as the preview shows it, and takes note of what is missing. */

import type { CableTree } from "../../cable/tree.ts";
import type { CableWorkspace } from "../../corpus/workspace.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { citedCables } from "../cited-cables.ts";
import { citedBy, readingOf } from "../rendering/read.ts";
import type { RenderedCable } from "../rendering/reading.ts";
import type { CollectedCable, Collection, ReadCollected } from "./collection.ts";

export interface ReadCable {
  readonly cable: CollectedCable;
  readonly tree: CableTree;
  readonly reading: RenderedCable;
}

/** What collections are read with. */
export interface CollectionSources {
  readonly vocabulary: Vocabulary;
  readonly workspace: CableWorkspace;
  readonly read: ReadCollected;
}

/** In the order of the collection. A file that can't be read any more is left out; `lost` is told of it. */
export async function* readCollection(
  collection: Collection,
  { vocabulary, workspace, read }: CollectionSources,
  lost: (cable: CollectedCable) => void,
): AsyncGenerator<ReadCable> {
  for (const cable of collection.cables) {
    const document = await read(cable.file);
    if (document === null) {
      lost(cable);
      continue;
    }
    const meaning = workspace.index;
    const numbers = citedBy(document.tree, meaning);
    const own = cable.mrn;
    collection.note(
      cable.id,
      numbers.filter((mrn) => mrn !== own),
    );
    const cited = await citedCables(numbers, workspace);
    yield {
      cable,
      tree: document.tree,
      reading: readingOf(document, { vocabulary, cited, meaning, isIndexing: false }),
    };
  }
}
