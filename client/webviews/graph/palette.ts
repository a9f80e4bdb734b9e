/** The colours of the graph's picture, as the editor's theme has them now. */

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

export function readPalette(): Palette {
  // A variable that speaks of other variables is only resolved where it is used.
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (variable: string): string => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    paper: colour("--paper"),
    ink: colour("--ink"),
    faint: colour("--faint"),
    line: colour("--edge"),
    link: colour("--link"),
    focus: colour("--focus"),
    font: getComputedStyle(document.body).fontFamily,
    levels: Object.fromEntries(LEVELS.map(({ level, variable }) => [level, colour(variable)])) as Palette["levels"],
  };
  probe.remove();
  return palette;
}

export function colourOf({ levels }: Palette, level: CableOfGraph["classification"]): string {
  return levels[level ?? "none"];
}
