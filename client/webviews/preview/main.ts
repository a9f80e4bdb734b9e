/** The page of the preview: shows the blocks that the server printed, scrolls with the editor, and says what was clicked. */

import { editor } from "../support/editor.ts";
import { words } from "../support/l10n.ts";
import { onMessages } from "../support/messages.ts";
import { Blocks } from "./blocks.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { lineAt, topOf } from "./scroll-map.ts";
import "./preview.css";

const tell = (message: FromPage): void => editor.postMessage(message);

const skip = document.createElement("a");
skip.className = "skip";
skip.href = "#text";
skip.textContent = words("skip");
const reading = document.createElement("div");
reading.className = "reading";
const blocks = new Blocks(reading);
document.body.append(skip, reading);

/** Where a message of the editor's put the page: the scrolling that comes of it is nobody's wish. */
let putAt: number | null = null;
let pending = false;

onMessages<ToPage>({
  show: ({ uri, isCapitals, lineCount, blocks: shown }) => {
    editor.setState({ uri });
    reading.classList.toggle("capitals", isCapitals);
    blocks.show(shown, lineCount);
  },
  scroll: ({ line }) => {
    const top = Math.round(topOf(blocks.anchors(), line));
    window.scrollTo({ top, behavior: "instant" });
    putAt = window.scrollY;
  },
});

window.addEventListener("scroll", () => {
  if (pending) return;
  pending = true;
  requestAnimationFrame(() => {
    pending = false;
    const isOwn = putAt !== null && Math.abs(window.scrollY - putAt) < 2;
    putAt = null;
    // The banner comes from a line far below the text's beginning: at the very top that is what is meant.
    const line = window.scrollY < 1 ? 0 : lineAt(blocks.anchors(), window.scrollY);
    if (!isOwn) tell({ kind: "scrolled", line });
  });
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a.citation") : null;
  const line = link === null ? null : blocks.lineOf(link);
  if (!(link instanceof HTMLElement) || line === null) return;
  event.preventDefault();
  const character = Number(link.dataset.character);
  tell({ kind: "follow", line: line + Number(link.dataset.line), character });
});

document.addEventListener("dblclick", (event) => {
  const line = event.target instanceof Element ? blocks.lineOf(event.target) : null;
  if (line !== null) tell({ kind: "reveal", line });
});

// Escape puts a card away until something else is pointed at.
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") reading.classList.add("still");
});
for (const moved of ["pointerover", "focusin"]) {
  document.addEventListener(moved, () => reading.classList.remove("still"));
}

tell({ kind: "ready" });
