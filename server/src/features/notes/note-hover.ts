/** What a cable cited in a note is: its subject, its date, and the paragraph cited. */

import { paragraphTexts } from "../../cable/clean-text/paragraph-text.ts";
import { canonicalMrn, mrnOfFileName } from "../../cable/mrn.ts";
import { fileName } from "../../corpus/file-uri.ts";
import type { CableWorkspace } from "../../corpus/workspace.ts";
import { longDate } from "../../vocabulary/date.ts";
import { archiveAddresses } from "../archive-addresses.ts";
import { citationParts } from "../citing/parts.ts";
import type { Hover } from "../hover.ts";
import type { Statement } from "../hovers/hover.ts";
import { printable } from "../hovers/support/printable.ts";
import { renderMarkdown, renderPlain } from "../hovers/support/render.ts";
import { citationAt, type Note } from "./note.ts";

/** As much of a paragraph as a hover shows. */
const LONGEST_PARAGRAPH = 700;

/** Of more paragraphs the first are shown. */
const MOST_PARAGRAPHS = 3;

export interface NoteSurroundings {
  readonly workspace: CableWorkspace;
  readonly isIndexing: boolean;
  readonly archives: readonly string[];
}

/** Null where the note cites nothing. */
export async function noteHover(note: Note, offset: number, surroundings: NoteSurroundings): Promise<Hover | null> {
  const citation = citationAt(note, offset);
  if (citation === null) return null;
  const { workspace, isIndexing, archives } = surroundings;
  const [document] = await workspace.open(citation.mrn);
  const statement: Statement =
    document === undefined
      ? missing(citation.mrn, isIndexing, archives)
      : {
          kind: "statement",
          subject: citation.mrn,
          what: "cable cited",
          lines: [
            ...factsOf(document.tree),
            ...paragraphTexts(document.tree)
              .filter(({ paragraph }) => citation.paragraphs?.numbers.includes(paragraph.number ?? -1) === true)
              .slice(0, MOST_PARAGRAPHS)
              .map(({ paragraph, text }) => `¶${paragraph.number} ${printable(text, LONGEST_PARAGRAPH)}`),
          ],
          sources: [fileName(document.file)],
        };
  return { span: citation.span, markdown: renderMarkdown([statement]), plain: renderPlain([statement]) };
}

function factsOf(tree: Parameters<typeof citationParts>[0]): readonly string[] {
  const { words, day, title } = citationParts(tree);
  const level = tree.header.classification?.value ?? "";
  const facts = [words.sender, day === null ? "" : longDate(day), level].filter((fact) => fact !== "");
  return [title ?? "", facts.join(", ")].filter((line) => line !== "");
}

function missing(mrn: string, isIndexing: boolean, archives: readonly string[]): Statement {
  const parts = mrnOfFileName(mrn);
  return {
    kind: "statement",
    subject: parts === null ? mrn : canonicalMrn(parts),
    what: "cable cited",
    lines: [isIndexing ? "Whether it is in the workspace is not known yet: still indexing." : "Not in the workspace."],
    links: parts === null || isIndexing ? [] : archiveAddresses(archives, parts),
  };
}
