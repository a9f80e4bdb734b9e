/** What is said of a checked quotation, in one line. */

import type { NoteCitation } from "../notes/note-citations.ts";
import type { ChangedWords } from "./match-quotation.ts";
import type { CheckedQuotation, HeldWords } from "./verify.ts";

/** More differences are counted, not told. */
const MOST_TOLD = 5;

/** `altered, 09SHANGHAI374 ¶3: “new” for “old”`. Words of cables and notes stand in it as they are: whoever shows it escapes them. */
export function quotationMessage(checked: CheckedQuotation): string {
  const { verdict, cited, held, changes } = checked;
  const said = `“${shortened(checked.text)}”`;
  const places = cited.map(citedPlace).join(", ");
  switch (verdict) {
    case "verbatim":
      return `verbatim: ${held === null ? places : heldPlace(held)}: ${said}${checked.isPunctuationChanged ? " (other punctuation)" : ""}`;
    case "altered": {
      const told = changes.slice(0, MOST_TOLD).map(changeWords);
      const more = changes.length > MOST_TOLD ? [`and ${changes.length - MOST_TOLD} more`] : [];
      return `altered: ${held === null ? places : heldPlace(held)}: ${[...told, ...more].join("; ")}`;
    }
    case "other-paragraph":
      return `other-paragraph: in ${held === null ? "another" : heldPlace(held)}, not in ${places}: ${said}`;
    case "other-cable":
      return `other-cable: in ${held === null ? "another" : heldPlace(held)}, not in ${places}: ${said}`;
    case "not-held":
      return checked.missing === "cable"
        ? `not-held: ${places} is not among the cables: ${said}`
        : `not-held: ${places} has no such words: ${said}`;
  }
}

/** `09SHANGHAI374 ¶3` */
function citedPlace({ mrn, paragraphs }: NoteCitation): string {
  const numbers = paragraphs?.numbers ?? [];
  return numbers.length === 0 ? mrn : `${mrn} ¶${numbers.join(", ")}`;
}

/** `09SHANGHAI374 ¶3`, `09SHANGHAI374, subject` */
export function heldPlace({ mrn, where, paragraph, lastParagraph }: HeldWords): string {
  const cable = mrn ?? "a cable without a number";
  if (paragraph !== null) {
    return lastParagraph !== null && lastParagraph > paragraph
      ? `${cable} ¶${paragraph}–${lastParagraph}`
      : `${cable} ¶${paragraph}`;
  }
  return where === "paragraph" ? cable : `${cable}, ${where}`;
}

function changeWords({ quoted, held }: ChangedWords): string {
  if (quoted === "") return `“${shortened(held)}” is left out`;
  if (held === "") return `“${shortened(quoted)}” is put in`;
  return `“${shortened(quoted)}” for “${shortened(held)}”`;
}

const LONGEST_SAID = 80;

function shortened(text: string): string {
  return text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID - 1).trimEnd()}…`;
}
