/** The figures of the station line are told part by part, the day of the year as a date. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("serial, transmission section, day and time", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #$09374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SECTION 01 OF 03 SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[#9374/01 2400903]]

    **\\#9374/01 2400903** · station serial number and time of filing

    - 9374: the station's serial number, the end of the message number 99374
    - 01: transmission section 1 of 3
    - 2400903: filed on day 240 of 2009, Friday 28 August 2009, at 09:03 UTC

    ---

    **DE** · header line, format line 3 of ACP 127

    Calling station, serial number, filing time

    DE, the sending routing indicator, # and the station serial number, a page number after a stroke when the message has sections, then Julian day and hour-minute.

    Note: Serial equals the last four digits of the cable number in 1,104 of 1,109; Julian day equals the day of the date-time group in 1,114 of 1,121.

    *Source: …*"
  `);
});

test("without a transmission section, in a leap year", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #9374 06009$003
ZNR UUUUU ZZH
R 290903Z FEB 08
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[#9374 0600903]]

    **\\#9374 0600903** · station serial number and time of filing

    - 9374: the station's serial number, the end of the message number 99374
    - 0600903: filed on day 60 of 2008, Friday 29 February 2008, at 09:03 UTC

    ---

    **DE** · header line, format line 3 of ACP 127

    Calling station, serial number, filing time

    DE, the sending routing indicator, # and the station serial number, a page number after a stroke when the message has sections, then Julian day and hour-minute.

    Note: Serial equals the last four digits of the cable number in 1,104 of 1,109; Julian day equals the day of the date-time group in 1,114 of 1,121.

    *Source: …*"
  `);
});

test("filed on the other side of New Year", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #9374 00100$005
ZNR UUUUU ZZH
R 312358Z DEC 08
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[#9374 0010005]]

    **\\#9374 0010005** · station serial number and time of filing

    - 9374: the station's serial number, the end of the message number 99374
    - 0010005: filed on day 1 of 2009, Thursday 1 January 2009, at 00:05 UTC

    ---

    **DE** · header line, format line 3 of ACP 127

    Calling station, serial number, filing time

    DE, the sending routing indicator, # and the station serial number, a page number after a stroke when the message has sections, then Julian day and hour-minute.

    Note: Serial equals the last four digits of the cable number in 1,104 of 1,109; Julian day equals the day of the date-time group in 1,114 of 1,121.

    *Source: …*"
  `);
});

test("without a year the day stays a number", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #9374 24009$003
ZNR UUUUU ZZH
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC
`),
  ).toMatchInlineSnapshot(`
    "[[#9374 2400903]]

    **\\#9374 2400903** · station serial number and time of filing

    - 9374: the station's serial number
    - 2400903: filed on day 240 of the year at 09:03 UTC

    ---

    **DE** · header line, format line 3 of ACP 127

    Calling station, serial number, filing time

    DE, the sending routing indicator, # and the station serial number, a page number after a stroke when the message has sections, then Julian day and hour-minute.

    Note: Serial equals the last four digits of the cable number in 1,104 of 1,109; Julian day equals the day of the date-time group in 1,114 of 1,121.

    *Source: …*"
  `);
});
