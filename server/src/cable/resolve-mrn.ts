/** Works out a cable's own message reference number from what its header, pages, trailer and file name say. */

import { defaultRoutingIndicators } from "../vocabulary/routing-indicators.ts";
import { canonicalStation, defaultStations, findStation } from "../vocabulary/stations.ts";
import type { HeadLayout } from "./layout.ts";
import { type CitingNumber, fullYear, type Mrn, mrnOfFileName, type StationId } from "./mrn.ts";
import { attributeValue } from "./trailers/archive-attributes.ts";
import type { CableHeader, PageBreak } from "./tree.ts";

/** The parts of a cable's number as far as they are known. */
export interface PartialMrn {
  readonly year: number | null;
  readonly station: StationId | null;
  readonly serial: number | null;
  /** Null where a part is missing. */
  readonly whole: Mrn | null;
  /** Whether the serial may be no more than its last digits, as a `DE` line prints them. */
  readonly serialCut: boolean;
}

/** What a reference has from the cable that cites it: its serial only where that is sure to be whole. */
export function citingNumber({ year, station, serial, serialCut }: PartialMrn): CitingNumber {
  return { year, station, serial: serialCut ? null : serial };
}

type Parts = { readonly year: number | null; readonly station: StationId | null; readonly serial: number | null };

const PRINTED = /^(?<year>(?:19|20)?\d\d)[ _-]?(?<station>[A-Z][A-Z .'-]{1,30}?)[ _-]{0,3}(?<serial>\d{1,7})\b/i;

/**
 * Station and serial come from the classification line, else from the `DE`, `MRN:` or `PAGE` line or an archive trailer. The
 * year comes from the date-time group, else from `MRN:` or the trailer; the file's name only gives what is then missing. What stands further
 * down in a text is asked only where what stands above lacks something. Where messages of a form bear no such numbers, only the classification
 * line is believed, and only with a known station.
 */
export function cableMrn(
  { header: read, numberedPage, trailer, form }: HeadLayout,
  fileName: string | null,
): PartialMrn {
  const { header } = read;
  if (form.unnumbered === true) {
    const { station, serial } = classificationParts(header);
    const year = header.dtg?.value.year ?? read.year;
    const isKnown = station !== null && serial !== null && findStation(station) !== undefined;
    const whole = isKnown && year !== null ? { year, station, serial } : null;
    return { year, station: isKnown ? station : null, serial: isKnown ? serial : null, whole, serialCut: false };
  }
  const ofPrint = (): Parts => printedParts(read.printedNumber?.value ?? null);
  const ofTrailer = (): Parts =>
    printedParts(attributeValue(trailer()?.attributes ?? [], "Document Number")?.value ?? null);
  const ofStationLine = (): Parts => stationLineParts(header);
  let station: StationId | null = null;
  let serial: number | null = null;
  let serialCut = false;
  const isAnothers = bearsAnothersNumber(header);
  for (const source of [
    ...(isAnothers ? [ofStationLine] : []),
    () => classificationParts(header),
    ofStationLine,
    ofPrint,
    () => pageParts(numberedPage()),
    ofTrailer,
  ]) {
    // A station from one source and a serial from another only where the first named no station at all.
    const parts = source();
    station ??= parts.station;
    if (serial === null && parts.serial !== null) serialCut = source === ofStationLine;
    serial ??= parts.serial;
    if (station !== null && serial !== null) break;
  }
  let year = header.dtg?.value.year ?? read.year ?? ofPrint().year ?? ofTrailer().year;
  if (fileName !== null && (year === null || station === null || serial === null)) {
    const named = mrnOfFileName(fileName);
    year ??= named?.year ?? null;
    station ??= named?.station ?? null;
    serial ??= named?.serial ?? null;
  }
  serial ??= read.pairNumber;
  const whole = year !== null && station !== null && serial !== null ? { year, station, serial } : null;
  return { year, station, serial, whole, serialCut };
}

/**
 * Whether the classification line bears another message's number, as one does that was typed over an older text: neither its station nor its
 * serial is that of the `DE` line, while the sender's station is.
 */
function bearsAnothersNumber(header: CableHeader): boolean {
  const { classificationLine: line, from } = header;
  if (line?.station == null || line.serial === null || from === null) return false;
  const sent = stationLineParts(header);
  if (sent.station === null || sent.serial === null || findStation(from.value)?.id !== sent.station) return false;
  const named = classificationParts(header).station;
  return named !== sent.station && line.serial.value % LAST_DIGITS !== sent.serial % LAST_DIGITS;
}

/** A `DE` line has the last four digits of a serial. */
const LAST_DIGITS = 10_000;

const NONE: Parts = { year: null, station: null, serial: null };

function classificationParts({ classificationLine: line, from }: CableHeader): Parts {
  if (line === null) return NONE;
  if (line.station === null) return { year: null, station: null, serial: line.serial?.value ?? null };
  const name = line.station.value;
  if (REDACTED.test(name)) return { year: null, station: null, serial: line.serial?.value ?? null };
  const isKnown = findStation(name) !== undefined;
  if (!isKnown && isNoStation(name)) return NONE;
  const station = (isKnown ? null : slippedSender(name, from?.value ?? null)) ?? canonicalStation(name);
  return { year: null, station, serial: line.serial?.value ?? null };
}

/** What stands where a station would: a subject code (`N01300`), or a series for whole services (`NAVADMIN 912/23`). */
function isNoStation(name: string): boolean {
  return name.replace(/[^A-Za-z]/g, "").length < SHORTEST_STATION || BROADCAST_SERIES.test(name);
}

const SHORTEST_STATION = 3;

/** What a redaction leaves of a name. */
const REDACTED = /^X[X .]{3,}$/i;

/** Messages to a whole service are numbered by its series, not by a station. */
const BROADCAST_SERIES = /ADMIN$|^AL(?:NAV|MAR|COAST|COM|SPO|SAFE|LSTATES)/i;

/** The sender's station, where the classification line has its name with one slip: `STATES`, below `FM SECSTATE WASHDC`. */
function slippedSender(name: string, from: string | null): StationId | null {
  if (from === null) return null;
  const guessed = defaultStations().guess(name);
  if (guessed === undefined) return null;
  const words = from.toUpperCase().split(/[^A-Z]+/);
  for (let count = words.length; count > 0; count--) {
    if (findStation(words.slice(0, count).join(" "))?.id === guessed.id) return guessed.id;
  }
  return null;
}

/** Of the `DE` line: the station whose routing indicator it names, and the serial's last four digits, which are all it has. */
function stationLineParts({ stationLine: line }: CableHeader): Parts {
  if (line === null) return NONE;
  const name = defaultRoutingIndicators().find(line.routing.value)?.station ?? null;
  const station = name === null ? undefined : findStation(name);
  return { year: null, station: station?.id ?? null, serial: line.serial?.value ?? null };
}

function pageParts(page: PageBreak | null): Parts {
  if (page?.station == null || page.serial === null) return NONE;
  return { year: null, station: canonicalStation(page.station.value), serial: page.serial.value };
}

/** Of `85 PORT MORESBY 199` or `1974LAPAZ00526`. */
function printedParts(text: string | null): Parts {
  const { year, station, serial } = (text === null ? null : PRINTED.exec(text))?.groups ?? {};
  if (year === undefined || station === undefined || serial === undefined) return NONE;
  return {
    year: year.length === 4 ? Number(year) : fullYear(Number(year)),
    station: canonicalStation(station),
    serial: Number(serial),
  };
}
