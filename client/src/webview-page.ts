/** What every webview's page has in common: its HTML shell under a strict policy, and messages that are checked before they count. */

import { type Disposable, env, Uri, type Webview, type WebviewOptions } from "vscode";

/** What the shell of a page is made of. */
export interface WebviewPage {
  /** The folder below `client/webviews/`, whose bundle the page runs. */
  readonly name: string;
  /** What a screen reader calls the page. */
  readonly title: string;
  /** Words of the page in the editor's language, by their names there; the page finds them with `words()` of `support/words.ts`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** The sign of a panel in its tab: the ink of a theme's own file icons, which a tab does not give to a picture by itself. */
export function panelIcon(extensionUri: Uri): { readonly light: Uri; readonly dark: Uri } {
  const icon = (name: string): Uri => Uri.joinPath(extensionUri, "media", name);
  return { light: icon("cable-light.svg"), dark: icon("cable-dark.svg") };
}

/** A page may run its scripts and load what the extension ships for it, and nothing else. */
export function webviewOptions(extensionUri: Uri): WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [bundles(extensionUri)],
  };
}

/**
 * The HTML of a page, empty but for its bundle: what it shows it builds itself, from messages. Nothing remote can be loaded, no style or
 * script stands in the markup, and only the script that bears this page's nonce runs.
 */
export function pageHtml(webview: Webview, extensionUri: Uri, { name, title, words = {} }: WebviewPage): string {
  const nonce = newNonce();
  const bundle = (suffix: string): string =>
    escaped(webview.asWebviewUri(Uri.joinPath(bundles(extensionUri), `${name}.${suffix}`)).toString());
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
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
<link rel="stylesheet" href="${bundle("css")}">
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<script nonce="${nonce}" src="${bundle("js")}"></script>
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

function bundles(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist", "webviews");
}

/** Letters and digits that nobody can foretell. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
