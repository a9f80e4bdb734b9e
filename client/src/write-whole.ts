/** Writes a file so that nobody ever finds half of it. */

import { type Uri, workspace } from "vscode";

/** Beside its place first, and then there. Fails as the file system does; nothing is left beside it then. */
export async function writeWhole(target: Uri, content: string | Uint8Array): Promise<void> {
  const beside = target.with({ path: `${target.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  try {
    await workspace.fs.writeFile(beside, typeof content === "string" ? new TextEncoder().encode(content) : content);
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(beside).then(undefined, () => {});
    throw error;
  }
}

/** What stands behind the last stroke of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
