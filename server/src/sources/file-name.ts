/** The names of the files that cables are put into: plain on every system, whatever a source calls them. */

import { canonicalMrn } from "../cable/mrn.ts";
import { mayBeCable, parseCable } from "../cable/parse.ts";
import type { FoundCable } from "./source.ts";

export const EXTENSION = ".cable";

/** Longer names are cut: some systems take no more than 255 bytes, and a mark of a copy comes behind. */
const LONGEST_NAME = 100;

/** Names that Windows keeps for devices, whatever stands behind them. */
const DEVICES = /^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/i;

/**
 * The name of a cable's file, without extension: its canonical MRN, else what the source calls it, else `fallback`; `file` is the name of a
 * source that holds this cable alone, for what its text lacks. Null for a text in which nothing of a cable is found.
 */
export function baseNameOf(
  { text, id }: FoundCable,
  { file, fallback }: { readonly file: string | null; readonly fallback: string },
): string | null {
  const tree = parseCable(text, id ?? file);
  if (tree.mrn !== null) return safeName(canonicalMrn(tree.mrn));
  if (id === null && !mayBeCable(tree)) return null;
  return (id === null ? "" : safeName(id)) || safeName(fallback) || "cable";
}

/** The name of a copy: none behind the first, then `_a` … `_z`, `_aa` … */
export function copyName(base: string, copy: number): string {
  return `${copy === 0 ? base : `${base}_${letters(copy)}`}${EXTENSION}`;
}

function letters(number: number): string {
  let rest = number;
  let text = "";
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

/** Letters, digits, hyphens and underscores alone: no path, no device, nothing hidden. */
export function safeName(name: string): string {
  const plain = name
    .slice(0, 10 * LONGEST_NAME)
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[-_]+|(?<![-_])[-_]+$/g, "")
    .slice(0, LONGEST_NAME);
  return DEVICES.test(plain) ? `${plain}-cable` : plain;
}
