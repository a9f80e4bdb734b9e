/** Tells which line break a text uses, so that what is put in looks like the rest. */

/** That of the first line; `\n` where there is only one line. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf("\n");
  return at > 0 && text.charAt(at - 1) === "\r" ? "\r\n" : "\n";
}
