/** Subject lines. */

import { describe, expect, test } from "vitest";
import { readSubject } from "../../../server/src/cable/values/subject.ts";
import { joined, printed, valueIn } from "./joined.ts";

describe("a subject", () => {
  test.each([
    ["INVENTED TALKS", "INVENTED TALKS", null],
    ["INVENTED TALKS ON AN\n     INVENTED  MATTER ", "INVENTED TALKS ON AN INVENTED MATTER", null],
    ["(U) INVENTED TALKS", "INVENTED TALKS", "U"],
    ["(S//NF) INVENTED\nTALKS", "INVENTED TALKS", "S//NF"],
    ["INVENTED TALKS (C)", "INVENTED TALKS", "C"],
    ["INVENTED TALKS (C).", "INVENTED TALKS", "C"],
    ["INVENTED REPORT (C-RE8-02675)", "INVENTED REPORT (C-RE8-02675)", null],
    ["INVENTED PROGRAM (CAP) FOR FREDONIA", "INVENTED PROGRAM (CAP) FOR FREDONIA", null],
    ["INVENTED TALKS WITH DOE (USA)", "INVENTED TALKS WITH DOE (USA)", null],
    ["CORRECTED COPY: INVENTED TALKS", "CORRECTED COPY: INVENTED TALKS", null],
    ['"INVENTED" TALKS\n-- SECOND ROUND', '"INVENTED" TALKS -- SECOND ROUND', null],
    ["WHEAT.", "WHEAT.", null],
    [": INVENTED TALKS", "INVENTED TALKS", null],
    ["(U)", "(U)", null],
    ["", null, null],
    [" \n ", null, null],
  ])("%j", (text, subject, portion) => {
    const read = readSubject(joined(text));
    expect(valueIn(read?.subject)).toBe(subject);
    expect(valueIn(read?.portion)).toBe(portion);
  });

  test.each([
    ["INVENTED TALKS REF: A. STATE 99112", "INVENTED TALKS", "REF: A. STATE 99112"],
    ["INVENTED TALKS\nREFS: A. STATE 99112", "INVENTED TALKS", "REFS: A. STATE 99112"],
    ["INVENTED TALKS Classified By: DCM Jane Doe", "INVENTED TALKS", "Classified By: DCM Jane Doe"],
    ["INVENTED TALKS ¶1. (C) Text", "INVENTED TALKS", "¶1. (C) Text"],
    ["INVENTED TALKS 1. (SBU) Text", "INVENTED TALKS", "1. (SBU) Text"],
    ["THE REF DESK IN PARIS", "THE REF DESK IN PARIS", ""],
    ["PARA 1. OF THE TREATY", "PARA 1. OF THE TREATY", ""],
  ])("%j ends before what follows", (text, subject, rest) => {
    const read = readSubject(joined(text));
    expect(valueIn(read?.subject)).toBe(subject);
    expect(text.slice(read?.end)).toBe(rest);
  });

  test("says where words and mark stand", () => {
    const text = "  (SBU)  INVENTED\nTALKS ";
    const read = readSubject(joined(text));
    expect(read && printed(text, read.subject)).toBe("INVENTED\nTALKS");
    expect(read?.portion && printed(text, read.portion)).toBe("(SBU)");
  });
});
