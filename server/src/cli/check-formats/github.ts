/** Findings as annotations of GitHub's workflow commands. */

import type { Severity } from "../../features/rules/support/severity.ts";
import { type CheckFormat, regionOf } from "./format.ts";

const COMMANDS: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

export const githubFormat: CheckFormat = {
  begin: () => "",
  finding({ path, lines, found }) {
    const { line, character, endLine, endCharacter } = regionOf(lines, found.span);
    const properties = [
      `file=${property(path)}`,
      `line=${line + 1}`,
      `endLine=${endLine + 1}`,
      // Columns are only taken where the annotation is of one line.
      ...(line === endLine ? [`col=${character + 1}`, `endColumn=${Math.max(endCharacter, character + 1)}`] : []),
      `title=${property(found.code)}`,
    ];
    return `::${COMMANDS[found.severity]} ${properties.join(",")}::${data(found.message)}\n`;
  },
  end: () => "",
};

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
