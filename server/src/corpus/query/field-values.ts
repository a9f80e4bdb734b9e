/** What a value of each field means: names of stations and TAGS looked up, dates and numbers read. Data in, a condition or a problem out. */

import type { ClassificationLevel } from "../../cable/record.ts";
import { compactStationName } from "../../vocabulary/stations.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { Condition } from "./condition.ts";
import { sentRange, yearRange } from "./dates.ts";
import type { FieldName, TypedValue } from "./query-node.ts";
import { suggestions } from "./suggest.ts";
import { numberPattern, wholeNumber } from "./typed-number.ts";
import { type Phrase, wordsOf } from "./words.ts";

/** What a query is compiled with. */
export interface QueryEnvironment {
  readonly vocabulary: Vocabulary;
  /** Stations and TAGS that the cables at hand have: they are known, whatever the vocabulary says. Empty where nobody knows. */
  readonly stations: readonly string[];
  readonly tags: readonly string[];
  /** Somebody is typing still: the last word may go on. */
  readonly isTyping?: boolean;
}

/** What a value means; or what is wrong with it, to be read behind the field's name. */
export type ValueReading =
  | { readonly condition: Condition; readonly meaning?: string }
  | { readonly problem: string; readonly suggestions: readonly string[] };

/** What somebody is typing is held against names from here on: before, it begins too many. */
const SHORTEST_BEGINNING = 2;

export function readValue(
  field: FieldName,
  value: TypedValue,
  environment: QueryEnvironment,
  isLast: boolean,
): ValueReading {
  const isOpen = value.isPrefix || (environment.isTyping === true && isLast && !value.isQuoted);
  switch (field) {
    case "from": {
      const found = readStations(value, environment, isOpen);
      return "problem" in found
        ? found
        : { condition: { kind: "station", stations: found.ids }, meaning: found.meaning };
    }
    case "to":
    case "info": {
      // An addressee may be a collective, or a military command: what is no station is looked for by its words.
      const found = readStations(value, environment, isOpen);
      const isKnown = !("problem" in found);
      const phrase = isKnown ? null : phraseOf(value, isOpen);
      return {
        condition: { kind: "addressee", of: field, stations: isKnown ? found.ids : [], phrase },
        ...(isKnown ? { meaning: found.meaning } : {}),
      };
    }
    case "tag":
      return readTags(value, environment, isOpen);
    case "year": {
      const range = yearRange(value.text);
      return range === null ? expected("a year or a range: 2009, 1973..1979") : { condition: { kind: "year", range } };
    }
    case "sent": {
      const range = sentRange(value.text);
      return range === null
        ? expected("a date or a range: 2009, 2009-05, 2009-05-28, 2009-05..2009-08")
        : { condition: { kind: "sent", range } };
    }
    case "class":
      return readLevel(value, isOpen);
    case "caption":
      return readCaption(value, environment, isOpen);
    case "mrn": {
      const pattern = numberPattern(value.text, isOpen, environment.vocabulary.stations);
      return pattern === null
        ? expected("a cable's number: 09BRASILIA1540")
        : { condition: { kind: "number", pattern } };
    }
    case "cites":
    case "citedby": {
      const mrn = wholeNumber(value.text, environment.vocabulary.stations);
      if (mrn === null) return expected("a cable's whole number: 09BRASILIA1540");
      return {
        condition: field === "cites" ? { kind: field, mrns: [mrn] } : { kind: field, mrns: [mrn], cited: [] },
      };
    }
    case "person":
    case "subject":
    case "signed":
      return { condition: { kind: field, phrase: phraseOf(value, isOpen) } };
    case "file":
      return { condition: { kind: "file", pattern: `${value.text.toLowerCase()}${value.isPrefix ? "*" : ""}` } };
  }
}

/** The phrase of a value that has a letter or digit. */
export function phraseOf({ text }: TypedValue, isPrefix: boolean): Phrase {
  const words = wordsOf(text);
  return { words: words.length > 0 ? words : [text.toLowerCase()], isPrefix };
}

function expected(what: string): ValueReading {
  return { problem: `takes ${what}`, suggestions: [] };
}

type FoundStations =
  | { readonly ids: readonly string[]; readonly meaning: string }
  | { readonly problem: string; readonly suggestions: readonly string[] };

/** The stations of a name: the one it is, or those of a country, or those that begin with it. */
function readStations(value: TypedValue, { vocabulary, stations }: QueryEnvironment, isOpen: boolean): FoundStations {
  const lookup = vocabulary.stations;
  const key = compactStationName(value.text);
  const match = lookup.match(value.text);
  const known = new Set(stations);
  if (!value.isPrefix) {
    const exact = new Set<string>();
    if (match !== undefined && match.kind !== "cut") exact.add(match.station.id);
    if (known.has(key)) exact.add(key);
    if (exact.size > 0) return foundStations([...exact]);
    const country = value.text.toLowerCase();
    const posts = lookup.stations.filter((station) => station.country?.name.toLowerCase() === country);
    if (posts.length > 0) return foundStations(posts.map(({ id }) => id));
  }
  if (isOpen && key.length >= (value.isPrefix ? 1 : SHORTEST_BEGINNING)) {
    const ids = [...new Set([...lookup.stations.map(({ id }) => id as string), ...stations])];
    const beginning = ids.filter((id) => id.startsWith(key));
    if (beginning.length > 0) return foundStations(beginning);
  }
  if (match !== undefined) return foundStations([match.station.id]);
  const names = [
    ...lookup.stations.map(({ name }) => name),
    ...lookup.stations.flatMap(({ country }) => country?.name ?? []),
    ...stations,
  ];
  return {
    problem: `knows no station ${JSON.stringify(value.text)}`,
    suggestions: suggestions(value.text, names).map((name) => name.toLowerCase()),
  };
}

function foundStations(ids: readonly string[]): FoundStations {
  return { ids, meaning: told(ids) };
}

/** Longer words are no misspelled codes. */
const LONGEST_CODE = 5;

function readTags(value: TypedValue, { vocabulary, tags }: QueryEnvironment, isOpen: boolean): ValueReading {
  const lookup = vocabulary.tags;
  const code = value.text.toUpperCase();
  if (!value.isPrefix && (lookup.isKnown(code) || tags.includes(code))) {
    const title = lookup.find(code, null)?.meaning.title ?? null;
    return { condition: { kind: "tag", tags: [code] }, meaning: title === null ? code : `${code} (${title})` };
  }
  const codes = new Set<string>();
  const words = wordsOf(value.text);
  const meant = lookup.codes.flatMap((one) => {
    const tag = lookup.find(one, null);
    if (tag === undefined || tag.meaning.kind === "person-rule") return [];
    const titles = [tag.meaning, ...tag.otherMeanings].flatMap(({ title }) => (title === null ? [] : [wordsOf(title)]));
    return titles.some((title) => holdsWords(title, words, isOpen)) ? [{ one, kind: tag.meaning.kind }] : [];
  });
  // `tag:energy` means what is written about, not the agencies that bear the word in their names.
  const subjects = meant.filter(({ kind }) => kind === "subject" || kind === "program");
  for (const { one } of subjects.length > 0 ? subjects : meant) codes.add(one);
  if (isOpen) {
    for (const one of [...lookup.codes, ...tags]) if (one.startsWith(code)) codes.add(one);
  }
  if (codes.size > 0)
    return { condition: { kind: "tag", tags: [...codes] }, meaning: toldTags([...codes], vocabulary) };
  const titles = lookup.codes.flatMap((one) => lookup.find(one, null)?.meaning.title?.toLowerCase() ?? []);
  const names = [...titles.flatMap((title) => wordsOf(title)), ...titles];
  return {
    problem: `knows no TAG ${JSON.stringify(value.text)}, by code or by meaning`,
    suggestions: [
      ...suggestions(value.text, names),
      ...(value.text.length <= LONGEST_CODE ? suggestions(value.text, [...lookup.codes, ...tags]) : []),
    ],
  };
}

/** Whether a title has all the words, of the last one only its beginning where it may go on. */
function holdsWords(title: readonly string[], words: readonly string[], isOpen: boolean): boolean {
  return words.every((word, index) =>
    isOpen && index === words.length - 1 ? title.some((one) => one.startsWith(word)) : title.includes(word),
  );
}

const LEVEL_NAMES: Readonly<Record<string, ClassificationLevel | null>> = {
  U: "UNCLASSIFIED",
  UNCLAS: "UNCLASSIFIED",
  UNCLASSIFIED: "UNCLASSIFIED",
  LOU: "LIMITED OFFICIAL USE",
  LIMITEDOFFICIALUSE: "LIMITED OFFICIAL USE",
  C: "CONFIDENTIAL",
  CONFIDENTIAL: "CONFIDENTIAL",
  S: "SECRET",
  SECRET: "SECRET",
  TS: "TOP SECRET",
  TOPSECRET: "TOP SECRET",
  NONE: null,
};

function readLevel(value: TypedValue, isOpen: boolean): ValueReading {
  const key = value.text.toUpperCase().replace(/[^A-Z]/g, "");
  const exact = LEVEL_NAMES[key];
  if (exact !== undefined) return { condition: { kind: "classification", levels: [exact] } };
  const begun = isOpen ? Object.keys(LEVEL_NAMES).filter((name) => name.startsWith(key)) : [];
  const levels = [...new Set(begun.map((name) => LEVEL_NAMES[name] ?? null))];
  if (levels.length > 0) return { condition: { kind: "classification", levels } };
  const names = ["unclassified", "limited official use", "confidential", "secret", "top secret", "none"];
  return {
    problem: `knows no classification ${JSON.stringify(value.text)}`,
    suggestions: suggestions(value.text, names).concat(names).slice(0, 6),
  };
}

function readCaption(value: TypedValue, { vocabulary }: QueryEnvironment, isOpen: boolean): ValueReading {
  const letters = lettersOf(value.text);
  const codes = vocabulary.captions.codes;
  const isKnown =
    vocabulary.captions.find(value.text) !== undefined ||
    codes.some((code) => lettersOf(code).startsWith(letters) && (isOpen || lettersOf(code) === letters));
  if (letters !== "" && (isKnown || isOpen)) return { condition: { kind: "caption", letters: [letters] } };
  return {
    problem: `knows no caption ${JSON.stringify(value.text)}`,
    suggestions: suggestions(value.text, codes),
  };
}

/** A text by its letters in capitals, as captions are compared. */
export function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z]/g, "");
}

/** More than these are counted, not named. */
const MOST_TOLD = 6;

function told(names: readonly string[]): string {
  const more = names.length - MOST_TOLD;
  return more > 0 ? `${names.slice(0, MOST_TOLD).join(", ")} and ${more} more` : names.join(", ");
}

function toldTags(codes: readonly string[], { tags }: Vocabulary): string {
  return told(
    codes.map((code) => {
      const title = tags.find(code, null)?.meaning.title ?? null;
      return title === null ? code : `${code} (${title})`;
    }),
  );
}
