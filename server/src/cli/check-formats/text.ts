/** Findings for people: place, message, the line with a caret below it, and how to mend it. */

import { type CheckFormat, regionOf } from "./format.ts";

/** A line is shown as far as a terminal is wide. */
const WIDTH = 100;

/** What a terminal would take for commands, and what is no character of a line. */
const CONTROL = /\p{Cc}/gu;

export const textFormat: CheckFormat = {
  begin: () => "",
  finding({ path, lines, found }) {
    const { line, character, endLine, endCharacter } = regionOf(lines, found.span);
    const whole = lines.text.slice(lines.start(line), lines.end(line)).replace(CONTROL, " ");
    const from = character < WIDTH - 10 ? 0 : character - 20;
    const shown = whole.slice(from, from + WIDTH).trimEnd();
    const end = endLine === line ? endCharacter : whole.length;
    const carets = "^".repeat(Math.max(1, Math.min(end, from + WIDTH) - character));
    const number = String(line + 1);
    const margin = " ".repeat(number.length);
    const [fix] = found.fixes ?? [];
    return [
      `${path}:${line + 1}:${character + 1}: ${found.severity}: ${found.message.replace(CONTROL, " ")} [${found.code}]`,
      `  ${number} | ${shown}`,
      `  ${margin} | ${" ".repeat(character - from)}${carets}`,
      ...(fix === undefined
        ? []
        : [
            `  ${margin} = fix: ${fix.title.replace(CONTROL, " ")}${fix.sureness === "certain" ? " (--fix does)" : ""}`,
          ]),
      "",
    ].join("\n");
  },
  end: () => "",
};
