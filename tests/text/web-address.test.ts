/** The host in a link's text is the host that the link opens. */

import { expect, test } from "vitest";
import { hostOf, webAddress } from "../../server/src/text/web-address.ts";

test.each([
  ["https://archive.example/a?b#c", "archive.example"],
  ["HTTP://Archive.Example:8080/a", "archive.example:8080"],
  ["https://aad.archives.gov:x@evil.example/09X1", ""],
  ["https://aad.archives.gov@evil.example/", ""],
  ["https://@evil.example/", "evil.example"],
  ["https://", ""],
  ["javascript:alert(1)", ""],
  ["command:workbench.action.quit", ""],
  ["file:///etc/passwd", ""],
  ["ftp://archive.example/", ""],
])("%s opens %s", (address, host) => {
  expect(hostOf(address)).toBe(host);
  expect(webAddress(address) === null).toBe(host === "");
});
