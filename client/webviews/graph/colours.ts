/** The colours of the graph's picture, by what they stand for. */

import type { CableOfGraph } from "./messages.ts";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly link: string;
  readonly focus: string;
  readonly font: string;
  readonly levels: Readonly<Record<Level, string>>;
}

type Level = NonNullable<CableOfGraph["classification"]> | "none";

/** The style sheet's names for the colours of classifications. */
export const LEVELS: readonly { readonly level: Level; readonly variable: string }[] = [
  { level: "UNCLASSIFIED", variable: "--unclassified" },
  { level: "LIMITED OFFICIAL USE", variable: "--limited" },
  { level: "CONFIDENTIAL", variable: "--confidential" },
  { level: "SECRET", variable: "--secret" },
  { level: "TOP SECRET", variable: "--top-secret" },
  { level: "none", variable: "--unmarked" },
];

export function colourOf({ levels }: Palette, level: CableOfGraph["classification"]): string {
  return levels[level ?? "none"];
}
