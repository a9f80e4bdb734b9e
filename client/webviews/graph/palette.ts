/** The colours of the graph's picture, as the editor's theme has them now. */

import { LEVELS, type Palette } from "./colours.ts";

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
