/** The type of the rows in classifications.json; a test holds the file to it. */
import type { ClassificationRow } from "../rows.ts";

declare const rows: readonly ClassificationRow[];
export default rows;
