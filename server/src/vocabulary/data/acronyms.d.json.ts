/** The type of the rows in acronyms.json; a test holds the file to it. */
import type { AcronymRow } from "../rows.ts";

declare const rows: readonly AcronymRow[];
export default rows;
