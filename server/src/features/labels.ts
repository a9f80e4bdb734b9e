/** Which REF entries a label means, and which label an entry bears where none is printed. */

import type { Mrn } from "../cable/mrn.ts";
import type { CableTree, Mention, ReferenceEntry } from "../cable/tree.ts";

const CODE_OF_A = 65;
const LETTERS = 26;

/** The entries of a list by what they are asked for, so that no mention goes through all of them. */
interface EntryIndex {
  readonly byLabel: ReadonlyMap<string, readonly ReferenceEntry[]>;
  readonly byMrn: ReadonlyMap<string, readonly ReferenceEntry[]>;
  readonly positions: ReadonlyMap<ReferenceEntry, number>;
}

const INDEXES = new WeakMap<readonly ReferenceEntry[], EntryIndex>();

function indexOf({ references }: CableTree): EntryIndex {
  const known = INDEXES.get(references);
  if (known !== undefined) return known;
  const byLabel = new Map<string, ReferenceEntry[]>();
  const byMrn = new Map<string, ReferenceEntry[]>();
  const add = (map: Map<string, ReferenceEntry[]>, key: string, entry: ReferenceEntry): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  };
  for (const entry of references) {
    if (entry.label !== null) add(byLabel, entry.label, entry);
    if (entry.mrn !== null) add(byMrn, keyOf(entry.mrn), entry);
  }
  const index = { byLabel, byMrn, positions: new Map(references.map((entry, position) => [entry, position])) };
  INDEXES.set(references, index);
  return index;
}

function keyOf({ year, station, serial }: Mrn): string {
  return `${year} ${station} ${serial}`;
}

/**
 * The entries that bear a label. An entry without a letter counts by its position: in `REF: SHANGHAI 66, SHANGHAI 57` the second is
 * `B`. Several where a label is printed twice, none where no entry bears it.
 */
export function entriesWithLabel(tree: CableTree, label: string): readonly ReferenceEntry[] {
  const printed = indexOf(tree).byLabel.get(label);
  if (printed !== undefined) return printed;
  const counted = tree.references[positionOfLabel(label)];
  return counted?.label === null ? [counted] : [];
}

/** Which entry of the REF line it is, the first being 0; -1 for an entry of another cable. */
export function positionOfEntry(tree: CableTree, entry: ReferenceEntry): number {
  return indexOf(tree).positions.get(entry) ?? -1;
}

/** The label of an entry: as printed, or by its position. */
export function labelOfEntry(tree: CableTree, entry: ReferenceEntry): string {
  return entry.label ?? labelAtPosition(positionOfEntry(tree, entry));
}

/**
 * The entries that a mention means: those of its labels, or all of them for `reftel`; of an MRN in prose those that cite the same
 * cable. None for `septel` and for a paragraph of this cable.
 */
export function entriesOfMention(tree: CableTree, mention: Mention): readonly ReferenceEntry[] {
  switch (mention.kind) {
    case "label":
      return entriesOfLabels(tree, mention);
    case "reftel":
      return mention.labels.length > 0 ? entriesOfLabels(tree, mention) : tree.references;
    case "paragraph":
      return mention.external ? entriesOfLabels(tree, mention) : [];
    case "mrn": {
      const { mrn } = mention;
      return mrn === null ? [] : (indexOf(tree).byMrn.get(keyOf(mrn)) ?? []);
    }
    case "septel":
      return [];
  }
}

/** The position that a label counts: 0 for `A`, 25 for `Z`, 26 for `AA`, 0 for `1`; -1 where it is none. */
function positionOfLabel(label: string): number {
  if (/^[0-9]{1,3}$/.test(label)) return Number(label) - 1;
  if (!/^[A-Z]{1,2}$/.test(label)) return -1;
  let position = 0;
  for (const letter of label) position = position * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1;
  return position - 1;
}

/** The label that counts a position: `A` for 0, `Z` for 25, `AA` for 26. */
export function labelAtPosition(position: number): string {
  const last = String.fromCharCode(CODE_OF_A + (position % LETTERS));
  return position < LETTERS ? last : labelAtPosition(Math.floor(position / LETTERS) - 1) + last;
}

function entriesOfLabels(tree: CableTree, mention: Mention): readonly ReferenceEntry[] {
  const { positions } = indexOf(tree);
  const labels = new Set(mention.labels.map(({ value }) => value));
  const entries = new Set([...labels].flatMap((label) => entriesWithLabel(tree, label)));
  return [...entries].sort((one, other) => (positions.get(one) ?? 0) - (positions.get(other) ?? 0));
}
