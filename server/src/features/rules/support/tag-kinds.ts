/** What the TAGS of a cable are about, for rules on what must stand among them. */

import type { Tag } from "../../../vocabulary/tags.ts";
import type { Finding } from "../rule.ts";
import type { RuleContext } from "./context.ts";

/** What a TAG means; undefined where nobody knows it. */
type TagKind = Tag["meaning"]["kind"] | undefined;

/** Whether a cable must have TAGS: those of the Agency for International Development need none. */
export function needsTags({ tree: { header } }: RuleContext): boolean {
  return header.captions.every(({ value }) => value !== "AIDAC");
}

/** One finding, on all TAGS together, where they are needed, there are some and none is of a wanted kind. */
export function noneAmongTags(
  context: RuleContext,
  isWanted: (kind: TagKind) => boolean,
  message: string,
): readonly Finding[] {
  const { tree, vocabulary, date } = context;
  const { tags } = tree.header;
  const first = tags[0];
  const last = tags[tags.length - 1];
  if (first === undefined || last === undefined || !needsTags(context)) return [];
  if (tags.some(({ value }) => isWanted(vocabulary.tags.find(value, date)?.meaning.kind))) return [];
  return [{ span: { start: first.span.start, end: last.span.end }, message }];
}
