/** Bytes of a file to text, in whichever encoding a cable was saved. */

const NUL = 0;
const CTRL_Z = 0x1a;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Text is looked for in this much of a file: a binary one shows itself by then. */
const LOOKED_AT = 8192;

/** A file's text, or why it is none; the reason reads on after the name of the file: `09X.txt is binary`. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "skipped"; readonly reason: string };

/**
 * The text of a file: by its byte-order mark (UTF-8, UTF-16 of either order), else UTF-8, else Latin-1 as Windows has it, with curly
 * quotes in the places of its control characters. The mark is no part of the text. A file with a zero byte is binary, unless there are only such
 * behind it: old systems fill the last block of a file with zeros or Ctrl-Z.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (begins(bytes, 0xff, 0xfe)) return text("utf-16le", bytes);
  if (begins(bytes, 0xfe, 0xff)) return text("utf-16be", bytes);
  if (isBinary(bytes)) return { kind: "skipped", reason: BINARY };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "text", text: latin1(bytes) };
  }
}

/** Why a binary file is passed over. */
export const BINARY = "is binary";

/**
 * Whether bytes are no text: a zero byte among them before the filling of the last block, and no byte-order mark that says that each character
 * has two.
 */
export function isBinary(bytes: Uint8Array): boolean {
  return !isWide(bytes) && hasZero(bytes);
}

function isWide(bytes: Uint8Array): boolean {
  return begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
}

/** What Windows puts in the places of Latin-1's control characters 80 to 9F; five stay what they are. */
const WINDOWS_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Any bytes as Windows-1252. Some versions of Node decode that as plain Latin-1, so the difference is made good here. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_80_TO_9F.charAt(character.charCodeAt(0) - 0x80));
}

/** Whether a zero byte stands in what is looked at, before the filling of the last block of a text. */
function hasZero(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, LOOKED_AT).indexOf(NUL);
  if (first < 0) return false;
  let end = bytes.length;
  while (end > first && isFilling(bytes[end - 1] ?? NUL)) end--;
  if (first < end) return true;
  // What has no lines is no text that was filled up.
  const text = bytes.subarray(0, first);
  return !text.includes(LINE_FEED) && !text.includes(CARRIAGE_RETURN);
}

function isFilling(byte: number): boolean {
  return byte === NUL || byte === CTRL_Z || byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function text(encoding: string, bytes: Uint8Array): Decoded {
  return { kind: "text", text: new TextDecoder(encoding).decode(bytes) };
}

function begins(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}
