/** Adds to the hover over a citation what can be done with the cited cable: open it, preview it, see it in the graph. */

import {
  type CancellationToken,
  commands,
  type Disposable,
  Hover,
  type Location,
  type LocationLink,
  l10n,
  MarkdownString,
  Position,
  type ProviderResult,
  type Range,
  type TextDocument,
  Uri,
} from "vscode";

type ProvideHover = (document: TextDocument, position: Position, token: CancellationToken) => ProviderResult<Hover>;

/** What a link does; its argument is the place that was pointed at, never a word of a cable. */
const ACTIONS = {
  "reftel.hover.open": { icon: "go-to-file", title: () => l10n.t("Open") },
  "reftel.hover.preview": { icon: "open-preview", title: () => l10n.t("Preview") },
  "reftel.hover.graph": { icon: "type-hierarchy", title: () => l10n.t("Citation Graph") },
} as const;

/** The server's hover, with links below it where the place leads to another file. The server's own text stays without any trust. */
export async function provideHover(
  document: TextDocument,
  position: Position,
  token: CancellationToken,
  next: ProvideHover,
): Promise<Hover | null | undefined> {
  const hover = await next(document, position, token);
  if (!hover || token.isCancellationRequested) return hover;
  const cited = await citedFile(document.uri, position);
  if (cited === null || token.isCancellationRequested) return hover;
  return new Hover([...hover.contents, actions(document.uri, position)], hover.range);
}

/** The commands behind the links. They are no commands for the palette: each needs the place of a citation. */
export function hoverCommands(): Disposable[] {
  const onCited =
    (act: (place: Place) => Thenable<unknown>) => async (address: unknown, line: unknown, character: unknown) => {
      if (typeof address !== "string" || typeof line !== "number" || typeof character !== "number") return;
      const place = await citedFile(Uri.parse(address), new Position(line, character));
      if (place !== null) await act(place);
    };
  return [
    commands.registerCommand(
      "reftel.hover.open",
      onCited(({ uri, range }) => commands.executeCommand("vscode.open", uri, { selection: range })),
    ),
    commands.registerCommand(
      "reftel.hover.preview",
      onCited(({ uri }) => commands.executeCommand("reftel.openPreviewToSide", uri)),
    ),
    commands.registerCommand(
      "reftel.hover.graph",
      onCited(({ uri }) => commands.executeCommand("reftel.showCitationGraph", uri)),
    ),
  ];
}

interface Place {
  readonly uri: Uri;
  readonly range: Range;
}

/** The cable that is cited at a place; null where the place leads nowhere, or stays in its own file. */
async function citedFile(from: Uri, position: Position): Promise<Place | null> {
  const found = await commands.executeCommand<readonly (Location | LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    from,
    position,
  );
  const places = found.map(
    (one): Place =>
      "targetUri" in one
        ? { uri: one.targetUri, range: one.targetSelectionRange ?? one.targetRange }
        : { uri: one.uri, range: one.range },
  );
  return places.find(({ uri }) => uri.toString() !== from.toString()) ?? null;
}

function actions(uri: Uri, { line, character }: Position): MarkdownString {
  const place = encodeURIComponent(JSON.stringify([uri.toString(), line, character]));
  const links = Object.entries(ACTIONS).map(
    ([name, { icon, title }]) => `[$(${icon}) ${title()}](command:${name}?${place})`,
  );
  const text = new MarkdownString(links.join("&nbsp;&nbsp;"), true);
  text.isTrusted = { enabledCommands: Object.keys(ACTIONS) };
  return text;
}
