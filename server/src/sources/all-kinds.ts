/** The kinds of source that are known, one file each: the first that recognises a source has it. */

import { archiveRows } from "./kinds/archive-rows.ts";
import { plainText } from "./kinds/plain-text.ts";
import { releaseRows } from "./kinds/release-rows.ts";
import { webPage } from "./kinds/web-page.ts";
import type { SourceKind } from "./source.ts";

export const SOURCE_KINDS: readonly SourceKind[] = [webPage, archiveRows, releaseRows, plainText];

/** The kind of a source, by the beginning of its text. */
export function sourceKindOf(head: string): SourceKind {
  return SOURCE_KINDS.find((kind) => kind.recognises(head)) ?? plainText;
}
