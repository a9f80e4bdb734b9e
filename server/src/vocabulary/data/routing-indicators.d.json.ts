/** The type of the rows in routing-indicators.json; a test holds the file to it. */
import type { RoutingIndicatorRow } from "../rows.ts";

declare const rows: readonly RoutingIndicatorRow[];
export default rows;
