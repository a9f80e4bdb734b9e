/** Classification lines and page markings, whole and damaged. */

import { describe, expect, test } from "vitest";
import { readClassificationLine, readMarking } from "../../../server/src/cable/values/classification-line.ts";
import { joined, printed, valueIn, valuesIn } from "./joined.ts";

const C = "CONFIDENTIAL";
const S = "SECRET";
const U = "UNCLASSIFIED";
const L = "LIMITED OFFICIAL USE";

describe("a classification line", () => {
  test.each([
    ["UNCLAS SECTION 01 OF 03 FREDBURG 099374", U, [1, 3], "FREDBURG", 99374],
    ["UNCLAS SHANGHAI 099374", U, null, "SHANGHAI", 99374],
    ["C O N F I D E N T I A L SECTION 01 OF 02 FREDBURG 099912", C, [1, 2], "FREDBURG", 99912],
    ["C O N F I D E N T I A L FREDBURG 099912", C, null, "FREDBURG", 99912],
    ["S E C R E T  SECTION 1 OF 2 RIO DE JANEIRO 099912", S, [1, 2], "RIO DE JANEIRO", 99912],
    ["T O P  S E C R E T FREDBURG 099912", "TOP SECRET", null, "FREDBURG", 99912],
    ["L I M I T E D  O F F I C I A L  U S E LONDON 9912", L, null, "LONDON", 9912],
    ["SS E C R E T SECTION 01 OF 03 LONDON 099912", S, [1, 3], "LONDON", 99912],
    ["CC O N F I D E N T I A L LONDON 099912", C, null, "LONDON", 99912],
    ["UUNCLAS LONDON 099912", U, null, "LONDON", 99912],
    ["E C R E T LONDON 099912", S, null, "LONDON", 99912],
    ["O N F I D E N T I A L LONDON 099912", C, null, "LONDON", 99912],
    ["NCLAS LONDON 099912", U, null, "LONDON", 99912],
    ["SE C R E T LONDON 099912", S, null, "LONDON", 99912],
    ["CO N F I D E N T I A L LONDON 099912", C, null, "LONDON", 99912],
    ["C ONFIDENTIAL LONDON 099912", C, null, "LONDON", 99912],
    ["CSE C R E T SECTION 01 OF 02 LONDON 099912", S, [1, 2], "LONDON", 99912],
    ["SC O N F I D E N T I A L LONDON 099912", C, null, "LONDON", 99912],
    ["S E C R E T SECTION 1 ON 2 LONDON 9912", S, [1, 2], "LONDON", 9912],
    ["UNCLAS SECT 01 F 02 LONDON 099912", U, [1, 2], "LONDON", 99912],
    ["SECRET SECTION ONE OF TWO LONDON 9912", S, [1, 2], "LONDON", 9912],
    ["CONFIDENTIAL SECTION 01OF02 LONDON 9912", C, [1, 2], "LONDON", 9912],
    ["CONFIDENTIAL LONDON 9912 (SECTION 1 OF 2)", C, [1, 2], "LONDON", 9912],
    ["UNCLASS LONDON 9912", U, null, "LONDON", 9912],
    ["COMFIDEMTIAL SECTION 01 0F 02 LONDON 0999I2", C, [1, 2], "LONDON", 99912],
    ["UNC LASSIFIED STATE 99912", U, null, "STATE", 99912],
    ["S e c r e t section 01 of 02 fredburg 099912", S, [1, 2], "fredburg", 99912],
    ["Confidential Fredburg 099912", C, null, "Fredburg", 99912],
    ["LIMITED OFFICIAL USE 9952", L, null, null, 9952],
    ["LIMITED OFFFICIAL USE LA PAZ 9952", L, null, "LA PAZ", 9952],
    ["LIMITED OFFICIAL USE SECTION 1 OF 4 LA PAZ 99216", L, [1, 4], "LA PAZ", 99216],
    ["LIMITED OFFICIAL USE LA PAZ 9952/1", L, null, "LA PAZ", 9952],
    ["LIMITED OFFICIAL USE LA PAZ5230", L, null, "LA PAZ", 5230],
    ["UNCLAS STATE 999112 TOSEC 990023", U, null, "STATE", 999112],
    ["S E C R E T STATE 99498#", S, null, "STATE", 99498],
    ["UNCLAS SECTION 01 OF * PARIS 099912", U, [1, 1], "PARIS", 99912],
    ["CONFIDENTIAL SECTION ONE OF TWO PARIS 99912", C, [1, 2], "PARIS", 99912],
    ["CONFIDENTIAL Section Two of 3 PARIS 99912", C, [2, 3], "PARIS", 99912],
    ["UNCLAS PARIS 099912 SECTION 01 OF 02", U, [1, 2], "PARIS", 99912],
    ["UNCLAS FINAL SECTION OF 03 PARIS 099912", U, [3, 3], "PARIS", 99912],
    ["CONFIDENTIAL SECTION 01 OF 24", C, [1, 24], null, null],
    ["UNCLAS SECTION 01 OF 02 COTON0U 099912", U, [1, 2], "COTON0U", 99912],
    ["UNCLAS OSLO 099461", U, null, "OSLO", 99461],
    ["UNCLAS ISLAMABAD 099461", U, null, "ISLAMABAD", 99461],
    ["UNCLAS SHANGHAI", U, null, "SHANGHAI", null],
    ["UNCLAS //N02319//", U, null, null, null],
    ["UNCLAS", U, null, null, null],
    ["\tUNCLAS  FREDBURG  099374  ", U, null, "FREDBURG", 99374],
  ])("%j", (text, level, section, station, serial) => {
    const line = readClassificationLine(joined(text));
    expect(valueIn(line?.level)).toBe(level);
    const { number, total } = valueIn(line?.section) ?? {};
    expect(number === undefined ? null : [number, total]).toEqual(section);
    expect(valueIn(line?.station)).toBe(station);
    expect(valueIn(line?.serial)).toBe(serial);
  });

  test.each([
    ["SECRET//NOFORN SECTION 01 OF 02 KABUL 099123", ["NOFORN"], ""],
    ["S E C R E T N O F O R N KABUL 099123", ["NOFORN"], ""],
    ["UNCLAS E F T O LONDON 09934", ["EFTO"], ""],
    ["SECRET//NOFORN", ["NOFORN"], ""],
    ["UNCLAS ASUNCION 099589 SIPDIS E.O. 12958: N/A", [], " SIPDIS E.O. 12958: N/A"],
    ["CONFIDENTIAL LA PAZ 5230 STATE FOR ARA/AND", [], " STATE FOR ARA/AND"],
    ["UNCLAS SECTION 01 OF 02 PARIS 099123 whatever follows", [], " whatever follows"],
    ["UNCLAS STATE 999112 TOSEC 990023 EXDIS", [], " EXDIS"],
  ])("%j: captions before the number, and where it ends", (text, captions, rest) => {
    const line = readClassificationLine(joined(text));
    expect(valuesIn(line?.captions ?? [])).toEqual(captions);
    expect(text.slice(line?.end)).toBe(rest);
  });

  test.each([
    ["Secret negotiations were held in 1993 in Paris"],
    ["Confidential sources in Moscow 2009 say so"],
    ["SECRETARY EXAMPLE 12"],
    ["SECTION 2 OF THE LAW"],
    ["SECURE TELEPHONE 12345"],
    ["USE OF FORCE 12345"],
    ["UNITED STATES 1974"],
    ["CONFIDENTIALITY 12345"],
    ["SHANGHAI 00099374 002 OF 003"],
    ["E.O. 12958: N/A"],
    ["3. (C) text"],
    [""],
  ])("is not %j", (text) => expect(readClassificationLine(joined(text))).toBeNull());

  test("says where each part stands", () => {
    const text = " C O N F I D E N T I A L  SECTION 01 OF 02 LA  PAZ 099912 NODIS";
    const line = readClassificationLine(joined(text));
    expect(line && printed(text, line)).toBe("C O N F I D E N T I A L  SECTION 01 OF 02 LA  PAZ 099912");
    expect(line && printed(text, line.level)).toBe("C O N F I D E N T I A L");
    expect(line?.section && printed(text, line.section)).toBe("SECTION 01 OF 02");
    expect(line?.station && printed(text, line.station)).toBe("LA  PAZ");
    expect(line?.station?.value).toBe("LA PAZ");
    expect(line?.serial && printed(text, line.serial)).toBe("099912");
  });
});

describe("a marking", () => {
  test.each([
    ["CONFIDENTIAL", C],
    ["C O N F I D E N T I A L", C],
    ["  SECRET  ", S],
    ["SECRET  NODIS", S],
    ["SECRET//NOFORN", S],
    ["UNCLASSIFIED", U],
    ["SBU", U],
    ["SENSITIVE BUT UNCLASSIFIED", U],
    ["UNCLASSIFIED POSS DUPE", U],
    ["LIMITED OFFICIAL USE", L],
    ["LIMITED OFFICIAL USE     POSS DUPE", L],
    ["CONFIDENTIAL  PTQ9989", C],
    ["CONFIDENTIAL CONFIDENTIAL", C],
    ["UNCLASSIFIED    Page 1 of 3", U],
    ["TOP SECRET", "TOP SECRET"],
    ["SS E C R E T", S],
    ["——____UNCLASSIFIED", U],
    ["* UNCLASSIFIED *", U],
  ])("%j is of %s", (text, level) => expect(readMarking(text)).toBe(level));

  test.each([
    ["UNCLAS"],
    ["UNCLAS FREDBURG 099374"],
    ["SECRET TALKS"],
    ["Secretary"],
    ["CONFIDENTIAL SECTION 01 OF 24"],
    ["SUMMARY"],
    [""],
  ])("%j is none", (text) => expect(readMarking(text)).toBeNull());
});
