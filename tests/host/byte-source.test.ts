/** The beginning of a file's text is the beginning of what the whole file decodes to, in whichever encoding it was saved. */

import { expect, test } from "vitest";
import { parseCable, parseHead } from "../../server/src/cable/parse.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { ByteSource } from "../../server/src/host/byte-source.ts";
import { decode } from "../../server/src/host/decode.ts";

const HEAD = `R 020900Z SEP 09
FM AMEMBASSY RIGA
TO SECSTATE WASHDC

UNCLAS RIGA 000012

TAGS: PGOV, LG
SUBJECT: HARBOR FEES

1. (U) Fees rose.
`;
const BODY = "2. (U) Ships came and went all day.\n".repeat(400);

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

test.each([
  ["ASCII characters alone", Buffer.from(HEAD + BODY)],
  ["a curly quote in the head", Buffer.from(HEAD.replace("HARBOR", "THE HARBOR’S") + BODY)],
  ["a curly quote far below the head", Buffer.from(`${HEAD}${BODY}3. (U) The harbor’s end.\n`)],
  ["a byte-order mark", Buffer.from(`\uFEFF${HEAD}${BODY}`)],
  ["a byte-order mark and an accent", Buffer.from(`\uFEFF${HEAD.replace("HARBOR", "CAFÉ")}${BODY}`)],
  ["letters of Windows", Buffer.from(HEAD.replace("HARBOR", "CAF\u00c9 \u0093X\u0094") + BODY, "latin1")],
  [
    "letters of Windows far below an accent of two bytes",
    Buffer.concat([Buffer.from(HEAD.replace("HARBOR", "CAFÉ") + BODY), Buffer.from("3. (U) caf\u00e9\n", "latin1")]),
  ],
  ["two bytes for each character", utf16(HEAD + BODY)],
  ["an odd number of such bytes", utf16(HEAD + BODY).subarray(0, -1)],
  ["carriage returns", Buffer.from((HEAD + BODY).replaceAll("\n", "\r\n"))],
  ["no line break at all", Buffer.from((HEAD + BODY).replaceAll("\n", " "))],
  ["nothing", Buffer.alloc(0)],
])("with %s", (_, bytes) => {
  const whole = decode(bytes);
  const text = whole.kind === "text" ? whole.text : "";
  const source = new ByteSource().of(bytes);
  for (const units of [1, 50, 2048, 8192, 1_000_000]) {
    const beginning = source.first(units);
    expect(text.startsWith(beginning.text)).toBe(true);
    expect(beginning.isCut || beginning.text === text).toBe(true);
  }
  expect(source.whole()).toBe(text);
  expect(toIndexRecord(parseHead(new ByteSource().of(bytes), "a.txt"))).toEqual(
    toIndexRecord(parseCable(text, "a.txt")),
  );
});

test("a file has no row of the one that was read before it", () => {
  const source = new ByteSource();
  expect(toIndexRecord(parseHead(source.of(Buffer.from(HEAD)), "a.txt"))?.subject).toBe("HARBOR FEES");
  expect(toIndexRecord(parseHead(source.of(Buffer.from("Dear all,\n")), "b.txt"))).toBeNull();
});
