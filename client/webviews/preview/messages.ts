/** What the extension and the page of the preview tell each other, by kind. */

/** One block of the page; without `html` where the page has it. */
export interface ShownBlock {
  readonly key: string;
  readonly region: "head" | "text" | "foot";
  /** The lines of the document that it shows, 0-based. */
  readonly line: number;
  readonly endLine: number;
  readonly html?: string;
}

/** From the extension to the page. */
export interface ToPage {
  /** All blocks, in order. `uri` is what the page is to be restored with. */
  readonly show: {
    readonly kind: "show";
    readonly uri: string;
    readonly isCapitals: boolean;
    readonly lineCount: number;
    readonly blocks: readonly ShownBlock[];
  };
  /** The editor's first line in sight; a fraction of a line that is part out of it. */
  readonly scroll: { readonly kind: "scroll"; readonly line: number };
}

/** From the page to the extension. */
export type FromPage =
  /** There is nothing on the page yet. */
  | { readonly kind: "ready" }
  /** Go to what is cited at a place. */
  | { readonly kind: "follow"; readonly line: number; readonly character: number }
  /** Go to a line of the document. */
  | { readonly kind: "reveal"; readonly line: number }
  /** The first line in sight, after a person scrolled. */
  | { readonly kind: "scrolled"; readonly line: number };
