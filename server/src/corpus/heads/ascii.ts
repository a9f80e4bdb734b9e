/** The bytes that heads of cables are told by. */

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const BLANK = 32;
export const QUOTE = 34;
export const OPENING = 40;
export const CLOSING = 41;
export const COMMA = 44;
export const STOP = 46;
export const STROKE = 47;
export const ZERO = 48;
export const ONE = 49;
export const COLON = 58;
export const CAPITAL_E = 69;
export const CAPITAL_M = 77;
export const CAPITAL_O = 79;

/** A blank or a tabulator. */
export function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === 9;
}
