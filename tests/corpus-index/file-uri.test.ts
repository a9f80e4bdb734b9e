/** One file has one name, however its URI was escaped. */

import { describe, expect, test } from "vitest";
import { fileName, fileUri, pathBelow } from "../../server/src/corpus/file-uri.ts";

describe("a file's URI has one spelling", () => {
  test.each([
    ["file:///C:/cables/a%20b.txt", "file:///c%3A/cables/a b.txt"],
    ["file:///c%3A/caf%C3%A9.txt", "file:///c%3a/café.txt"],
    ["file:///a/(1)'s!.txt", "file:///a/%281%29%27s%21.txt"],
    ["FILE:///a/100%.txt", "file:///a/100%25.txt"],
    ["file://Server/share/a.txt", "file://server/share/a.txt"],
    ["file:///a/\uD800.txt", "file:///a/\uFFFD.txt"],
    ["file:///a/./b/../c.txt", "file:///a/c.txt"],
    ["file:///../a/b/%2e%2e/", "file:///a/"],
    ["file:///a/~b_c-d.e/f.txt", "file:///a/%7Eb%5Fc%2Dd%2Ee/f.txt"],
  ])("%s is %s", (one, other) => {
    expect(fileUri(one)).toBe(fileUri(other));
    expect(fileUri(fileUri(one))).toBe(fileUri(one));
  });

  test("and those of other schemes are left alone", () => {
    expect(fileUri("untitled:Untitled-1")).toBe("untitled:Untitled-1");
  });
});

test("names and paths are unescaped", () => {
  const file = fileUri("file:///cables/2009/a%20b.txt");
  expect(fileName(file)).toBe("a b.txt");
  expect(pathBelow(fileUri("file:///cables"), file)).toBe("2009/a b.txt");
  expect(pathBelow(fileUri("file:///cab"), file)).toBeNull();
});
