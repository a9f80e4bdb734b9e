/** What every webview's page has in common: its HTML shell under a strict policy, and messages that are checked before they count. */

import { type Disposable, env, Uri, type Webview, type WebviewOptions, type WebviewPanel, workspace } from "vscode";

/** What the shell of a page is made of. */
export interface WebviewPage {
  /** The folder below `client/webviews/`, whose bundle the page runs. */
  readonly name: string;
  /** What a screen reader calls the page. */
  readonly title: string;
  /** Words of the page in the editor's language, by their names there; the page finds them with `words()` of `support/l10n.ts`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Puts a page into a panel, new or restored, and its sign into the tab. Who listens to the page does so before. */
export function fillPanel(panel: WebviewPanel, extensionUri: Uri, page: WebviewPage): void {
  // The ink of a theme's own file icons, which a tab does not give to a picture by itself.
  const icon = (name: string): Uri => Uri.joinPath(extensionUri, "media", name);
  panel.iconPath = { light: icon("cable-light.svg"), dark: icon("cable-dark.svg") };
  panel.webview.options = WEBVIEW_OPTIONS;
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  void pageHtml(extensionUri, page).then((html) => {
    if (!isClosed) panel.webview.html = html;
  });
}

/** A page runs its own script, and loads nothing at all. */
const WEBVIEW_OPTIONS: WebviewOptions = {
  enableScripts: true,
  enableForms: false,
  enableCommandUris: false,
  localResourceRoots: [],
};

/**
 * The HTML of a page, empty but for its bundle: what it shows it builds itself, from messages. Nothing can be loaded, and only the style
 * and the script that bear this page's nonce count. They stand in the page itself: what a page loads goes through a service worker,
 * which in a browser all webviews of a window may share, and of several that come back at once one would stay blank.
 */
async function pageHtml(extensionUri: Uri, { name, title, words = {} }: WebviewPage): Promise<string> {
  const nonce = newNonce();
  const bundle = async (suffix: string): Promise<string> => {
    const file = Uri.joinPath(extensionUri, "dist", "webviews", `${name}.${suffix}`);
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  };
  const [style, script] = await Promise.all([bundle("css"), bundle("js")]);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style.replaceAll("</", "<\\/")}</style>
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<script nonce="${nonce}">${script.replaceAll("</script", "<\\/script")}</script>
</body>
</html>`;
}

/** A message from a page: its fields are asked for by the kind of value that they must be, and are null where they are not. */
export interface PageMessage {
  readonly text: (field: string) => string | null;
  readonly number: (field: string) => number | null;
  readonly flag: (field: string) => boolean | null;
}

/**
 * Listens to the messages of a page, by their `kind`. What is none of these kinds is passed over: a page shows what stands in files, which
 * may come from anywhere, so the extension does nothing on its word but what it has a handler for.
 */
export function onPageMessage(
  webview: Webview,
  handlers: Readonly<Record<string, (message: PageMessage) => void | Promise<void>>>,
): Disposable {
  return webview.onDidReceiveMessage((message: unknown) => {
    const fields = new Map<string, unknown>(
      typeof message === "object" && message !== null ? Object.entries(message) : [],
    );
    const kind = fields.get("kind");
    if (typeof kind !== "string" || !Object.hasOwn(handlers, kind)) return undefined;
    return handlers[kind]?.({
      text: (field) => textOf(fields.get(field)),
      number: (field) => numberOf(fields.get(field)),
      flag: (field) => flagOf(fields.get(field)),
    });
  });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function flagOf(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** Letters and digits that nobody can foretell. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
