/** Finds a "Classified By" that stands in the first paragraphs of the text, as in cables of 1995 to 2003. */

import type { SourceLines } from "../source-lines.ts";
import type { ClassifiedBy } from "../tree.ts";
import { readClassifiedBy } from "../values/classified-by.ts";

/** It stands in one of so many lines of text. */
const MOST_LINES = 14;

/** It goes on over so many more. */
const MOST_MORE_LINES = 6;

/** At the head of a paragraph, or behind a sentence of it such as `ENTIRE TEXT.`; everywhere else it is a verb. */
const PHRASE =
  /(?:^(?:¶ ?)?(?:\d{1,2}\.[ \t]{0,4})?(?:\([A-Z/ ]{1,12}\)[ \t]{0,4})?|[.)][ \t]{1,4})CLASS?IFI?ED[ \t]{1,3}BY\b[ \t:;.,]{0,9}/i;
const LETTERS = /CLASS?IFI?ED/i;

const NEXT_PARAGRAPH = /^(?:¶|\d{1,2}\.[ \t]|\((?:[CSU]|SBU|TS|LOU|[CSU]\/\/?[A-Z/]{2,9})\) |[-=_]{4})/;

/** The "Classified By" of a cable whose header has none; null where the text has none either. It names its reasons, or is not believed. */
export function findClassifiedByInText(scan: SourceLines, bodyLine: number): ClassifiedBy | null {
  let line = scan.nextText(bodyLine);
  for (let seen = 0; seen < MOST_LINES && scan.has(line); seen++, line = scan.nextText(line + 1)) {
    const text = scan.content(line);
    if (!LETTERS.test(text)) continue;
    const phrase = PHRASE.exec(text);
    if (phrase === null) continue;
    const valueStart = scan.first(line) + phrase.index + phrase[0].length;
    const read = readClassifiedBy(scan.join(line, endOfParagraph(scan, line), valueStart));
    const isSure = read?.reasons.some(({ value }) => value.endsWith(")")) === true;
    return read !== null && isSure && (read.name !== null || read.title !== null) ? read : null;
  }
  return null;
}

function endOfParagraph(scan: SourceLines, from: number): number {
  let end = from + 1;
  while (scan.has(end) && end - from <= MOST_MORE_LINES) {
    if (scan.isBlank(end)) break;
    if (!scan.isFurniture(end) && NEXT_PARAGRAPH.test(scan.content(end))) break;
    end++;
  }
  return end;
}
