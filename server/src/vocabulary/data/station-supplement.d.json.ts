/** The type of the rows in station-supplement.json; a test holds the file to it. */
import type { StationSupplementRow } from "../rows.ts";

declare const rows: readonly StationSupplementRow[];
export default rows;
