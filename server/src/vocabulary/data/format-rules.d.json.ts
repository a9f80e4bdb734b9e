/** The type of the rows in format-rules.json; a test holds the file to it. */
import type { FormatRuleRow } from "../rows.ts";

declare const rows: readonly FormatRuleRow[];
export default rows;
