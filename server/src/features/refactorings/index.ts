/** All refactorings, by name. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { addPortionMarks } from "./add-portion-marks.ts";
import { changePortionMarks } from "./change-portion-marks.ts";
import { dateTimeGroupNow } from "./date-time-group-now.ts";
import { endSummary } from "./end-summary.ts";
import { insertParagraph } from "./insert-paragraph.ts";
import { joinParagraphs } from "./join-paragraphs.ts";
import { letterReferences } from "./letter-references.ts";
import type { Refactoring } from "./refactoring.ts";
import { renumberParagraphs } from "./renumber-paragraphs.ts";
import { sortReferences } from "./sort-references.ts";
import { splitParagraph } from "./split-paragraph.ts";
import { unwrapParagraphs } from "./unwrap-paragraphs.ts";
import { wrapParagraphs } from "./wrap-paragraphs.ts";

export const REFACTORINGS: readonly Refactoring[] = [
  addPortionMarks,
  changePortionMarks,
  dateTimeGroupNow,
  endSummary,
  insertParagraph,
  joinParagraphs,
  letterReferences,
  renumberParagraphs,
  sortReferences,
  splitParagraph,
  unwrapParagraphs,
  wrapParagraphs,
];
