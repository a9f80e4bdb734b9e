/** The type of the rows in timezones.json; a test holds the file to it. */
import type { TimeZoneRow } from "../rows.ts";

declare const rows: readonly TimeZoneRow[];
export default rows;
