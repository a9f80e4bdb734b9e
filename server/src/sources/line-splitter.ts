/** Turns text that arrives in parts into whole lines, with bounded memory. */

import { pushAll } from "../text/arrays.ts";
import { LARGEST_CABLE } from "./source.ts";

/** Parts text into lines, without their line breaks. A line that does not end is cut where it grows too long. */
export class LineSplitter {
  #rest: string[] = [];
  #length = 0;
  /** The last part ended in a carriage return: a line feed that follows belongs to it. */
  #returned = false;

  push(text: string): readonly string[] {
    if (text === "") return [];
    const behind = this.#returned && text.startsWith("\n") ? text.slice(1) : text;
    this.#returned = text.endsWith("\r");
    const lines = behind.split(/\r\n|\n|\r/);
    const last = lines.pop() ?? "";
    const first = lines[0];
    if (first !== undefined) {
      lines[0] = this.#rest.join("") + first;
      this.#rest = [];
      this.#length = 0;
    }
    this.#rest.push(last);
    this.#length += last.length;
    if (this.#length > LARGEST_CABLE) pushAll(lines, this.finish());
    return lines;
  }

  /** The last line, where it has no line break; none where the text ended in one. */
  finish(): readonly string[] {
    const last = this.#rest.join("");
    this.#rest = [];
    this.#length = 0;
    return last === "" ? [] : [last];
  }
}
