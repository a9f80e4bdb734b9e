/** The type of the rows in station-homographs.json; a test holds the file to it. */
import type { StationHomographRow } from "../rows.ts";

declare const rows: readonly StationHomographRow[];
export default rows;
