/** Hovers that were once wrong, or missing, when a careful reader went through them: each says what is right now. */

import { describe, expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

/** A cable of 2009 from a post, with the cursor in a place of its lines. */
function cable(
  station: string,
  lines: { readonly info?: string; readonly passing?: string; readonly tags?: string; readonly text?: string },
): string {
  return `
R 280903Z AUG 09
FM AMEMBASSY ${station}
TO RUEHC/SECSTATE WASHDC 8243
${lines.info === undefined ? "" : `INFO ${lines.info}\n`}UNCLAS ${station} 000374

${lines.passing ?? ""}
E.O. 12958: N/A
TAGS: ${lines.tags ?? "PGOV"}
SUBJECT: HARBOR

1. (U) ${lines.text ?? "Text."}
`;
}

describe("an abbreviation means what its sender means", () => {
  test.each([
    ["BOGOTA", "The D$0AS met us.", "Administrative Department of Security"],
    ["ALGIERS", "The A$0NP met us.", "Armee Nationale Populaire"],
    ["PRETORIA", "The S$0AG met us.", "South African Government"],
    ["MOSCOW", "The P$0A met us.", "Presidential Administration"],
  ])("%s: %s", async (station, text, meaning) => {
    const shown = await hover(cable(station, { text }));
    expect(shown.split("\n")[4]).toContain(meaning);
    // What only cables tell is not told as a document's word.
    expect(shown).toContain("Likely: ");
  });

  test.each(["Article I$0V applies.", "The GO$0RM fell.", "The Washington Po$0st wrote.", "P$0P and others came."])(
    "nothing: %s",
    async (text) => {
      expect(await hover(cable("OTTAWA", { text }))).toBe("nothing");
    },
  );

  test.each([
    ["Sec$0Def came.", "Secretary of Defense"],
    ["The Perm$0Rep came.", "Permanent representative"],
    ["The U$0.S. and others came.", "United States"],
    ["The U.$0K was there.", "United Kingdom"],
    ["N$0EA was told.", "Bureau of Near Eastern Affairs"],
    ["W$0HA was told.", "Bureau of Western Hemisphere Affairs"],
    ["O$0SCE was told.", "Organization for Security and Cooperation in Europe"],
  ])("%s", async (text, meaning) => {
    expect(await hover(cable("OTTAWA", { text }))).toContain(meaning);
  });
});

test.each([
  ["NA$0TO", "North Atlantic Treaty Organization"],
  ["UN$0SC", "UN Security Council"],
  ["PS$0I", "Proliferation Security Initiative"],
])("the TAG %s holds in 2009", async (tags, title) => {
  const shown = await hover(cable("OTTAWA", { tags: `PGOV, ${tags}` }));
  expect(shown).toMatch(new RegExp(`${title} \\(lists? of (?:1974 and )?2003–10\\)`));
});

test.each([
  ["RHEHNSC/N$0SC WASHDC", "National Security Council"],
  ["RUEAIIA/C$0IA WASHINGTON DC", "Central Intelligence Agency"],
  ["RUEKJCS/JOINT ST$0AFF WASHDC", "Joint Staff"],
  ["RUEKDIA/D$0IA WASHDC", "Defense Intelligence Agency"],
  ["RHMFISS/HQ USEU$0COM VAIHINGEN GE", "Headquarters of the United States European Command"],
  ["RUCNMEM/EU MEM$0BER STATES COLLECTIVE", "Members (27): Austria; Belgium; Bulgaria; "],
  ["RUEHZL/EUROPEAN POL$0ITICAL COLLECTIVE", "No document that says who is in it was found."],
])("the addressee %s", async (info, meaning) => {
  expect((await hover(cable("OTTAWA", { info }))).replaceAll("\\", "")).toContain(meaning);
});

/** A telegram of the archive, with the cursor in one of its lines. */
function telegram(marked: Readonly<Record<string, string>>): string {
  const line = (printed: string): string => marked[printed] ?? printed;
  return `
                     ${line("Declassified/Released US Department of State EO Systematic Review 30 JUN 2005")}

${line("PAGE 01")}        TAIPEI 99234 281317Z

43
ACTION ${line("EA-10")}

INFO  OCT-01  ISO-00  ${line("SSE-00")}  /011 W
${line("---------------------")} 025739
R 281200Z JAN 74
FM AMEMBASSY ${line("TAIPEI")}
TO SECSTATE WASHDC 9234
INFO AMEMBASSY ${line("KINSHASA")}
UNCLAS TAIPEI 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
DOE

NNNN

                             ${line("Message Attributes")}
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Document Number: 1974TAIPEI99234
Film Number: ${line("D740169-9920")}
From: TAIPEI
Locator: ${line("TEXT ON-LINE")}
Review Action: ${line("RELEASED, APPROVED")}
TAGS: PFOR, TW
To: STATE
Type: ${line("TE")}
`;
}

describe("a telegram of 1974", () => {
  test.each([
    ["TAIPEI", "Republic of China (Taiwan)"],
    ["KINSHASA", "Embassy, Zaire."],
    ["SSE-00", "SS by wire"],
    ["PAGE 01", "the first page of the print"],
    ["---------------------", "Perhaps: the number of the copy"],
    ["Message Attributes", "put behind it for the release"],
    ["Declassified/Released US Department of State EO Systematic Review 30 JUN 2005", "the stamp is of 30 JUN 2005"],
    ["D740169-9920", "microfilm of 1974, roll 169, frame 9920"],
    ["TEXT ON-LINE", "The text is in the record"],
    ["RELEASED, APPROVED", "the release was approved"],
    ["TE", "Likely: Telegram"],
  ])("%s", async (printed, meaning) => {
    const shown = await hover(telegram({ [printed]: `${printed.slice(0, 1)}$0${printed.slice(1)}` }));
    expect(shown.replaceAll("\\", "")).toContain(meaning);
    expect(shown).not.toContain("are known");
  });
});
