/** The type of the rows in executive-orders.json; a test holds the file to it. */
import type { ExecutiveOrderRow } from "../rows.ts";

declare const rows: readonly ExecutiveOrderRow[];
export default rows;
