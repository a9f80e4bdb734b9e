/** What is told of a row has no holes: nothing stands in brackets that were to be filled, and no sentence breaks off. */

import { expect, test } from "vitest";
import { acronymRows } from "../../server/src/vocabulary/acronyms.ts";
import { captionRows } from "../../server/src/vocabulary/captions.ts";
import { explain } from "../../server/src/vocabulary/explain.ts";
import { officeRows } from "../../server/src/vocabulary/offices.ts";
import { renderExplanationText } from "../../server/src/vocabulary/render.ts";

/** `()`, `(passed to by )`, `( …`, two stops, a value that is none. */
const HOLE = /\(\s*\)|\s\)|\(\s|,\s*[.,]|(?<!\.)\.\.(?!\.)|\b(?:undefined|null|NaN)\b|\[object/;

const CODES: Readonly<Record<string, readonly string[]>> = {
  acronyms: acronymRows().map(({ abbr }) => abbr),
  captions: captionRows().map(({ code }) => code),
  offices: officeRows().map(({ symbol }) => symbol),
};

test.each(Object.entries(CODES))("%s", (_, codes) => {
  expect(codes.length).toBeGreaterThan(20);
  const told = codes.flatMap((code) => explain(code).map((one) => renderExplanationText(one)));
  expect(told.length).toBeGreaterThanOrEqual(codes.length / 2);
  expect(told.flatMap((text) => text.split("\n").filter((line) => HOLE.test(line)))).toEqual([]);
});
