/** A change of a file as the protocol's notification lists it. */

export const CREATED = 1;
export const CHANGED = 2;
export const DELETED = 3;

export interface FileChange {
  readonly uri: string;
  readonly type: typeof CREATED | typeof CHANGED | typeof DELETED;
}
