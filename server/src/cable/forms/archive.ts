/** State archive telegrams of 1973–79: page headings, distribution tables, and a trailer of attributes. */

import { readArchiveAttributes } from "../trailers/archive-attributes.ts";
import { byKeyword, byLine, type Form } from "./form.ts";

export const archive: Form = {
  name: "archive",
  hasHeadAlone: true,
  openings: [
    byLine("textBegins", "ME", /Message Text[ \t\r]*$/my),
    // Until 1972 a blank stands between an office and its copies.
    byLine("distribution", "AC OR", /(?:ACTION|ORIGIN)[ \t]{1,9}(?!PAGE)[A-Z][A-Z0-9/&]{0,8}[- ]\d\d\b/y),
    byLine("distribution", "IN", /INFO[ \t]{1,9}(?!PAGE)[A-Z][A-Z0-9/&]{0,8}[- ]\d\d\b/y),
    byLine(
      "distribution",
      "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z / (",
      /(?!PAGE)(?:(?:[A-Z][A-Z0-9/&]{0,8}[- ]\d\d(?!\d)|\/\d{3} ?[A-Z]{1,2}|\( ?[A-Z]{2,5} ?\)|[WR])[ \t]{0,9},?[ \t]{0,9}){1,16}[ \t\r]*$/my,
      {
        onlyInHeader: true,
      },
    ),
    byLine("tearLine", "--", /-{15,40}[ \t]{0,3}[0-9A-F]{5,6}\b[^\n]{0,40}$/my),
    byLine("tearLine", "0 1 2 3 4 5 6 7 8 9", /\d\d(?:\/\d\d)?[ \t\r]*$/my, { onlyInHeader: true }),
    // Right above the offices it needs no header above itself.
    byLine("tearLine", "0 1 2 3 4 5 6 7 8 9", /\d\d(?:\/\d\d)?[ \t\r]*\n[ \t]{0,9}(?=(?:ACTION|ORIGIN)[ \t])/my),
    byLine("drafting", "DR", /DRAFTED[ \t]{1,3}BY\b/y),
    byLine("drafting", "AP", /APPROVED[ \t]{1,3}BY\b/y),
    byKeyword("typedNote", "CO", /CONFIDENTIAL[ \t]{1,9}(?=[A-Z]{3}\d{4}[ \t\r]*$)/my),
  ],
  readTrailer: readArchiveAttributes,
  recognise: (signs, text) => {
    // The attributes are the archive's alone, whatever is left of the telegram above them.
    if (text.includes("Message Attributes") && text.includes("Document Number:")) return 4;
    if (signs.has("textBegins") && text.head().includes("Declassified/Released")) return 4;
    if (signs.has("mrn") || signs.has("messageId")) return 0;
    if (!signs.has("distribution") && !signs.has("tearLine")) return 0;
    if (/^[ \t]*PAGE[ \t]+0?\d{1,2}[ \t]/m.test(text.head())) return 3;
    return signs.has("distribution") && /\bE\.?O\.? {0,3}(?:11652|12065)/.test(text.head()) ? 3 : 0;
  },
};
