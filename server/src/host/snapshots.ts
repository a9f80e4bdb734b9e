/** Where the index is kept between two runs, as far as the machine has such a place. */

/** Keeps snapshots by name. Neither reading nor writing ever fails: what can't be kept is built anew the next time. */
export interface Snapshots {
  /** The bytes kept under a name, aligned to eight; null where there are none. */
  read(name: string): Uint8Array | null;
  /**
   * Keeps parts, joined, under a name, whole or not at all, whoever else does the same meanwhile. `isCurrent` is asked between parts: when it
   * says no, what was kept before stays.
   */
  write(name: string, parts: readonly Uint8Array[], isCurrent: () => boolean): Promise<boolean>;
  /** The same in one go, for a process that ends. */
  writeAtOnce(name: string, parts: readonly Uint8Array[]): boolean;
}
