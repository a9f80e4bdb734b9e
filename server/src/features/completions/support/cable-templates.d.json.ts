/** The type of the rows in cable-templates.json; a test holds the file to it. */
import type { CableTemplate } from "./cable-template.ts";

declare const rows: readonly CableTemplate[];
export default rows;
