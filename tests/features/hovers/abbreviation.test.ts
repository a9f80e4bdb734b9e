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
