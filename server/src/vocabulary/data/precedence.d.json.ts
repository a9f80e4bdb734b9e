/** The type of the rows in precedence.json; a test holds the file to it. */
import type { PrecedenceRow } from "../rows.ts";

declare const rows: readonly PrecedenceRow[];
export default rows;
