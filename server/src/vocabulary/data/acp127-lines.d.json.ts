/** The type of the rows in acp127-lines.json; a test holds the file to it. */
import type { HeaderLineRow } from "../rows.ts";

declare const rows: readonly HeaderLineRow[];
export default rows;
