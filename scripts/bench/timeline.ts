/** Measures filters over all cables of a large index: the timeline, groups and lists of the side bar. */

import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import type { CableFilter } from "../../server/src/corpus/cable-filter.ts";
import { monthNumber } from "../../server/src/corpus/facets/months.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { cableGroups, cableList } from "../../server/src/features/cable-list.ts";
import { timeline } from "../../server/src/features/timeline.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { type Figure, milliseconds, quantile } from "./figure.ts";

const CABLES = 251_000;
const REPEATS = 9;
const MOST = 100;

const STATIONS = ["TALLINN", "RIGA", "VILNIUS", "LAPAZ", "SHANGHAI", "GUANGZHOU", "STATE", "BERLIN", "BONN", "MADRID"];
const TAGS = ["PGOV", "PREL", "ECON", "ETRD", "ELAB", "PHUM", "EFIN", "SENV", "MARR", "KDEM"];
const WORDS = ["HARBOR", "FEES", "TALKS", "COTTON", "MAYOR", "BUDGET", "PENSION", "RIVER", "PERMIT", "STRIKE", "GLASS"];
const LEVELS = ["UNCLASSIFIED", "CONFIDENTIAL", "SECRET"] as const;
const PLACE = { line: 3, character: 9, endLine: 3, endCharacter: 40 };

function invented(): PackedCableIndex {
  const index = new PackedCableIndex();
  const pick = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item;
  for (let at = 0; at < CABLES; at++) {
    const year = 1973 + Math.floor((at / CABLES) * 37);
    const mrn = `${String(year % 100).padStart(2, "0")}${pick(STATIONS, at * 7)}${at + 1}` as CanonicalMrn;
    index.update(fileUri(`file:///cables/${mrn}.cable`), {
      mrn,
      sent: Date.UTC(year, at % 12, 1 + (at % 28)) / 60_000,
      classification: pick(LEVELS, at),
      subject: [3, 5, 7, 11, 13, 17, 19].map((step) => pick(WORDS, Math.floor(at / step))).join(" "),
      place: PLACE,
      tags: [...new Set([pick(TAGS, at), pick(TAGS, Math.floor(at / 3)), pick(TAGS, Math.floor(at / 11))])],
      tagsPlace: PLACE,
      citations: [],
    });
  }
  return index;
}

/** The median of the processor time in milliseconds. */
function medianOf(act: () => unknown): number {
  const times = Array.from({ length: REPEATS }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return quantile(times, 0.5);
}

export function timelineFigures(): Figure[] {
  const index = invented();
  const figure = (what: string, act: () => unknown): Figure => {
    const median = medianOf(act);
    return { what, measured: milliseconds(median), promised: `at most ${MOST} ms`, kept: median <= MOST };
  };
  const timelineOf = (filter: CableFilter, by: "station" | "tag" | null) => () =>
    timeline(filter, by, index, defaultVocabulary);
  const of = `of ${CABLES.toLocaleString("en-US")} cables`;
  return [
    figure(`Timeline ${of}, by TAG`, timelineOf({}, "tag")),
    figure(`Timeline ${of}, two words, by station`, timelineOf({ words: "harbor pension" }, "station")),
    figure(
      `Timeline ${of}, TAG, station, classification, word`,
      timelineOf({ facets: { tag: ["PGOV"], station: ["RIGA"], classification: ["SECRET"] }, words: "fees" }, "tag"),
    ),
    figure(`Groups ${of}, by station`, () => cableGroups({}, "station", index, defaultVocabulary)),
    figure(`List ${of}, one month`, () =>
      cableList({ from: monthNumber(2009, 8), to: monthNumber(2009, 8) }, { from: 0, limit: 500 }, index),
    ),
    figure(`List ${of}, all of them`, () => cableList({}, { from: 0, limit: 500 }, index)),
  ];
}
