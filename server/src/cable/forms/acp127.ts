/** ACP 127 messages of about 1980 to 2010, with the whole transmission header, a part of it, or none. */

import { looksLikeDateTimeGroupLine } from "../values/date-time-group.ts";
import { byKeyword, byLine, type Form } from "./form.ts";

export const acp127: Form = {
  name: "acp127",
  hasHeadAlone: true,
  openings: [
    byLine("transmissionId", "VZ ZC", /V?ZCZC[A-Z]{2,4}\d{3,4}\b/iy),
    byLine("routing", "ZZ OO PP RR YY", /(?:ZZ|OO|PP|RR|YY)[ \t]{1,3}R[A-Z]{3,7}\b/iy),
    byLine("stationLine", "DE", /DE[ \t]{1,3}R[A-Z]{3,7}\b/iy),
    byLine("security", "ZN", /ZN[RY][ \t]{1,3}[A-Z]{4,5}\b/iy),
    {
      key: "dtg",
      begins: "Z O P R Y DT FL NI IM 0 1 2 3 4 5 6 7 8 9",
      match: (text, at, end) => (end - at <= 120 && looksLikeDateTimeGroupLine(text.slice(at, end)) ? at : -1),
    },
    byKeyword("from", "FM", /FM[ \t]{1,9}(?=[A-Z])/y),
    byKeyword("from", "FM", /FM[ \t]{1,9}(?=[A-Z])/iy, { onlyInHeader: true }),
    byKeyword("to", "TO", /TO[ \t]{1,9}(?=R[A-Z]{4,7}\/|ZEN\/|SECSTATE|AM[A-Z]|US[A-Z])/y),
    byKeyword("to", "TO", /TO[ \t]{1,9}/iy, { onlyInHeader: true }),
    byKeyword("info", "IN", /INFO[ \t]{1,9}(?=R[A-Z]{4,7}\/|ZEN\/|SECSTATE|AMEMB|AMCON|USMI)/y),
    byKeyword("info", "IN", /INFO[ \t]{1,9}/iy, { onlyInHeader: true }),
    byKeyword("exempt", "XM", /XMT(?:[ \t]{1,9}|\/)/iy, { onlyInHeader: true }),
    // Label and value on two lines, as reading machines put them.
    byKeyword("from", "FM", /FM[ \t]{0,9}:?[ \t\r]*$/imy, { onlyInHeader: true }),
    byKeyword("to", "TO", /TO[ \t]{0,9}:?[ \t\r]*$/imy, { onlyInHeader: true }),
    byKeyword("info", "IN", /INFO[ \t]{0,9}:?[ \t\r]*$/imy, { onlyInHeader: true }),
    byLine("break", "BT", /BT[ \t\r]*$/my),
  ],
  recognise: (signs) => {
    const transmission =
      (signs.get("transmissionId") ?? 0) +
      (signs.get("routing") ?? 0) +
      (signs.get("stationLine") ?? 0) +
      (signs.get("security") ?? 0) +
      (signs.get("dtg") ?? 0) +
      (signs.get("from") ?? 0);
    if (transmission > 0 || signs.has("classification")) return 2;
    // A draft without any header: its fields alone.
    return signs.has("subject") && (signs.has("executiveOrder") || signs.has("tags")) ? 1.5 : 0;
  },
};
