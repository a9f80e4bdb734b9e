/** The type of the rows in offices.json; a test holds the file to it. */
import type { OfficeRow } from "../rows.ts";

declare const rows: readonly OfficeRow[];
export default rows;
