/** What classification lines say, as the parser reads them: asked once for each level and each station, and not for each of both together. */

import type { StationId } from "../../cable/mrn.ts";
import { isPlainlyCable } from "../../cable/plainly-cable.ts";
import type { ClassificationLevel } from "../../cable/record.ts";
import { readClassificationLine } from "../../cable/values/classification-line.ts";
import { canonicalStation } from "../../vocabulary/stations.ts";
import { BLANK, ZERO } from "./ascii.ts";
import { ByteMemory } from "./byte-memory.ts";
import { joined } from "./field-pieces.ts";
import { behindCapitals, behindDigits, startsWith } from "./head-lines.ts";
import { plainStation } from "./known-lines.ts";

/** What the beginning of a classification line says, whatever serial follows it. */
export interface Classified {
  readonly level: ClassificationLevel;
  readonly station: StationId;
}

/** By a line down to its serial's first digit, which is all of it that counts: of a serial that a zero begins, more is believed. */
export function classifiedBy(beginning: string): Classified | null {
  const line = `${beginning}00374`;
  const read = readClassificationLine(joined(line));
  if (read === null || read.station === null || read.serial === null || read.end !== line.length) return null;
  if (read.serial.value % 1000 !== 374) return null;
  return {
    level: read.level.value,
    station: canonicalStation(read.station.value),
  };
}

const wholeLines = new ByteMemory(classifiedBy);
const signs = new ByteMemory((beginning) => isPlainlyCable(`${beginning}00374\nTAGS: PGOV`));

/** A station before which any level reads as it does before every other. */
const ANY_STATION = "RIGA";

const openings = new ByteMemory((opening) => classifiedBy(`${opening} ${ANY_STATION} 0`));
const stations = new ByteMemory(plainStation);

/** What the line says that begins at `start` and whose serial of six digits is at `serialAt`; null for another line. */
export function classifiedLine(bytes: Uint8Array, start: number, serialAt: number): Classified | null {
  const behind = behindOpening(bytes, start, serialAt);
  // There are thousands of pairs of a level and a station, and a reader that has yet to learn them is slow: so each is learnt by itself.
  if (behind > start && bytes[serialAt] === ZERO) {
    const opening = openings.get(bytes, start, behind);
    const station = opening === null ? null : stations.get(bytes, behind + 1, serialAt - 1);
    if (opening !== null && station !== null) return { level: opening.level, station };
  }
  return wholeLines.get(bytes, start, serialAt + 1);
}

/** Whether such a line is, with the fields below it, enough of a sign that this is a cable, where a copy lost all that stood above. */
export function isSignOfCable(bytes: Uint8Array, start: number, serialAt: number): boolean {
  return signs.get(bytes, start, serialAt + 1);
}

/** Behind the word that begins the line, plain or with its letters apart, and the section's number; `start` where no name follows. */
function behindOpening(bytes: Uint8Array, start: number, end: number): number {
  let at = behindCapitals(bytes, start, end);
  if (at === start + 1) while (bytes[at] === BLANK && behindCapitals(bytes, at + 1, end) === at + 2) at += 2;
  if (startsWith(bytes, SECTION, at, end)) at = behindSection(bytes, at, end);
  return bytes[at] === BLANK && behindCapitals(bytes, at + 1, end) > at + 1 ? at : start;
}

const SECTION = " SECTION ";
const OF = " OF ";

/** Behind ` SECTION 01 OF 03`; `at` where it is written in another way. */
function behindSection(bytes: Uint8Array, at: number, end: number): number {
  const number = at + SECTION.length;
  const total = number + 2 + OF.length;
  const isSection =
    behindDigits(bytes, number, end) === number + 2 &&
    startsWith(bytes, OF, number + 2, end) &&
    behindDigits(bytes, total, end) === total + 2;
  return isSection ? total + 2 : at;
}
