/** Damage by saving: a byte-order mark that was left standing before the text. */

import { type Damage, deletion } from "./damage.ts";

const BYTE_ORDER_MARK = 0xfeff;

export const byteOrderMark: Damage = {
  name: "byte-order-mark",
  edits: (text) => (text.charCodeAt(0) === BYTE_ORDER_MARK ? [deletion(0, 1)] : []),
};
