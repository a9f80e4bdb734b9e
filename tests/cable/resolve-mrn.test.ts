/** A cable's own number where its header says it in several places. */

import { expect, test } from "vitest";
import { canonicalMrn } from "../../server/src/cable/mrn.ts";
import { parseCable } from "../../server/src/cable/parse.ts";

const header = (line: string, sender = "AMEMBASSY LA PAZ"): string => `VZCZCXRO9999
DE RUEHLP #9123/01 1191330
R 291330Z APR 09
FM ${sender}
TO RUEHC/SECSTATE WASHDC

${line}

SUBJECT: INVENTED TALKS

1. (C) They talked.
`;

test.each([
  ["the classification line's", "UNCLAS LA PAZ 099123", "09LAPAZ99123"],
  ["that of the sender's `DE` line, where the classification line bears another's", "UNCLAS MADRID 004", "09LAPAZ9123"],
  ["the classification line's, where the serials agree", "UNCLAS MADRID 099123", "09MADRID99123"],
  ["the sender's station, where the name is redacted", "UNCLAS XXXXXXXXXXXX 099123", "09LAPAZ99123"],
])("is %s", (_, line, mrn) => {
  const read = parseCable(header(line)).mrn;
  expect(read && canonicalMrn(read)).toBe(mrn);
});

test("is the classification line's, where the sender is no station of the `DE` line", () => {
  const read = parseCable(header("UNCLAS MADRID 004", "AMEMBASSY MADRID")).mrn;
  expect(read && canonicalMrn(read)).toBe("09MADRID4");
});
