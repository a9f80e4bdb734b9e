/** Date-time groups in every way they are printed. */

import { describe, expect, test } from "vitest";
import {
  isoInstant,
  looksLikeDateTimeGroupLine,
  readDateTimeGroup,
} from "../../../server/src/cable/values/date-time-group.ts";
import { joined, printed, valueIn } from "./joined.ts";

describe("a date-time group line", () => {
  test.each([
    ["R 280903Z AUG 09", "280903Z AUG 09", "ROUTINE", null],
    ["O 301339Z MAR 06", "301339Z MAR 06", "IMMEDIATE", null],
    ["P R 241549Z JAN 74 ZFF4", "241549Z JAN 74", "PRIORITY", "ROUTINE"],
    ["O P 241549Z JAN 74", "241549Z JAN 74", "IMMEDIATE", "PRIORITY"],
    ["Z 010000Z JAN 00", "010000Z JAN 00", "FLASH", null],
    ["RR 280903Z AUG 09", "280903Z AUG 09", "ROUTINE", null],
    ["0 301339Z MAR 06", "301339Z MAR 06", "IMMEDIATE", null],
    ["O 301339Z MAR 06 ZDK CTG FREDBURG 123", "301339Z MAR 06", "IMMEDIATE", null],
    ["R 151414Z MAY 09 ZDS", "151414Z MAY 09", "ROUTINE", null],
    ["P 241549 Z JAN 74", "241549Z JAN 74", "PRIORITY", null],
    ["P 24 1549Z JAN 74", "241549Z JAN 74", "PRIORITY", null],
    ["R 091531Z AUG 74R", "091531Z AUG 74", "ROUTINE", null],
    ["R 091531Z August 1974", "091531Z AUG 74", "ROUTINE", null],
    ["R 091531Z SEPT 74", "091531Z SEP 74", "ROUTINE", null],
    ["R 091531Z AUG. 74", "091531Z AUG 74", "ROUTINE", null],
    ["R 091531Z AUG '74", "091531Z AUG 74", "ROUTINE", null],
    ["310241Z AUG 77", "310241Z AUG 77", null, null],
    ["310241Z Aug 09", "310241Z AUG 09", null, null],
    ["r 310241z aug 09", "310241Z AUG 09", "ROUTINE", null],
    ["\tR 310241Z AUG 2009  ", "310241Z AUG 09", "ROUTINE", null],
    ["051200ZAPR98", "051200Z APR 98", null, null],
    ["DTG 151355Z AUGUST 1974", "151355Z AUG 74", null, null],
    ["R 28O9O3Z AUG O9", "280903Z AUG 09", "ROUTINE", null],
    ["R 2809032 AUG 09", "280903Z AUG 09", "ROUTINE", null],
    ["R 280903Z 0CT 09", "280903Z OCT 09", "ROUTINE", null],
    ["R 280903Z N0V 09", "280903Z NOV 09", "ROUTINE", null],
    ["R 280903Z AUB 09", "280903Z AUG 09", "ROUTINE", null],
    ["R 290000Z FEB 08", "290000Z FEB 08", "ROUTINE", null],
    ["P 251346 Z JUN 7 4", "251346Z JUN 74", "PRIORITY", null],
    ["R 2 51346Z JUN 74", "251346Z JUN 74", "ROUTINE", null],
    ["R 2513 46Z JUN 7 4", "251346Z JUN 74", "ROUTINE", null],
    ["R 25 13 46 Z J U N 74", "251346Z JUN 74", "ROUTINE", null],
    ["R 25/1346Z JUN 74", "251346Z JUN 74", "ROUTINE", null],
    ["O P R 231434Z JAN 23 PSN 196208H26", "231434Z JAN 23", "IMMEDIATE", "PRIORITY"],
    ["Z O P R 231434Z JAN 23", "231434Z JAN 23", "FLASH", "IMMEDIATE"],
    ["OO PP RR 231434Z JAN 23", "231434Z JAN 23", "IMMEDIATE", "PRIORITY"],
    ["DTG R 231434ZZ JAN 23", "231434Z JAN 23", "ROUTINE", null],
    ["DTG: R 231434Z JAN 23", "231434Z JAN 23", "ROUTINE", null],
    ["dtg r 231434zz jan 23", "231434Z JAN 23", "ROUTINE", null],
    ["R. D41621Z MAY. 68", "041621Z MAY 68", "ROUTINE", null],
    ["R 14J62JZ MAY 68", "141621Z MAY 68", "ROUTINE", null],
    ["R @41621Z MAY 68", "041621Z MAY 68", "ROUTINE", null],
    ["R 14162!Z MAY 68", "141621Z MAY 68", "ROUTINE", null],
    ["ROUTINE 280903Z AUG 09", "280903Z AUG 09", "ROUTINE", null],
    ["NIACT IMMEDIATE 280903Z AUG 09", "280903Z AUG 09", "NIACT IMMEDIATE", null],
    ["flash 280903z aug 09", "280903Z AUG 09", "FLASH", null],
    ["Sep 15, 2010 / 151503Z SEP 10", "151503Z SEP 10", null, null],
    ["Oct 30, 2001 / 300000Z Oct 01", "300000Z OCT 01", null, null],
  ])("%j", (text, dtg, precedence, infoPrecedence) => {
    const line = readDateTimeGroup(joined(text));
    expect(line?.dtg.value.text).toBe(dtg);
    expect(valueIn(line?.precedence)).toBe(precedence);
    expect(valueIn(line?.infoPrecedence)).toBe(infoPrecedence);
  });

  test.each([
    ["a day that no month has", "R 450903Z AUG 09"],
    ["a day that this month has not", "R 310903Z JUN 09"],
    ["no leap year", "R 290903Z FEB 09"],
    ["an hour past the day", "R 282561Z AUG 09"],
    ["a minute past the hour", "R 280960Z AUG 09"],
    ["five digits", "R 28090Z AUG 09"],
    ["no month", "R 280903Z 09"],
    ["a month between two", "R 280903Z JUM 09"],
    ["no year", "R 280903Z AUG"],
    ["a year of three digits", "R 280903Z AUG 009"],
    ["more letters than digits", "R DDJ6SIZ MAY 68"],
    ["a seventh digit", "R 2809031Z AUG 09"],
    ["a year of one digit", "R 280903Z AUG 7"],
    ["a number behind the year's first digit", "R 280903Z AUG 7 412"],
    ["an addressee", "TO D41621 MAY"],
    ["a date without a time", "Sep 15, 2010"],
    ["another line", "RR RUEHCN RUEHGH"],
    ["nothing", ""],
  ])("is not one with %s", (_, text) => expect(readDateTimeGroup(joined(text))).toBeNull());

  test("says where each part stands", () => {
    const text = "P R  241549 Z JAN 1974 ZFF4";
    const line = readDateTimeGroup(joined(text));
    expect(line && printed(text, line.dtg)).toBe("241549 Z JAN 1974");
    expect(line?.precedence && printed(text, line.precedence)).toBe("P");
    expect(line?.infoPrecedence && printed(text, line.infoPrecedence)).toBe("R");
    expect(text.slice(line?.end)).toBe(" ZFF4");
  });

  test("begins where the caller says", () => {
    expect(readDateTimeGroup(joined("DATE: 280903Z AUG 09"), 5)?.dtg.value).toEqual({
      text: "280903Z AUG 09",
      day: 28,
      hour: 9,
      minute: 3,
      month: 8,
      year: 2009,
    });
  });
});

test.each([
  ["R 280903Z AUG 09", true],
  ["P R 241549 Z JAN 74", true],
  ["310241Z AUG 77", true],
  ["R 999999Z AUG 09", true],
  ["RUEHC 280903", false],
  ["1. (U) In August", false],
  ["", false],
])("%j looks like one: %s", (text, looks) => expect(looksLikeDateTimeGroupLine(text)).toBe(looks));

test.each([
  ["280903Z AUG 09", "2009-08-28T09:03:00Z"],
  ["242118Z JAN 74", "1974-01-24T21:18:00Z"],
  ["010000Z JAN 65", "2065-01-01T00:00:00Z"],
  ["010000Z JAN 66", "1966-01-01T00:00:00Z"],
  ["312400Z DEC 08", "2009-01-01T00:00:00Z"],
])("%s is %s", (text, instant) => {
  const line = readDateTimeGroup(joined(text));
  expect(line && isoInstant(line.dtg.value)).toBe(instant);
});
