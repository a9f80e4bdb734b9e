/** What holds for every reader of values and any text: none throws, none reads outside it, none takes long. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAddressees, readSmartAddressees } from "../../../server/src/cable/values/addressees.ts";
import { isCaptionLine, isPassingLine, readCaptions } from "../../../server/src/cable/values/captions.ts";
import { readClassificationLine, readMarking } from "../../../server/src/cable/values/classification-line.ts";
import { readClassifiedBy } from "../../../server/src/cable/values/classified-by.ts";
import { looksLikeDateTimeGroupLine, readDateTimeGroup } from "../../../server/src/cable/values/date-time-group.ts";
import { readExecutiveOrder } from "../../../server/src/cable/values/executive-order.ts";
import { portionLevel, readPortionMark } from "../../../server/src/cable/values/portion-mark.ts";
import { readSubject } from "../../../server/src/cable/values/subject.ts";
import { readTags } from "../../../server/src/cable/values/tags-line.ts";
import {
  readRoutingLine,
  readSecurityLine,
  readStationLine,
  readTransmissionId,
} from "../../../server/src/cable/values/transmission.ts";
import type { JoinedText } from "../../../server/src/text/joined-text.ts";
import { joined } from "./joined.ts";

const READERS: Readonly<Record<string, (value: JoinedText) => unknown>> = {
  readAddressees,
  readSmartAddressees,
  readCaptions,
  readClassificationLine,
  readClassifiedBy,
  readDateTimeGroup,
  readExecutiveOrder,
  readSubject,
  readTags,
  readRoutingLine,
  readSecurityLine,
  readStationLine,
  readTransmissionId,
};

/** What values are made of, so that arbitrary texts come near to real ones. */
const PIECES = [
  ..."UNCLAS|S E C R E T|CONFIDENTIAL|SECTION 01 OF 03|SHANGHAI 000374|LA PAZ|SIPDIS|NOFORN|C O R R E C T E D|COPY|".split(
    "|",
  ),
  ..."R 280903Z AUG 09|P R|VZCZCXRO3238|RR RUEHCN|DE RUEHGH #0374/01|2400903|ZNR UUUUU|ZEN/|RUEHC/SECSTATE|".split("|"),
  ..."WASHDC|PRIORITY|NIACT IMMEDIATE|8243|//J-3//|COLLECTIVE|12958:|DECL:|12/31/2019|N/A|GDS|PGOV|OVIP (DOE,".split(
    "|",
  ),
  ..."JANE)|PGOVPREL|SUBJECT:|REF:|(C)|(S//NF)|(|)|Ambassador|John Roe|for reasons|1.4|(b)|and (d)|B/D|REAS\nONS|¶1.".split(
    "|",
  ),
  ...["\n", " ", "  ", "\t", ",", ";", ".", ":", "/", "-", "#", "0", "O", "l", "é", "\u{1F600}", "\r\n"],
];

const nearlyReal = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ", "\n")), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(""));
const anyText = fc.oneof(nearlyReal, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 80 }));

interface SpanLike {
  readonly start: number;
  readonly end: number;
}

function isSpan(thing: object): thing is SpanLike {
  return "start" in thing && "end" in thing && typeof thing.start === "number" && typeof thing.end === "number";
}

/** Every span in a result, however deep. */
function spansIn(thing: unknown): readonly SpanLike[] {
  if (thing === null || typeof thing !== "object") return [];
  if (isSpan(thing)) return [thing];
  return Object.values(thing).flatMap(spansIn);
}

describe("any text", () => {
  test.each(Object.entries(READERS))("%s neither throws nor reads outside it", (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = read(joined(text));
        for (const { start, end } of spansIn(result)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        if (result !== null && typeof result === "object" && "end" in result) {
          expect(result.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the quick tests and the marks do not throw", () => {
    fc.assert(
      fc.property(anyText, fc.nat(90), (text, at) => {
        isCaptionLine(text);
        isPassingLine(text);
        readMarking(text);
        portionLevel(text);
        looksLikeDateTimeGroupLine(text, at);
        const mark = readPortionMark(text, at);
        if (mark === null) return;
        expect(mark.start).toBe(at);
        expect(mark.end).toBeLessThanOrEqual(text.length);
        expect(portionLevel(mark.value)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test("a date-time group that is read also looks like one", () => {
    fc.assert(
      fc.property(nearlyReal, (text) => {
        const line = readDateTimeGroup(joined(text));
        if (line === null || text.includes("/")) return;
        expect(looksLikeDateTimeGroupLine(text)).toBe(true);
      }),
    );
  });
});
