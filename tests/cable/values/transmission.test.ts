/** Format lines 1 to 4 of a transmission header. */

import { describe, expect, test } from "vitest";
import {
  readRoutingLine,
  readSecurityLine,
  readStationLine,
  readTransmissionId,
} from "../../../server/src/cable/values/transmission.ts";
import { joined, printed, valueIn, valuesIn } from "./joined.ts";

test.each([
  ["VZCZCXRO3238", "VZCZCXRO3238"],
  ["VZCZCXYZ0000 ", "VZCZCXYZ0000"],
  ["  vzczcmdi123", "VZCZCMDI123"],
  ["ZCZCXRO3238", "ZCZCXRO3238"],
  ["VZCZC XRO3238", "VZCZCXRO3238"],
  ["VZCZCXRO 3238", "VZCZCXRO3238"],
  ["VZCZCXRO3238 IS WHAT HE SAID", null],
  ["RR RUEHCN", null],
  ["", null],
])("the identification in %j is %j", (text, id) => expect(valueIn(readTransmissionId(joined(text)))).toBe(id));

describe("precedence and routing", () => {
  test.each([
    ["RR RUEHCN RUEHGH", "RR", ["RUEHCN", "RUEHGH"]],
    ["PP RUEHWEB", "PP", ["RUEHWEB"]],
    ["00 RUEHXX", "OO", ["RUEHXX"]],
    ["rr ruehcn", "RR", ["RUEHCN"]],
    ["RUEHIK RUEHKUK RUEHKW", null, ["RUEHIK", "RUEHKUK", "RUEHKW"]],
    ["OO RUEHAG RUEHAST\nRUEHIK RUEHKUK", "OO", ["RUEHAG", "RUEHAST", "RUEHIK", "RUEHKUK"]],
  ])("%j", (text, precedence, routing) => {
    const line = readRoutingLine(joined(text));
    expect(valueIn(line?.precedence)).toBe(precedence);
    expect(valuesIn(line?.routing ?? [])).toEqual(routing);
  });

  test.each([["RR"], ["RR RUEHCN/AMEMBASSY PARIS"], ["DE RUEHGH"], ["RUEHCN AND OTHERS"], [""]])("not %j", (text) => {
    expect(readRoutingLine(joined(text))).toBeNull();
  });
});

describe("calling station, serial, filing time", () => {
  test.each([
    ["DE RUEHGH #0374/01 2400903", "RUEHGH", 374, 1, [240, 9, 3]],
    ["DE RUEHGH #0374 2400903", "RUEHGH", 374, null, [240, 9, 3]],
    ["DE RUEHC 3812 1701621", "RUEHC", 3812, null, [170, 16, 21]],
    ["DE RUEHC #3812 170 1621", "RUEHC", 3812, null, [170, 16, 21]],
    ["DE RUEHC # 3812/02  1701621", "RUEHC", 3812, 2, [170, 16, 21]],
    ["DE RUEHC #38I2/O1 17O1621", "RUEHC", 3812, 1, [170, 16, 21]],
    ["de ruehc #3812", "RUEHC", 3812, null, null],
    ["DE RUEHC 1701621", "RUEHC", null, null, [170, 16, 21]],
    ["DE RUEHC #3812 9991621", "RUEHC", 3812, null, null],
    ["DE RUEHC", "RUEHC", null, null, null],
  ])("%j", (text, routing, serial, section, filed) => {
    const line = readStationLine(joined(text));
    expect(valueIn(line?.routing)).toBe(routing);
    expect(valueIn(line?.serial)).toBe(serial);
    expect(valueIn(line?.section)).toBe(section);
    const time = valueIn(line?.filed);
    expect(time && [time.dayOfYear, time.hour, time.minute]).toEqual(filed);
  });

  test("covers what is printed", () => {
    const text = "  DE RUEHGH #0374/01 2400903 ";
    const line = readStationLine(joined(text));
    expect(line && printed(text, line)).toBe("DE RUEHGH #0374/01 2400903");
    expect(line?.filed && printed(text, line.filed)).toBe("2400903");
  });

  test.each([["DEPT FOR EAP/CM"], ["DE"], ["RUEHGH #0374/01 2400903"]])("not %j", (text) => {
    expect(readStationLine(joined(text))).toBeNull();
  });
});

test.each([
  ["ZNR UUUUU ZZH", "UNCLASSIFIED"],
  ["ZNY CCCCC ZZH", "CONFIDENTIAL"],
  ["ZNY SSSSS ZZH ZDK", "SECRET"],
  ["ZNY SSCSS ZZH", "SECRET"],
  ["ZNY EEEEE ZZH", "UNCLASSIFIED"],
  ["ZNY TTTTT", "TOP SECRET"],
  ["ZNY QQQQQ", null],
])("%j says %s", (text, level) => {
  const line = readSecurityLine(joined(text));
  expect(valueIn(line?.line)).toBe(text);
  expect(valueIn(line?.level)).toBe(level);
});

test("a line of another kind says nothing of security", () => {
  expect(readSecurityLine(joined("ZNQ UUUUU"))).toBeNull();
});
