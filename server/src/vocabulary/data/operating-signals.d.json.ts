/** The type of the rows in operating-signals.json; a test holds the file to it. */
import type { OperatingSignalRow } from "../rows.ts";

declare const rows: readonly OperatingSignalRow[];
export default rows;
