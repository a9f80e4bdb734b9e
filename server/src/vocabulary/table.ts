/** The tables under data/ as the program has them: text, of which rows are made when somebody first looks into them. */

import { lazy } from "./lazy.ts";

/** The rows of a table's text. A start pays for no table that nothing is looked up in: together they are nearly a megabyte. */
export function table<Row>(text: string): () => readonly Row[] {
  return lazy((): readonly Row[] => JSON.parse(text));
}
