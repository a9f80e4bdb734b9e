/** Findings for programs: one JSON array, one finding a line. */

import { type CheckFormat, regionOf } from "./format.ts";

export const jsonFormat: CheckFormat = {
  begin: () => "[",
  finding({ path, lines, found }, isFirst) {
    const record = {
      file: path,
      code: found.code,
      severity: found.severity,
      message: found.message,
      ...regionOf(lines, found.span),
      fixes: (found.fixes ?? []).map(({ title, sureness, edits }) => ({
        title,
        sureness,
        edits: edits.map((edit) => ({ ...regionOf(lines, edit), text: edit.replacement })),
      })),
    };
    return `${isFirst ? "\n" : ",\n"}${JSON.stringify(record)}`;
  },
  end: () => "\n]\n",
};
