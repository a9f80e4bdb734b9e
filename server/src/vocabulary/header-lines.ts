/** The lines of a transmission header by ACP 127: which one a line is, and the figures of the first and third. */

import headerLineTable from "./data/acp127-lines.json?raw";
import { type CableDate, dayOfYear } from "./date.ts";
import { lazy } from "./lazy.ts";
import type { Confidence, HeaderLineRow } from "./rows.ts";
import { table } from "./table.ts";

const headerLineRows = table<HeaderLineRow>(headerLineTable);

/** A format line of ACP 127. */
export interface HeaderLine {
  /** 1 to 16. */
  readonly line: number;
  readonly name: string;
  readonly content: string;
  readonly example: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface HeaderLineLookup {
  /** By number, 1 to 16. */
  byNumber(line: number): HeaderLine | undefined;
  /** The first format line that `text`, a whole line, has the form of. */
  match(text: string): HeaderLine | undefined;
}

/** Lines longer than this have no form of the table. */
const LONGEST_LINE = 400;

export function createHeaderLineLookup(rows: readonly HeaderLineRow[]): HeaderLineLookup {
  const lines = rows.map((row) => ({
    pattern: row.pattern === undefined ? null : new RegExp(row.pattern),
    line: headerLineOf(row),
  }));
  return {
    byNumber: (number) => lines.find(({ line }) => line.line === number)?.line,
    match(text) {
      const trimmed = text.trim();
      if (trimmed.length > LONGEST_LINE) return undefined;
      return lines.find(({ pattern }) => pattern?.test(trimmed))?.line;
    },
  };
}

function headerLineOf(row: HeaderLineRow): HeaderLine {
  return {
    line: row.line,
    name: row.name,
    content: row.content,
    example: row.example ?? null,
    note: row.note ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** Transmission identification, `VZCZCXRO3238`: the channel's letters and its serial number. */
export interface TransmissionId {
  readonly channel: string;
  readonly serial: string;
}

/** The parts of a transmission identification, or null where `text` is none. */
export function readTransmissionId(text: string): TransmissionId | null {
  const parts = /^V?ZCZC([A-Z]{2,4})(\d{3,4})$/.exec(text.trim());
  return parts?.[1] === undefined || parts[2] === undefined ? null : { channel: parts[1], serial: parts[2] };
}

/** The figures of format line 3, `#0374/01 2400903`. */
export interface StationSerial {
  /** The station's serial number, which equals the end of the message number: `0374`. */
  readonly serial: string;
  /** The transmission section, or null. */
  readonly section: number | null;
  /** The day of the year, 1 to 366. */
  readonly dayOfYear: number;
  /** That day in the year given; null where the year is not known or has no such day. */
  readonly day: CableDate | null;
  readonly hour: number;
  readonly minute: number;
}

/** The parts of `#0374/01 2400903`, with or without `DE` and the routing indicator before it; null where `text` is none. */
export function readStationSerial(text: string, year: number | null): StationSerial | null {
  const parts = /#(\d{4,6})(?:\/(\d{1,3}))? +(\d{3})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (parts === null) return null;
  const [, serial, section, day, hour, minute] = parts;
  if (serial === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return {
    serial,
    section: section === undefined ? null : Number(section),
    dayOfYear: Number(day),
    day: year === null ? null : dayOfYear(year, Number(day)),
    hour: Number(hour),
    minute: Number(minute),
  };
}

/** The header lines of the vocabulary as shipped. */
export const defaultHeaderLines: () => HeaderLineLookup = lazy(() => createHeaderLineLookup(headerLineRows()));
