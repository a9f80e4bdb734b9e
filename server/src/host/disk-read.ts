/** Reads a file of the disk whole, but never more than its size said when it was opened, and never what is no regular file. */

import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { LARGEST_FILE } from "./files.ts";

/** Pipes must not be waited for when they are opened; where there is no such flag there are no such pipes. */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file, or why it is not read; the reason reads on after its name. */
export type BoundedBytes =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "folder" }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads a file of at most `most` bytes. Fails as `open` does. */
export async function readBounded(path: string, most = LARGEST_FILE): Promise<BoundedBytes> {
  // Devices are known before they are opened: that alone may do something.
  const refused = refusalOf(await stat(path), most);
  if (refused !== null) return refused;
  const handle = await open(path, OPEN_FLAGS);
  try {
    const stats = await handle.stat();
    return refusalOf(stats, most) ?? { kind: "bytes", bytes: await readSize(handle, stats.size) };
  } finally {
    await handle.close();
  }
}

/** Why what is at a path is not read as a file; null where it is one. */
export function refusalOf(stats: Stats, most: number): Exclude<BoundedBytes, { kind: "bytes" }> | null {
  if (stats.isDirectory()) return { kind: "folder" };
  if (!stats.isFile()) return { kind: "refused", reason: "is no file" };
  if (stats.size <= most) return null;
  return { kind: "refused", reason: `is too large for a cable: ${Math.round(stats.size / 1024 / 1024)} MB` };
}

/** Files of the system itself say that they are empty and have no end; a file that shrinks has its end before. */
async function readSize(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
