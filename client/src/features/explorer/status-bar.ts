/** The status bar of a cable: its classification, its number, and the paragraph that the cursor is in. */

import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import type { OpenCableWatch } from "./open-cable.ts";
import { paragraphPosition } from "./paragraph-position.ts";

/** On the left behind all others: what the cable is, and where in it the reader is. A narrow window has no room for the items on the right. */
const LAST = -100;

/** Says by which network a cable went, and nothing of who may read it. */
const NETWORK_CAPTION = "SIPDIS";

export class CableStatusBar implements Disposable {
  readonly #watch: OpenCableWatch;
  readonly #classification: StatusBarItem;
  readonly #number: StatusBarItem;
  readonly #paragraph: StatusBarItem;
  readonly #listening: readonly Disposable[];

  constructor(watch: OpenCableWatch) {
    this.#watch = watch;
    this.#classification = item("classification", LAST + 2, l10n.t("Cable: Classification"));
    this.#number = item("number", LAST + 1, l10n.t("Cable: Number"), "reftel.copyMrn");
    this.#paragraph = item("paragraph", LAST, l10n.t("Cable: Paragraph"), "reftel.goToParagraph");
    this.#listening = [
      watch.onChanged(() => this.#update()),
      window.onDidChangeTextEditorSelection(() => this.#update()),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    ];
    this.#update();
  }

  dispose(): void {
    for (const one of [...this.#listening, this.#classification, this.#number, this.#paragraph]) one.dispose();
  }

  #update(): void {
    const { shown } = this.#watch;
    const editor = window.activeTextEditor;
    if (shown === null || editor?.document !== shown.document) {
      for (const one of [this.#classification, this.#number, this.#paragraph]) one.hide();
      return;
    }
    const { classification, captions, mrn, subject, paragraphs } = shown.cable;
    const level = [classification, ...captions].filter((part) => part !== null).join(" · ");
    // The handling word belongs to the level: a cable that is SENSITIVE is not just UNCLASSIFIED.
    const handling = captions.find((caption) => caption !== NETWORK_CAPTION);
    const shortLevel = [classification, handling].filter((part) => part != null).join(" · ");
    show(this.#classification, shortLevel === "" ? null : `$(shield) ${shortLevel}`, level);
    const copy = l10n.t("Click to copy the number");
    show(this.#number, mrn, [mrn, subject, copy].filter((line) => line !== null).join("\n"));
    const position = paragraphPosition(paragraphs, editor.selection.active.line);
    const text =
      paragraphs.length === 0
        ? null
        : position === null
          ? l10n.t("{0} paragraphs", paragraphs.length)
          : position.number === null
            ? l10n.t("unnumbered ¶, of {0}", position.of)
            : l10n.t("¶{0} of {1}", position.number, position.of);
    show(this.#paragraph, text, l10n.t("Go to a paragraph"));
  }
}

function item(id: string, priority: number, name: string, command?: string): StatusBarItem {
  const made = window.createStatusBarItem(`reftel.${id}`, StatusBarAlignment.Left, priority);
  made.name = name;
  if (command !== undefined) made.command = command;
  return made;
}

function show(one: StatusBarItem, text: string | null, tooltip: string): void {
  if (text === null) {
    one.hide();
    return;
  }
  one.text = text;
  one.tooltip = tooltip;
  one.show();
}
