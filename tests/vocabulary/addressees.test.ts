/** Who is addressed where no post is: agencies, commands, and collectives with the states whose posts they reach. */

import { describe, expect, test } from "vitest";
import { addresseeRows, findAddressee } from "../../server/src/vocabulary/addressees.ts";
import type { CableDate } from "../../server/src/vocabulary/date.ts";

const day = (year: number, month: number, of: number): CableDate => ({ year, month, day: of });

test.each([
  ["CIA WASHDC", "Central Intelligence Agency"],
  ["CIA WASHINGTON DC//DESK//", "Central Intelligence Agency"],
  ["WHITE HOUSE NATIONAL SECURITY COUNCIL WASHINGTON DC", "National Security Council, the White House"],
  ["JOINT STAFF WASHDC//J-3/J-5//", "Joint Staff of the Joint Chiefs of Staff, Department of Defense"],
  ["HQ USEUCOM VAIHINGEN GE", "Headquarters of the United States European Command"],
  ["CDR USPACOM HONOLULU HI", "Commander of the United States Pacific Command"],
  ["COMUSKOREA SEOUL KOR", "United States Forces, Korea"],
  ["DEPARTMENT OF LABOR WASHDC", "Department of Labor"],
])("%s is the %s", (name, title) => {
  expect(findAddressee(name, null)?.title).toBe(title);
});

test.each(["AMEMBASSY FREDBURG", "HQ", "CDR", "EU MEMBER STATES AND OTHERS", "CIARAN", "//", ""])(
  "%s is nobody known",
  (name) => {
    expect(findAddressee(name, null)).toBeUndefined();
  },
);

describe("whose posts a collective reaches", () => {
  const membersOf = (name: string, date: CableDate | null): readonly string[] =>
    findAddressee(name, date)?.members ?? [];

  test("follows the day of the cable", () => {
    const union = "EU MEMBER STATES COLLECTIVE";
    expect(membersOf(union, day(2004, 4, 30))).toHaveLength(15);
    expect(membersOf(union, day(2004, 5, 1))).toHaveLength(25);
    expect(membersOf(union, day(2009, 8, 28))).toHaveLength(27);
    expect(membersOf(union, day(2006, 1, 1))).not.toContain("Romania");
    expect(membersOf("ALL NATO POST COLLECTIVE", day(2009, 4, 1))).toContain("Albania");
    expect(membersOf("CIS COLLECTIVE", day(2009, 8, 18))).not.toContain("Georgia");
  });

  test("is told of nobody without a day", () => {
    expect(membersOf("EU MEMBER STATES COLLECTIVE", null)).toEqual([]);
  });

  test("counts ten elected members of the Security Council in each year that is told", () => {
    for (let year = 2003; year <= 2010; year++) {
      expect(membersOf("UN SECURITY COUNCIL COLLECTIVE", day(year, 7, 1)), String(year)).toHaveLength(14);
    }
  });
});

test("no two rows claim one name, and a membership does not end before it began", () => {
  const names = addresseeRows().flatMap(({ name, names: others = [] }) => [name, ...others]);
  expect(names).toEqual([...new Set(names)]);
  const odd = addresseeRows().flatMap(({ members = [] }) =>
    members.filter(({ from = "", to = "9999" }) => from > to || !/^(?:\d{4}-\d\d-\d\d)?$/.test(from)),
  );
  expect(odd).toEqual([]);
});
