/** The type of the rows in tags.json; a test holds the file to it. */
import type { TagRow } from "../rows.ts";

declare const rows: readonly TagRow[];
export default rows;
