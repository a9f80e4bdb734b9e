/** Findings as SARIF 2.1.0, for services that show the results of checks. */

import packageJson from "../../../../package.json" with { type: "json" };
import { RULES } from "../../features/rules/index.ts";
import type { Severity } from "../../features/rules/support/severity.ts";
import type { LineTable } from "../../text/line-table.ts";
import { type CheckFormat, regionOf } from "./format.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

export const sarifFormat: CheckFormat = {
  begin() {
    const rules = RULES.map(({ code, title, why, source, severity }) => ({
      id: code,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: `${title} ${why} Source: ${source}.` },
      defaultConfiguration: severity === "off" ? { enabled: false } : { level: LEVELS[severity] },
    }));
    const tool = { driver: { name: "reftel", version: packageJson.version, rules } };
    return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(
      tool,
    )},"columnKind":"utf16CodeUnits","results":[`;
  },
  finding({ path, lines, found }, isFirst) {
    const artifactLocation = { uri: uriOf(path) };
    const fixes = (found.fixes ?? [])
      .filter(({ sureness }) => sureness === "certain")
      .map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: region(lines, edit),
              insertedContent: { text: edit.replacement },
            })),
          },
        ],
      }));
    const result = {
      ruleId: found.code,
      ruleIndex: RULES.findIndex(({ code }) => code === found.code),
      level: LEVELS[found.severity],
      message: { text: found.message },
      locations: [{ physicalLocation: { artifactLocation, region: region(lines, found.span) } }],
      ...(fixes.length > 0 ? { fixes } : {}),
    };
    return `${isFirst ? "\n" : ",\n"}${JSON.stringify(result)}`;
  },
  end: () => "\n]}]}\n",
};

/** SARIF counts lines and columns from 1. */
function region(lines: LineTable, span: { readonly start: number; readonly end: number }) {
  const { line, character, endLine, endCharacter } = regionOf(lines, span);
  return { startLine: line + 1, startColumn: character + 1, endLine: endLine + 1, endColumn: endCharacter + 1 };
}

/** A path as a relative or absolute URI reference. */
function uriOf(path: string): string {
  const uri = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${uri}` : uri.replace(/^([^/]*)%3A/, "./$1%3A");
}
