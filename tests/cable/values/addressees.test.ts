/** Blocks of addressees. */

import { describe, expect, test } from "vitest";
import type { Addressee } from "../../../server/src/cable/tree.ts";
import { readAddressees, readSmartAddressees, withExemptions } from "../../../server/src/cable/values/addressees.ts";
import { joined, printed, valueIn } from "./joined.ts";

/** Routing, name, precedence, serial. */
type Row = readonly [string | null, string, string | null, string | null];

function rows(addressees: readonly Addressee[]): readonly Row[] {
  return addressees.map(({ routing, name, precedence, serial }) => [
    valueIn(routing),
    name.value,
    valueIn(precedence),
    valueIn(serial),
  ]);
}

describe("one addressee", () => {
  test.each<[string, Row]>([
    ["RUEHC/SECSTATE WASHDC 8243", ["RUEHC", "SECSTATE WASHDC", null, "8243"]],
    ["TO RUEHC/SECSTATE WASHDC IMMEDIATE 9905", ["RUEHC", "SECSTATE WASHDC", "IMMEDIATE", "9905"]],
    ["RUEHC/SECSTATE WASHDC  PRIORITY 9905", ["RUEHC", "SECSTATE WASHDC", "PRIORITY", "9905"]],
    ["RUEHC/SECSTATE WASHDC PRIORITY", ["RUEHC", "SECSTATE WASHDC", "PRIORITY", null]],
    ["SECSTATE WASHDC NIACT IMMEDIATE 7151", [null, "SECSTATE WASHDC", "NIACT IMMEDIATE", "7151"]],
    ["SECSTATE WASHDC NIACT 7151", [null, "SECSTATE WASHDC", "NIACT IMMEDIATE", "7151"]],
    ["SECSTATE WASHDC 716 NIACT IMMEDIATE", [null, "SECSTATE WASHDC", "NIACT IMMEDIATE", "716"]],
    ["SECSTATE WASHDC FLASH 7151", [null, "SECSTATE WASHDC", "FLASH", "7151"]],
    ["SECSTATE WASHDC ROUTINE", [null, "SECSTATE WASHDC", "ROUTINE", null]],
    ["SECSTATE WASHDC PRIORTY 7151", [null, "SECSTATE WASHDC", "PRIORITY", "7151"]],
    ["SECSTATE WASHDC IMMEDIATEE", [null, "SECSTATE WASHDC", "IMMEDIATE", null]],
    ["RUEHC/SECSTATE WASHDC 2276-2279", ["RUEHC", "SECSTATE WASHDC", null, "2276-2279"]],
    ["RUEHC/SECSTATE WASHDC 2276 2279", ["RUEHC", "SECSTATE WASHDC", null, "2276 2279"]],
    ["RUEHC/SECSTATE WASHDC O939", ["RUEHC", "SECSTATE WASHDC", null, "O939"]],
    ["US MISSION IAEA VIENNA 15", [null, "US MISSION IAEA VIENNA", null, "15"]],
    ["AMEMBASSY PARIS", [null, "AMEMBASSY PARIS", null, null]],
    ["Amembassy Paris 0012", [null, "Amembassy Paris", null, "0012"]],
    ["INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE", ["RUEHZL", "EUROPEAN POLITICAL COLLECTIVE", null, null]],
    ["RUEKJCS/SECDEF WASHDC//J-3/J-5//", ["RUEKJCS", "SECDEF WASHDC//J-3/J-5//", null, null]],
    ["RUEKJCS/JOINT STAFF WASHDC//J3// PRIORITY 0012", ["RUEKJCS", "JOINT STAFF WASHDC//J3//", "PRIORITY", "0012"]],
    ["RUEHC / SECSTATE WASHDC 8243", ["RUEHC", "SECSTATE WASHDC", null, "8243"]],
    ["ruehc/secstate washdc 8243", ["RUEHC", "secstate washdc", null, "8243"]],
    ["ZEN/AMEMBASSY FREDBURG", [null, "AMEMBASSY FREDBURG", null, null]],
    ["ZEN/RUEHXX/AMEMBASSY FREDBURG 0012", ["RUEHXX", "AMEMBASSY FREDBURG", null, "0012"]],
    ["RUEUITH/DET 1 39LG ANKARA TU", ["RUEUITH", "DET 1 39LG ANKARA TU", null, null]],
    ["RHMFIUU/AFOSI DET 523", ["RHMFIUU", "AFOSI DET 523", null, null]],
    ["RHMFISS/CJTF 7 IMMEDIATE 0012", ["RHMFISS", "CJTF 7", "IMMEDIATE", "0012"]],
    ["DEPT OF STATE/INR WASHDC", [null, "DEPT OF STATE/INR WASHDC", null, null]],
  ])("%j", (text, row) => expect(rows(readAddressees(joined(text)))).toEqual([row]));
});

describe("a block", () => {
  test("one a line, routed and plain", () => {
    const text = [
      "INFO RUEHBJ/AMEMBASSY BEIJING PRIORITY 0939",
      "AMEMBASSY TOKYO",
      "",
      "EU MEMBER STATES COLLECTIVE",
      "RUEHC/DEPT OF LABOR WASHINGTON DC",
    ].join("\n");
    expect(rows(readAddressees(joined(text)))).toEqual([
      ["RUEHBJ", "AMEMBASSY BEIJING", "PRIORITY", "0939"],
      [null, "AMEMBASSY TOKYO", null, null],
      [null, "EU MEMBER STATES COLLECTIVE", null, null],
      ["RUEHC", "DEPT OF LABOR WASHINGTON DC", null, null],
    ]);
  });

  test("lost line breaks", () => {
    const text =
      "RUEHBJ/AMEMBASSY BEIJING 3039 RUEHCN/AMCONSUL CHENGDU 2179 ZEN/RUEHXX/AMEMBASSY FREDBURG RUEHC/USAID WASHDC";
    expect(rows(readAddressees(joined(text)))).toEqual([
      ["RUEHBJ", "AMEMBASSY BEIJING", null, "3039"],
      ["RUEHCN", "AMCONSUL CHENGDU", null, "2179"],
      ["RUEHXX", "AMEMBASSY FREDBURG", null, null],
      ["RUEHC", "USAID WASHDC", null, null],
    ]);
  });

  test("lost line breaks between plain addressees", () => {
    const text = "SECSTATE WASHDC PRIORITY 2042 AMEMBASSY LIMA AMEMBASSY BUENOS AIRES 12 USMISSION GENEVA";
    expect(rows(readAddressees(joined(text)))).toEqual([
      [null, "SECSTATE WASHDC", "PRIORITY", "2042"],
      [null, "AMEMBASSY LIMA", null, null],
      [null, "AMEMBASSY BUENOS AIRES", null, "12"],
      [null, "USMISSION GENEVA", null, null],
    ]);
  });

  test.each<[string, Row]>([
    ["RUEHC/DEPT OF LABOR\nWASHINGTON DC", ["RUEHC", "DEPT OF LABOR WASHINGTON DC", null, null]],
    ["RUEHC/DEPT OF\nLABOR WASHDC 0012", ["RUEHC", "DEPT OF LABOR WASHDC", null, "0012"]],
    ["RUEKDIA/DIA WASHDC\n//DHO-2//", ["RUEKDIA", "DIA WASHDC//DHO-2//", null, null]],
    [
      "RUCNSAD/SOUTHERN AF DEVELOPMENT COMMUNITY\nCOLLECTIVE PRIORITY",
      ["RUCNSAD", "SOUTHERN AF DEVELOPMENT COMMUNITY COLLECTIVE", "PRIORITY", null],
    ],
    ["RUEHXX/AMEMBASSY FREDBURG\nPRIORITY 0012", ["RUEHXX", "AMEMBASSY FREDBURG", "PRIORITY", "0012"]],
    ["AMCONSUL RIO DE\nJANEIRO 0012", [null, "AMCONSUL RIO DE JANEIRO", null, "0012"]],
    ["RUEHXX/AMEMBASSY\nBERLIN PRIORITY 0012", ["RUEHXX", "AMEMBASSY BERLIN", "PRIORITY", "0012"]],
    ["AMEMBASSY BUENOS\nAIRES", [null, "AMEMBASSY BUENOS AIRES", null, null]],
  ])("a name wraps: %j", (text, row) => expect(rows(readAddressees(joined(text)))).toEqual([row]));

  test("says where each part stands", () => {
    const text = "TO RUEHC/SECSTATE  WASHDC NIACT IMMEDIATE 9905\nRUEKDIA/DIA WASHDC\n//DHO-2//";
    const [first, second] = readAddressees(joined(text));
    expect(first && printed(text, first)).toBe("RUEHC/SECSTATE  WASHDC NIACT IMMEDIATE 9905");
    expect(first?.routing && printed(text, first.routing)).toBe("RUEHC");
    expect(first && printed(text, first.name)).toBe("SECSTATE  WASHDC");
    expect(first?.precedence && printed(text, first.precedence)).toBe("NIACT IMMEDIATE");
    expect(first?.serial && printed(text, first.serial)).toBe("9905");
    expect(second && printed(text, second.name)).toBe("DIA WASHDC\n//DHO-2//");
  });

  test.each([[""], ["\n \n"], ["TO "], ["1234"]])("%j names nobody", (text) => {
    expect(readAddressees(joined(text))).toEqual([]);
  });
});

describe("a SMART print", () => {
  test.each<[string, readonly Row[]]>([
    [
      "MOSCOW, AMEMBASSY IMMEDIATE; WARSAW, AMEMBASSY ROUTINE",
      [
        [null, "MOSCOW, AMEMBASSY", "IMMEDIATE", null],
        [null, "WARSAW, AMEMBASSY", "ROUTINE", null],
      ],
    ],
    [
      "BERLIN, AMEMBASSY ROUTINE; NSC\n  WASHINGTON DC ROUTINE;",
      [
        [null, "BERLIN, AMEMBASSY", "ROUTINE", null],
        [null, "NSC WASHINGTON DC", "ROUTINE", null],
      ],
    ],
    [
      "BERLIN, AMEMBASSY ROUTINE\nPARIS, AMEMBASSY *PRIORITY*",
      [
        [null, "BERLIN, AMEMBASSY", "ROUTINE", null],
        [null, "PARIS, AMEMBASSY", "PRIORITY", null],
      ],
    ],
    ["RUEHC/SECSTATE WASHDC *ROUTINE*", [["RUEHC", "SECSTATE WASHDC", "ROUTINE", null]]],
    ["CARACAS, AMEMBASSY", [[null, "CARACAS, AMEMBASSY", null, null]]],
    [" ; ", []],
  ])("%j", (text, expected) => expect(rows(readSmartAddressees(joined(text)))).toEqual(expected));
});

test("exempt addressees are named with the collective they are taken out of", () => {
  const info = readAddressees(joined("RUCNSAD/SOUTHERN AF COLLECTIVE\nRUEHC/USAID WASHDC"));
  const exempt = readAddressees(joined("XMT AMCONSUL JOHANNESBURG\nAMCONSUL DURBAN"));
  expect(withExemptions(info, exempt).map((one) => one.exempt)).toEqual([
    ["AMCONSUL JOHANNESBURG", "AMCONSUL DURBAN"],
    [],
  ]);
  expect(withExemptions(info.slice(1), exempt)[0]?.exempt).toEqual(["AMCONSUL JOHANNESBURG", "AMCONSUL DURBAN"]);
  expect(withExemptions(info, [])).toEqual(info);
});
