/** The line between a webview's page and the extension: messages both ways, and state that outlives the page. */

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Can be asked for only once a page, so every file of a page takes it from here. */
export const editor: VsCodeApi = acquireVsCodeApi();
