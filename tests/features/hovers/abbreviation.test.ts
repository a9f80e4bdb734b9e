/** Abbreviations are told as typed; plain words typed in capitals are not. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("an abbreviation", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The D$0CM met fishermen.
`),
  ).toMatchInlineSnapshot(`
    "[[DCM]]

    **DCM** · abbreviation

    Deputy chief of mission

    *Source: …*"
  `);
});

test("a plural", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) Three NG$0Os met fishermen.
`),
  ).toMatchInlineSnapshot(`
    "[[NGOs]]

    **NGO** · abbreviation

    Non-governmental organization

    *Source: …*"
  `);
});

test("cable shorthand in any case", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) Pol$0Off met fishermen.
`),
  ).toMatchInlineSnapshot(`
    "[[PolOff]]

    **POLOFF** · abbreviation, cable shorthand

    Political officer

    *Source: …*"
  `);
});

test("a word in small letters says nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) Those wh$0o fish need aid.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("a word in capitals says nothing where all is in capitals", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) THOSE WH$0O FISH NEED AID.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("the same letters in mixed text are the abbreviation", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The W$0HO met fishermen.
`),
  ).toMatchInlineSnapshot(`
    "[[WHO]]

    **WHO** · abbreviation

    World Health Organization

    Note: In passages typed in capitals mostly the word who.

    *Source: …*"
  `);
});

test("an abbreviation that is no word, where all is in capitals", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) THE D$0CM MET FISHERMEN.
`),
  ).toMatchInlineSnapshot(`
    "[[DCM]]

    **DCM** · abbreviation

    Deputy chief of mission

    *Source: …*"
  `);
});

test("a part of a compound", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The EU-AS$0EAN talks ended.
`),
  ).toMatchInlineSnapshot(`
    "[[ASEAN]]

    **ASEAN** · abbreviation

    Association of Southeast Asian Nations

    *Source: …*"
  `);
});

test("a caption", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) This is NO$0FORN.
`),
  ).toMatchInlineSnapshot(`
    "[[NOFORN]]

    **NOFORN** · abbreviation

    Not releasable to foreign nationals

    *Source: …*"
  `);
});

test("an office", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) Please tell EAP/$0CM.
`),
  ).toMatchInlineSnapshot(`
    "[[EAP/CM]]

    **EAP/CM** · office symbol

    Office of Chinese and Mongolian Affairs, Bureau of East Asian and Pacific Affairs (EAP)

    *Source: …*"
  `);
});

test("in the subject", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: ASE$0AN HARBORS

1. (U) Text.
`),
  ).toMatchInlineSnapshot(`
    "[[ASEAN]]

    **ASEAN** · abbreviation

    Association of Southeast Asian Nations

    *Source: …*"
  `);
});

test("a verb that looks like a government's abbreviation says nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The harbor go$0es quiet.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("the same letters in capitals amid small ones are the government", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The G$0OE wrote.
`),
  ).toMatchInlineSnapshot(`
    "[[GOE]]

    **GOE** · abbreviation, cable shorthand

    Government of the country in hand: Egypt, Estonia, Eritrea, Ecuador or another

    *Source: …*"
  `);
});

test("an S in capitals makes no plural amid small letters", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The US$0GS map.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("a plural where all is in capitals", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) THE NG$0OS MET.
`),
  ).toMatchInlineSnapshot(`
    "[[NGOS]]

    **NGO** · abbreviation

    Non-governmental organization

    *Source: …*"
  `);
});

test("the government that the sender writes of", async () => {
  expect(
    await hover(`
R 281200Z OCT 08
FM AMEMBASSY BRASILIA
TO RUEHC/SECSTATE WASHDC 2716
UNCLAS BRASILIA 099396

E.O. 12958: N/A
TAGS: BR
SUBJECT: HARBOR

1. THE GO$0B MET.
`),
  ).toMatchInlineSnapshot(`
    "[[GOB]]

    **GOB** · a government

    Likely the government of Brazil, where the sender is.

    ---

    **GOB** · abbreviation, cable shorthand

    Government of the country in hand: Brazil, Bolivia, Burma, Botswana, Bulgaria or another

    *Source: …*"
  `);
});

/** A cable from that post on those TAGS. */
const cableFrom = (post: string, tags: string, text: string): string => `
R 280903Z AUG 09
FM AMEMBASSY ${post}
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS ${post} 000374

E.O. 12958: N/A
TAGS: ${tags}
SUBJECT: Harbor

1. (U) ${text}
`;

test.each([
  ["BOGOTA", "PGOV, CO", "The DA$0S met fishermen.", "Administrative Department of Security"],
  ["PARIS", "PGOV, FR", "The DA$0S met fishermen.", "Deputy Assistant Secretary"],
  ["ALGIERS", "PGOV, AG", "The AN$0P met fishermen.", "Armee Nationale Populaire"],
  ["KABUL", "PGOV, AF", "The AN$0P met fishermen.", "Afghan National Police"],
  ["MADRID", "PGOV, SP", "The P$0P met fishermen.", "Partido Popular"],
  ["LONDON", "PGOV, UK", "The SN$0P met fishermen.", "Scottish National Party"],
  ["MADRID", "PGOV, SP", "The SN$0P met fishermen.", "Spanish National Police"],
  ["PRETORIA", "PGOV, SF", "The SA$0G met fishermen.", "South African Government"],
  ["LA PAZ", "PGOV, BL", "The FS$0B met fishermen.", "Falange Socialista Boliviana"],
  ["PARIS", "PGOV, FR", "The Char$0ge met fishermen.", "Charge d'affaires"],
  ["PARIS", "PGOV, FR", "Po$0st requests guidance.", "This embassy, consulate or mission"],
  ["PARIS", "PGOV, FR", "The SecD$0ef met fishermen.", "Secretary of Defense"],
  ["PARIS", "PGOV, FR", "The PermR$0ep met fishermen.", "Permanent representative"],
  ["PARIS", "PGOV, FR", "Our NE$0A colleagues met fishermen.", "Bureau of Near Eastern Affairs"],
  ["PARIS", "PGOV, FR", "This answers FPO$0L-4H and others.", "National Intelligence Priorities Framework"],
  ["PARIS", "PGOV, FR", "Senator Doe (R-O$0H) met fishermen.", "Party and state of a member of Congress"],
])("from %s on %s: %s", async (post, tags, text, meaning) => {
  expect(await hover(cableFrom(post, tags, text))).toContain(meaning);
});

test.each([
  ["PARIS", "PGOV, FR", "The P$0P met fishermen."],
  ["OTTAWA", "PGOV, CA", "The SN$0P met fishermen."],
  ["PARIS", "PGOV, FR", "The Washington Po$0st wrote of it."],
  ["PARIS", "PGOV, FR", "Char$0ge the fishermen a fee."],
  ["PARIS", "PGOV, FR", "Article I$0V says so."],
  ["PARIS", "PGOV, FR", "THE GOOD FOR U$0S ALL IS PLAIN."],
  ["PARIS", "PGOV, FR", "The TREASU$0RY of the chapel is old."],
])("nothing from %s on %s: %s", async (post, tags, text) => {
  expect(await hover(cableFrom(post, tags, text))).toBe("nothing");
});
