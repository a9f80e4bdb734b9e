/** CRC-32 as ZIP archives have it. Node's own came after the oldest Node that this runs on. */

const POLYNOMIAL = 0xedb88320;

const OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** The checksum of bytes that follow others, given that of these; of the first, of 0. */
export function checksumOf(bytes: Uint8Array, before: number): number {
  let rest = ~before;
  for (const byte of bytes) rest = (OF_BYTE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}
