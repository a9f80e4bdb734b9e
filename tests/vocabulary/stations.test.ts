/** Stations in every way they are typed, and the words that are none. */

import { expect, test } from "vitest";
import { canonicalStation, defaultStations, findStation, matchStation } from "../../server/src/vocabulary/stations.ts";

test.each([
  // As the message number has it, with and without blanks, in any case.
  ["SHANGHAI", "SHANGHAI"],
  ["Shanghai", "SHANGHAI"],
  ["LA PAZ", "LAPAZ"],
  ["LAPAZ", "LAPAZ"],
  ["La  Paz", "LAPAZ"],
  ["RIO DE JANEIRO", "RIODEJANEIRO"],
  ["HO CHI MINH CITY", "HOCHIMINHCITY"],
  ["USUN NEW YORK", "USUNNEWYORK"],
  ["UNVIE VIENNA", "UNVIEVIENNA"],
  ["IRAN RPO DUBAI", "IRANRPODUBAI"],
  ["RPO DUBAI", "RPODUBAI"],
  ["AIT TAIPEI", "AITTAIPEI"],
  // Marks within a name.
  ["PORT-AU-PRINCE", "PORTAUPRINCE"],
  ["ST. PETERSBURG", "STPETERSBURG"],
  ["SAINT PETERSBURG", "STPETERSBURG"],
  ["N'DJAMENA", "NDJAMENA"],
  ["NDJAMENA", "NDJAMENA"],
  ["SANA’A", "SANAA"],
  ["Brasília", "BRASILIA"],
  ["São Paulo", "SAOPAULO"],
  ["BANDAR SERI BEGAWAN", "BANDARSERIBEGAWAN"],
  // The Department.
  ["STATE", "STATE"],
  ["State", "STATE"],
  ["SECSTATE", "STATE"],
  ["SECSTATE WASHDC", "STATE"],
  ["DEPT", "STATE"],
  ["Department", "STATE"],
  ["DEPT OF STATE", "STATE"],
  // The name of the post.
  ["AMEMBASSY LA PAZ", "LAPAZ"],
  ["AMCONSUL SHANGHAI", "SHANGHAI"],
  ["AMCONGEN HONG KONG", "HONGKONG"],
  ["EMBASSY MOSCOW", "MOSCOW"],
  ["AMMEMBASSY ROME", "ROME"],
  ["USMISSION GENEVA", "GENEVA"],
  ["USMISSION USNATO", "USNATO"],
  ["USMISSION USUN NEW YORK", "USUNNEWYORK"],
  ["US MISSION UNVIE VIENNA", "UNVIEVIENNA"],
  ["USINT HAVANA", "HAVANA"],
  ["REO HILLAH", "HILLAH"],
  // Other names and abbreviations.
  ["USUN", "USUNNEWYORK"],
  ["USUN NY", "USUNNEWYORK"],
  ["BKK", "BANGKOK"],
  ["HCMC", "HOCHIMINHCITY"],
  ["KL", "KUALALUMPUR"],
  ["MEXICO CITY", "MEXICO"],
  ["HOLY SEE", "VATICAN"],
  ["DELHI", "NEWDELHI"],
  ["UNVIE", "UNVIEVIENNA"],
  ["USEU", "USEUBRUSSELS"],
  ["MARSEILLES", "MARSEILLE"],
  ["CD JUAREZ", "CIUDADJUAREZ"],
  ["SAN'A", "SANAA"],
  ["VIENNA USOSCE", "USOSCE"],
  ["USEMB PARIS", "PARIS"],
  // Usual misspellings, and a zero for the letter O.
  ["NARIOBI", "NAIROBI"],
  ["STAE", "STATE"],
  ["SECTSTATE", "STATE"],
  ["PHNOM PEHN", "PHNOMPENH"],
  ["COTON0U", "COTONOU"],
  ["0TTAWA", "OTTAWA"],
  // Cut to six characters, blanks among them, as in 1973 to 1979.
  ["SAN JO", "SANJOSE"],
  ["SANJO", "SANJOSE"],
  ["USUN N", "USUNNEWYORK"],
  ["USUNN", "USUNNEWYORK"],
  ["RIO DE", "RIODEJANEIRO"],
  ["THE HA", "THEHAGUE"],
  ["NEW DE", "NEWDELHI"],
  ["KUALA", "KUALALUMPUR"],
  ["JAKART", "JAKARTA"],
  ["TEGUCI", "TEGUCIGALPA"],
  ["GEORGE", "GEORGETOWN"],
  ["SHANGH", "SHANGHAI"],
  ["STUTTG", "STUTTGART"],
  ["STUTTGART", "STUTTGART"],
  ["LOURENCO MARQUES", "LOURENCOMARQUES"],
  ["EC BRU", "ECBRUSSELS"],
  ["NATO B", "USNATO"],
  ["USBERLIN", "USBERLIN"],
  // Cut to ten characters in continuation lines.
  ["TEGUCIGALP", "TEGUCIGALPA"],
  ["RIO DE JAN", "RIODEJANEIRO"],
  ["SAN SALVAD", "SANSALVADOR"],
  ["ADDIS ABAB", "ADDISABABA"],
  ["USUN NEW Y", "USUNNEWYORK"],
  ["PORT AU PR", "PORTAUPRINCE"],
  ["OUAGADOUGO", "OUAGADOUGOU"],
  ["THESSALONI", "THESSALONIKI"],
])("%s is %s", (typed, canonical) => {
  expect(matchStation(typed)?.station.id).toBe(canonical);
  expect(canonicalStation(typed)).toBe(canonical);
});

test.each([
  ["FREDBURG", "FREDBURG"],
  ["AMEMBASSY FREDBURG", "FREDBURG"],
  ["San Fredo", "SANFREDO"],
])("a name that is not in the vocabulary is only compacted: %s", (typed, canonical) => {
  expect(matchStation(typed)).toBeUndefined();
  expect(canonicalStation(typed)).toBe(canonical);
});

test.each([
  "PAGE",
  "ARTICLE",
  "RESOLUTION",
  "UNSCR",
  "BOX",
  "MAY",
  "MARCH",
  "AUGUST",
  "FY",
  "USG",
  "REF",
  "PARA",
  "SECTION",
  "TITLE",
  "LAW",
  "CHAPTER",
  "ROUTE",
  "HIGHWAY",
  "FLIGHT",
  "BOEING",
  "PHASE",
  "ROOM",
  "NUMBER",
  "NO",
  "PL",
  "EO",
  "TIER",
  "GROUP",
  "TASK FORCE",
  "ANNEX",
  "AND",
  "THE",
  "SAN",
  "NEW",
  "PORT",
  "DAY",
  "TELCON",
  "EMAIL",
  "AMEMBASSY",
  "SEPTEMBER",
  "SHANGHAI 374",
  "",
])("%s is no station", (word) => {
  expect(matchStation(word)).toBeUndefined();
  expect(findStation(word)).toBeUndefined();
});

test.each([
  "NICE",
  "DAM",
  "BRIDGE",
  "GEORGE",
  "VICTOR",
  "MARTIN",
  "STAT",
  "POS",
  "VAT",
  "DOC",
  "DEPARTMENT",
  "ATLANTA",
])("%s may be a station, but is found only by those who know that one must stand there", (word) => {
  const match = matchStation(word);
  expect(match?.confidence).toBe("low");
  expect(match?.also).not.toBeNull();
  expect(findStation(word)).toBeUndefined();
});

test("exact names, aliases and cuts are told apart", () => {
  expect(matchStation("NAIROBI")).toMatchObject({ kind: "exact", confidence: "high" });
  expect(matchStation("AMEMBASSY NAIROBI")).toMatchObject({ kind: "exact", confidence: "high" });
  expect(matchStation("NARIOBI")).toMatchObject({ kind: "alias", confidence: "high" });
  expect(matchStation("NAIROB")).toMatchObject({ kind: "cut", confidence: "medium" });
  expect(matchStation("TEGUCIGA")).toMatchObject({ kind: "cut", confidence: "low" });
  expect(matchStation("KUWAIT")).toMatchObject({ kind: "exact", confidence: "medium", also: "the country" });
});

test("a cut is not found as a station by name alone", () => {
  expect(findStation("TEGUCIGALP")).toBeUndefined();
  expect(findStation("TEGUCIGALPA")?.post).toBe("AMEMBASSY TEGUCIGALPA");
});

test("a traveller's series is marked as one", () => {
  expect(matchStation("TOSEC")?.station.series).toBe(true);
  expect(matchStation("SECTO")?.station.series).toBe(true);
  expect(matchStation("SHANGHAI")?.station.series).toBe(false);
});

test.each([
  ["SHANGAHI", "SHANGHAI"],
  ["SHANGAI", "SHANGHAI"],
  ["TEGUCIGALLPA", "TEGUCIGALPA"],
  ["MOSCWO", "MOSCOW"],
  ["AMEMBASSY BOGOTTA", "BOGOTA"],
])("one slip of the pen is guessed: %s", (typed, canonical) => {
  expect(defaultStations().guess(typed)?.id).toBe(canonical);
});

test.each(["ROMA", "ARTICLE", "GENERAL", "FREDBURG"])("%s is not guessed at", (word) => {
  expect(defaultStations().guess(word)).toBeUndefined();
});

test("every name and alias of the tables leads to one station, and every canonical form to itself", () => {
  for (const station of defaultStations().stations) {
    expect(defaultStations().byId(station.id)).toBe(station);
    expect(canonicalStation(station.id)).toBe(station.id);
    expect(canonicalStation(station.name)).toBe(station.id);
  }
});

test("a post's word without a post is not taken apart", () => {
  expect(canonicalStation("AMEMBASSY")).toBe("AMEMBASSY");
  expect(canonicalStation("AITKEN")).toBe("AITKEN");
});
