/** Whatever encoding a cable was saved in, its text comes out; what is no text says so. */

import { describe, expect, test } from "vitest";
import { decode } from "../../server/src/host/decode.ts";

const TEXT = "SUBJECT: CAFÉ “TALKS” ¶1\r\n";

describe("bytes are read as", () => {
  test.each([
    ["UTF-8", Buffer.from(TEXT, "utf8")],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`, "utf8")],
    ["UTF-16 with a mark, low byte first", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16 with a mark, high byte first", Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16()],
  ])("%s", (_, bytes) => {
    expect(decode(bytes)).toEqual({ kind: "text", text: TEXT });
  });

  test("Latin-1 where they are no UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from("CAF\u00c9 \u00b61 ", "latin1"), Buffer.from([0x93, 0x94])]);
    expect(decode(bytes)).toEqual({ kind: "text", text: "CAFÉ ¶1 “”" });
  });

  test("nothing where they are binary", () => {
    expect(decode(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]))).toEqual({ kind: "skipped", reason: "is binary" });
  });

  test("an empty text where there are none", () => {
    expect(decode(new Uint8Array())).toEqual({ kind: "text", text: "" });
  });
});
