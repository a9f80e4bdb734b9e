/** The type of the rows in stations.json; a test holds the file to it. */
import type { StationRow } from "../rows.ts";

declare const rows: readonly StationRow[];
export default rows;
