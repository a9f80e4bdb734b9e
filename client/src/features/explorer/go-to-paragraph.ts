/** `Reftel: Go to Paragraph…`: the paragraphs of the cable as a list, each shown while it is chosen. */

import { l10n, type QuickPickItem, Range, Selection, TextEditorRevealType, window } from "vscode";
import type { Shown } from "./open-cable.ts";

interface ParagraphItem extends QuickPickItem {
  readonly at: Range;
}

export function goToParagraph({ document, cable }: Shown): void {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  if (editor === undefined) return;
  const before = editor.selection;
  const pick = window.createQuickPick<ParagraphItem>();
  pick.placeholder = l10n.t("Number of the paragraph, or words of it");
  pick.items = cable.paragraphs.map(({ name, range: { start, end } }) => ({
    // Text of a cable makes no icons.
    label: name.replaceAll("$(", "\\$("),
    at: new Range(start.line, start.character, end.line, end.character),
  }));
  const current = pick.items.find(({ at }) => at.start.line <= before.active.line && before.active.line <= at.end.line);
  if (current !== undefined) pick.activeItems = [current];
  const select = ({ at }: ParagraphItem): void => {
    editor.selection = new Selection(at.start, at.start);
    editor.revealRange(at, TextEditorRevealType.InCenterIfOutsideViewport);
  };
  let chosen = false;
  pick.onDidChangeActive(([item]) => {
    if (item !== undefined) select(item);
  });
  pick.onDidAccept(() => {
    chosen = pick.activeItems.length > 0;
    pick.hide();
  });
  pick.onDidHide(() => {
    if (!chosen) {
      editor.selection = before;
      editor.revealRange(before, TextEditorRevealType.InCenterIfOutsideViewport);
    }
    pick.dispose();
  });
  pick.show();
}
