/** TAGS lines: codes and persons. */

import { describe, expect, test } from "vitest";
import { readTags } from "../../../server/src/cable/values/tags-line.ts";
import { joined, printed, valuesIn } from "./joined.ts";

describe("TAGS", () => {
  test.each([
    ["PGOV ECON CH", ["PGOV", "ECON", "CH"], []],
    ["PGOV, ECON, CH", ["PGOV", "ECON", "CH"], []],
    ["PGOV; ECON;CH", ["PGOV", "ECON", "CH"], []],
    ["PGOV/ECON/CH", ["PGOV", "ECON", "CH"], []],
    ["PGOV,ECON,\nCH,", ["PGOV", "ECON", "CH"], []],
    ["pgov, econ, ch", ["PGOV", "ECON", "CH"], []],
    ["PGOV, ECON, PGOV, CH", ["PGOV", "ECON", "CH"], []],
    ["PGOV. ECON. CH.", ["PGOV", "ECON", "CH"], []],
    ["PGOVPREL CH", ["PGOV", "PREL", "CH"], []],
    ["EINDETRD", ["EIND", "ETRD"], []],
    ["PREL-PGOV", ["PREL", "PGOV"], []],
    ["PREL AU-1 UNMIK", ["PREL", "AU-1", "UNMIK"], []],
    ["AFL-CIO, G-8", ["AFL-CIO", "G-8"], []],
    ["MTCRE, ETTC", ["MTCRE", "ETTC"], []],
    ["PREL, XQZW, CH", ["PREL", "XQZW", "CH"], []],
    ["ETRN,SBE/P, BL", ["ETRN", "SBE/P", "BL"], []],
    ["PREL, Organized Crime, CH", ["PREL", "ORGANIZED CRIME", "CH"], []],
    ["SCUL, XM, ANDES PACT", ["SCUL", "XM", "ANDES PACT"], []],
    ["PFOR, PINS, PINT SNAR, BL", ["PFOR", "PINS", "PINT", "SNAR", "BL"], []],
    ["PREL SIPDIS CH", ["PREL", "CH"], []],
    ["(U) PREL, CH", ["PREL", "CH"], []],
    ["OVIP (DOE, JANE B.), PREL, CH", ["OVIP", "PREL", "CH"], ["DOE, JANE B."]],
    ["OVIP (DOE, JANE B.) PREL CH", ["OVIP", "PREL", "CH"], ["DOE, JANE B."]],
    ["OVIP (DOE,\nJANE B.), PREL", ["OVIP", "PREL"], ["DOE, JANE B."]],
    ["OVIP (DOE, JANE), (ROE, JOHN), CH", ["OVIP", "CH"], ["DOE, JANE", "ROE, JOHN"]],
    ["OREP (DOE, JANE; ROE, JOHN), CH", ["OREP", "CH"], ["DOE, JANE", "ROE, JOHN"]],
    ["N/A", [], []],
    ["PINS, BL, (DOE SUAREZ, HUGO)", ["PINS", "BL"], ["DOE SUAREZ, HUGO"]],
    ["MASS, BL, (POE)", ["MASS", "BL"], ["POE"]],
    ["CPRS: (DOE, JANE R.)", ["CPRS"], ["DOE, JANE R."]],
    ["OVIP (DOE, JANE PREL, CH", ["OVIP", "PREL", "CH"], ["DOE, JANE"]],
    ["AORC, PREL, AND SOCI", ["AORC", "PREL", "SOCI"], []],
    ["MARR (NATO), PREL", ["MARR", "NATO", "PREL"], []],
    ["PREL (PGOV, ECON)", ["PREL", "PGOV", "ECON"], []],
    ["EAGR BL\nLIMA FOR DOE", ["EAGR", "BL"], []],
    ["OVIP DOE JOHN PREL EC PE", ["OVIP", "PREL", "EC", "PE"], ["DOE JOHN"]],
    ["OVIP ROE ANNABELLE PREL CU\nBL, IS", ["OVIP", "PREL", "CU", "BL", "IS"], ["ROE ANNABELLE"]],
    ["OVIP, DOE JOHN, PREL", ["OVIP", "PREL"], ["DOE JOHN"]],
    ["OVIP DOE, JOHN PREL", ["OVIP", "PREL"], ["DOE, JOHN"]],
    ["OVIP, DOE, JOHN, PREL", ["OVIP", "PREL"], ["DOE, JOHN"]],
    ["ovip doe jane prel", ["OVIP", "PREL"], ["doe jane"]],
    ["PREL OVIP HOLLISTER CH", ["PREL", "OVIP", "CH"], ["HOLLISTER"]],
    ["PREL OVIP DOE JANE", ["PREL", "OVIP"], ["DOE JANE"]],
    ["PREL OVIP XQZW CH", ["PREL", "OVIP", "XQZW", "CH"], []],
    ["PREL ROE JANE PHUM CH", ["PREL", "PHUM", "CH"], ["ROE JANE"]],
    ["PREL XQZW PTRQ CH", ["PREL", "XQZW", "PTRQ", "CH"], []],
    ["OVIP CONSULAR AFFAIRS PREL", ["OVIP", "CONSULAR AFFAIRS", "PREL"], []],
    ["CASC PHUM CU CONSULAR AFFAIRS", ["CASC", "PHUM", "CU", "CONSULAR AFFAIRS"], []],
    ["OREP AMGT IZ KU COUNTRY\nCLEARANCE", ["OREP", "AMGT", "IZ", "KU", "COUNTRY CLEARANCE"], []],
    ["AEMR AMEDCASCKFLO TBIO", ["AEMR", "AMED", "CASC", "KFLO", "TBIO"], []],
    ["KFRDKIRFCVISCMGTASECPHUM", ["KFRD", "KIRF", "CVIS", "CMGT", "ASEC", "PHUM"], []],
    ["", [], []],
    [" ,;- ", [], []],
  ])("%j", (text, tags, persons) => {
    const read = readTags(joined(text));
    expect(valuesIn(read.tags)).toEqual(tags);
    expect(valuesIn(read.persons)).toEqual(persons);
  });

  test.each([
    ["PREL, CH SUBJECT: TALKS", ["PREL", "CH"], "SUBJECT: TALKS"],
    ["PREL CH\nSUBJ: TALKS", ["PREL", "CH"], "SUBJ: TALKS"],
    ["PREL CH REF: STATE 99112", ["PREL", "CH"], "REF: STATE 99112"],
    ["PREL CH E.O. 12958: N/A", ["PREL", "CH"], "E.O. 12958: N/A"],
    ["PREL CH Classified By: DCM Jane Doe", ["PREL", "CH"], "Classified By: DCM Jane Doe"],
  ])("%j ends before the next field", (text, tags, rest) => {
    const read = readTags(joined(text));
    expect(valuesIn(read.tags)).toEqual(tags);
    expect(text.slice(read.end)).toBe(rest);
  });

  test("says where each stands, in a word run together too", () => {
    const text = "OVIP ( DOE,\nJANE ) pgovprel";
    const read = readTags(joined(text));
    expect(read.tags.map((tag) => printed(text, tag))).toEqual(["OVIP", "pgov", "prel"]);
    expect(read.persons.map((person) => printed(text, person))).toEqual(["DOE,\nJANE"]);
  });
});
