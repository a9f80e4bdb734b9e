/** The citation graph around a cable: what it cites, what cites it, and so on for some steps. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { ClassificationLevel } from "../cable/record.ts";
import type { CableIndex } from "../corpus/cable-index.ts";
import { mrnKey } from "../corpus/columns/mrn-key.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { IndexRecord, RecordedPlace } from "../corpus/index-record.ts";
import { printable } from "./hovers/support/printable.ts";

/** A cable of the graph: by its number, or without one by its file. */
export interface GraphCable {
  readonly id: CanonicalMrn | FileUri;
  readonly mrn: CanonicalMrn | null;
  readonly station: string | null;
  /** Two digits of the year of its number; null without one. */
  readonly year: number | null;
  /** Minutes since 1970 in UTC; null where that is not known. */
  readonly sent: number | null;
  readonly classification: ClassificationLevel | null;
  readonly subject: string | null;
  /** The first of its files, and what to show there; null for a cable that is cited and not in the workspace. */
  readonly at: { readonly file: FileUri; readonly place: RecordedPlace } | null;
  /** How many different cables it cites, and cite it, whether or not they are in this graph. */
  readonly cites: number;
  readonly citedBy: number;
  /** From the first cable to this one. */
  readonly steps: number;
}

/** `from` cites `to`. */
export interface GraphCitation {
  readonly from: GraphCable["id"];
  readonly to: GraphCable["id"];
}

export interface CitationGraph {
  readonly root: GraphCable["id"];
  /** The nearest first; of equals what is cited before what cites, the newest of these first. */
  readonly cables: readonly GraphCable[];
  /** All citations between these cables. */
  readonly citations: readonly GraphCitation[];
  /** Whether more cables lie within the steps than the limit lets in. */
  readonly isCut: boolean;
}

export interface GraphBounds {
  readonly steps: number;
  /** Of cables. */
  readonly limit: number;
  /** Cables of the graph whose neighbours come in as well, however far they are; in this order, so that these may be each other's neighbours. */
  readonly also?: readonly string[];
}

/** No graph is larger, whatever is asked for. */
export const MOST_IN_GRAPH = 2000;
const MOST_STEPS = 10;

/** So many of those that cite one cable come in at a time when more steps follow: one that thousands cite would crowd out all others. */
const MOST_OF_ONE = 100;

/** The graph around the cable of a number, or of a file where it has none; null where neither is known to the index. */
export function citationGraph(
  start: CanonicalMrn | FileUri,
  bounds: GraphBounds,
  index: CableIndex,
): CitationGraph | null {
  const root = idOf(start, index);
  if (root === null) return null;
  const known = new Citations(index);
  const steps = Math.min(Math.max(bounds.steps, 0), MOST_STEPS);
  const limit = Math.min(Math.max(bounds.limit, 1), MOST_IN_GRAPH);
  const found = new Map<GraphCable["id"], number>([[root, 0]]);
  let isCut = false;
  /** Takes in the neighbours of a cable; answers those that are new. */
  const grow = (id: GraphCable["id"], step: number, ofOne: number): readonly GraphCable["id"][] => {
    const citing = known.citing(id, ofOne + 1);
    if (citing.length > ofOne) isCut = true;
    const fresh: GraphCable["id"][] = [];
    for (const neighbour of [...known.citedBy(id), ...citing.slice(0, ofOne)]) {
      if (found.has(neighbour)) continue;
      if (found.size >= limit) {
        isCut = true;
        break;
      }
      found.set(neighbour, step);
      fresh.push(neighbour);
    }
    return fresh;
  };
  let ring: readonly GraphCable["id"][] = [root];
  for (let step = 1; step <= steps && ring.length > 0; step++) {
    const ofOne = step < steps ? MOST_OF_ONE : limit;
    ring = ring.flatMap((id) => grow(id, step, ofOne));
  }
  for (const name of bounds.also ?? []) {
    const id = [...found.keys()].find((one) => one === name);
    if (id !== undefined) grow(id, (found.get(id) ?? 0) + 1, limit);
  }
  return {
    root,
    cables: [...found].map(([id, steps]) => graphCable(id, steps, known)),
    citations: [...found.keys()].flatMap((from) =>
      known.citedBy(from).flatMap((to) => (found.has(to) ? [{ from, to }] : [])),
    ),
    isCut,
  };
}

/** How a cable is known in the graph: a file by the number of the cable in it. Null for what the index does not know at all. */
function idOf(start: CanonicalMrn | FileUri, index: CableIndex): GraphCable["id"] | null {
  if (!isFile(start)) return index.has(start) || index.citingCables(start) > 0 ? start : null;
  const summary = index.summaryOf(start);
  return summary === null ? null : (summary.mrn ?? start);
}

function isFile(id: CanonicalMrn | FileUri): id is FileUri {
  return id.includes(":");
}

/** What the index knows of each cable that is met, asked for once. */
class Citations {
  readonly index: CableIndex;
  readonly #summaries = new Map<GraphCable["id"], readonly IndexRecord[]>();

  constructor(index: CableIndex) {
    this.index = index;
  }

  /** The summaries of all files of a cable, by the code units of their names. */
  summariesOf(id: GraphCable["id"]): readonly IndexRecord[] {
    const known = this.#summaries.get(id);
    if (known !== undefined) return known;
    const summaries = this.#filesOf(id).flatMap((file) => this.index.summaryOf(file) ?? []);
    this.#summaries.set(id, summaries);
    return summaries;
  }

  #filesOf(id: GraphCable["id"]): readonly FileUri[] {
    return isFile(id) ? [id] : this.index.filesOf(id);
  }

  /** What a cable cites, in the order of its REF lines, once each; a cable that cites itself is left out. */
  citedBy(id: GraphCable["id"]): readonly CanonicalMrn[] {
    const cited = this.#filesOf(id).flatMap((file) => this.index.citedIn(file).map(({ mrn }) => mrn));
    return [...new Set(cited)].filter((mrn) => mrn !== id);
  }

  citesItself(mrn: CanonicalMrn): boolean {
    return this.#filesOf(mrn).some((file) => this.index.citedIn(file).some((cited) => cited.mrn === mrn));
  }

  /** What cites a cable, newest first. */
  citing(id: GraphCable["id"], limit: number): readonly GraphCable["id"][] {
    if (isFile(id)) return [];
    const ids = new Set<GraphCable["id"]>();
    // A cable may cite another in several entries and files.
    for (const { file } of this.index.citationsOf(id, limit * 4).citations) {
      ids.add(this.index.summaryOf(file)?.mrn ?? file);
      if (ids.size > limit) break;
    }
    ids.delete(id);
    return [...ids].slice(0, limit);
  }
}

function graphCable(id: GraphCable["id"], steps: number, known: Citations): GraphCable {
  const key = isFile(id) ? null : mrnKey(id);
  const mrn = isFile(id) ? null : id;
  const summaries = known.summariesOf(id);
  const [file] = isFile(id) ? [id] : known.index.filesOf(id);
  const first = summaries[0];
  const subject = summaries.find((summary) => summary.subject !== null)?.subject ?? null;
  return {
    id,
    mrn,
    station: key?.station ?? null,
    year: key === null || key.year < 0 ? null : key.year,
    sent: summaries.find(({ sent }) => sent !== null)?.sent ?? null,
    classification: summaries.find(({ classification }) => classification !== null)?.classification ?? null,
    subject: subject === null ? null : printable(subject),
    at: file === undefined || first === undefined ? null : { file, place: first.place },
    cites: known.citedBy(id).length,
    citedBy: mrn === null ? 0 : known.index.citingCables(mrn) - Number(known.citesItself(mrn)),
    steps,
  };
}
