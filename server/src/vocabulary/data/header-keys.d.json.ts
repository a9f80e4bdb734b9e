/** The type of the rows in header-keys.json; a test holds the file to it. */
import type { HeaderKeyRow } from "../header-keys.ts";

declare const rows: readonly HeaderKeyRow[];
export default rows;
