/** Which kinds of code actions a client asks for. */

/** Whether a kind is asked for: without a list every one is, and a kind stands for all below it. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
}
