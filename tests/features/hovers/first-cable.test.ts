/** What the first cable must answer, code by code, each with the words that make the answer right. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hoverAnswerAt, hoverAt, hoverContext } from "../../../server/src/features/hover.ts";
import { renderPlain } from "../../../server/src/features/hovers/support/render.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";

const NAME = "09SHANGHAI374.txt";
const read = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"),
});
const cable = read(NAME);
const workspace = new MemoryWorkspace([cable, read("09SHANGHAI66.cable"), read("residency-pilot-notes.txt")]);
const { tree } = workspace.document(NAME);
const context = hoverContext(tree, defaultVocabulary, () => null);

/** The offset of the `|` in a stretch of the cable, which stands there once. */
function offsetOf(stretch: string): number {
  const printed = stretch.replace("|", "");
  const at = cable.text.indexOf(printed);
  if (at < 0 || cable.text.indexOf(printed, at + 1) >= 0) throw new Error(`not once in the cable: ${printed}`);
  return at + stretch.indexOf("|");
}

test.each<readonly [where: string, explained: string, ...words: string[]]>([
  ["RR RUEHCN |RUEHGH", "RUEHGH", "AMCONSUL SHANGHAI"],
  ["TO RUEHC/SEC|STATE", "RUEHC/SECSTATE WASHDC 8243", "action addressee", "Department of State, Washington", "8243"],
  ["[P|GOV]", "PGOV", "Internal Governmental Affairs"],
  ["[C|H]", "CH", "China (list of 2003–10)", "Switzerland (list of 2024)"],
  ["SIP|DIS", "SIPDIS", "SIPRNet distribution"],
  ["1. (S|BU) Summary", "(SBU)", "Sensitive but unclassified"],
  ["|RR RUEHCN", "RR", "ROUTINE"],
  ["|R 280903Z", "R", "ROUTINE"],
  [
    "R 2809|03Z AUG 09",
    "280903Z AUG 09",
    "Friday, 28 August 2009, 09:03 UTC",
    "Shanghai: Friday, 28 August 2009, 17:03 (UTC+8)",
    "Washington: Friday, 28 August 2009, 05:03 (EDT, UTC-4)",
  ],
  ["Z|NR UUUUU ZZH", "ZNR UUUUU ZZH", "ZNR: This message may be forwarded", "UUUUU: Unclassified", "ZZH:"],
  ["VZCZC|XRO3238", "VZCZCXRO3238", "Channel XRO, transmission number 3238"],
  [
    "#0374|/01 2400903",
    "#0374/01 2400903",
    "end of the message number 374",
    "transmission section 1 of 3",
    "day 240 of 2009, Friday 28 August 2009, at 09:03 UTC",
  ],
  [
    "E.O. 129|58",
    "E.O. 12958: N/A",
    "Classified National Security Information",
    "in force from 14 October 1995",
    "Not classified",
  ],
  ["FOR EAP|/CM", "EAP/CM", "Office of Chinese and Mongolian Affairs"],
  ["(|Refs A and B)", "Refs A and B", "A: 09SHANGHAI66", "B: 09SHANGHAI57"],
  ["(Refs |A and B)", "A", "09SHANGHAI66: reference A"],
  ["(Refs A and |B)", "B", "09SHANGHAI57: reference B"],
  ["REF: A. (A) SHANG|HAI 66", "SHANGHAI 66", "09SHANGHAI66", "AMCONSUL SHANGHAI, China", "No year is printed"],
  ["UNCLAS SECTION 01 OF 03 SHANGHAI 000|374", "SHANGHAI 000374", "09SHANGHAI374"],
])("at %s it explains %s", (where, explained, ...words) => {
  const answer = hoverAnswerAt(context, offsetOf(where));
  expect(answer && cable.text.slice(answer.span.start, answer.span.end)).toContain(explained);
  const told = answer === null ? "" : renderPlain(answer.parts);
  for (const word of words) expect(told).toContain(word);
});

test.each([
  [
    "RUEHC/DEPT OF |LABOR",
    "DEPT OF LABOR WASHINGTON DC: information addressee",
    "RUEHC: routing indicator",
    "SECSTATE WASHDC",
  ],
  [
    "|RHEHAAA/NSC",
    "NSC WASHINGTON DC: information addressee",
    "RHEHAAA: routing indicator",
    "NATIONAL SECURITY COUNCIL",
  ],
])("at %s the addressee comes first, then whose the indicator is", (where, addressee, indicator, station) => {
  const answer = hoverAnswerAt(context, offsetOf(where));
  const told = answer === null ? "" : renderPlain(answer.parts);
  expect(told.startsWith(addressee)).toBe(true);
  expect(told.indexOf(indicator)).toBeGreaterThan(0);
  expect(told.indexOf(station, told.indexOf(indicator))).toBeGreaterThan(0);
});

test("a mention tells the subjects of the cables that the workspace has", async () => {
  const found = await hoverAt(workspace.document(NAME), offsetOf("(|Refs A and B)"), {
    vocabulary: defaultVocabulary,
    workspace,
    isIndexing: false,
  });
  const subjects = ["09SHANGHAI66.cable", "residency-pilot-notes.txt"].map(
    (name) => workspace.document(name).tree.header.subject?.value ?? "no subject",
  );
  for (const subject of subjects) expect(found?.plain).toContain(subject);
});

test("prose says nothing", () => {
  expect(hoverAnswerAt(context, offsetOf("arguably China's most pop|ular"))).toBeNull();
});
