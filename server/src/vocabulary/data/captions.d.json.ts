/** The type of the rows in captions.json; a test holds the file to it. */
import type { CaptionRow } from "../rows.ts";

declare const rows: readonly CaptionRow[];
export default rows;
