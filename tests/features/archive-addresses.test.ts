/** Address templates of archives, filled in for a cable. */

import { expect, test } from "vitest";
import type { Mrn } from "../../server/src/cable/mrn.ts";
import { archiveAddresses } from "../../server/src/features/archive-addresses.ts";
import { canonicalStation } from "../../server/src/vocabulary/stations.ts";

const mrn = (year: number, station: string, serial: number): Mrn => ({
  year,
  station: canonicalStation(station),
  serial,
});

test("every part of a number has its place", () => {
  const template = `https://archive.example/\${mrn}/\${year}/\${station}/\${serial}?\${documentNumber}`;
  expect(archiveAddresses([template], mrn(2009, "SHANGHAI", 66))).toEqual([
    "https://archive.example/09SHANGHAI66/2009/SHANGHAI/66?2009SHANGH00066",
  ]);
});

// As the archives' own listings have them.
test.each([
  [1974, "SAN JOSE", 947, "1974SANJO00947"],
  [1979, "USUN NEW YORK", 4608, "1979USUNN04608"],
  [1979, "LA PAZ", 2196, "1979LAPAZ02196"],
  [1979, "STATE", 62940, "1979STATE062940"],
  [1979, "THE HAGUE", 12, "1979THEHA00012"],
  [1979, "JAKARTA", 12, "1979JAKART00012"],
])("the document number of %i %s %i is %s", (year, station, serial, number) => {
  expect(archiveAddresses([`https://a.example/\${documentNumber}`], mrn(year, station, serial))).toEqual([
    `https://a.example/${number}`,
  ]);
});

test("templates that give no web address are left out, the others keep their order", () => {
  const templates = [
    `javascript:alert(1)//\${mrn}`,
    `https://one.example/\${mrn}`,
    `file:///\${mrn}`,
    `command:open?\${mrn}`,
    `https://broken example/\${mrn}`,
    `https://a.example/>\${mrn}`,
    `http://two.example/?q=\${mrn}`,
  ];
  expect(archiveAddresses(templates, mrn(2009, "RIGA", 12))).toEqual([
    "https://one.example/09RIGA12",
    "http://two.example/?q=09RIGA12",
  ]);
});
