/** The type of the rows in portion-parts.json; a test holds the file to it. */
import type { PortionPartRow } from "../rows.ts";

declare const rows: readonly PortionPartRow[];
export default rows;
