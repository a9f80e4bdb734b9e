/** Prints of the messaging system used since 2009; older cables are reprinted in the same wrapper. */

import { readSmartTrailer } from "../trailers/smart-trailer.ts";
import { byKeyword, type Form } from "./form.ts";

export const smart: Form = {
  name: "smart",
  openings: [
    byKeyword("mrn", "M", /MRN[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartDate", "D", /Date ?\/ ?DTG[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartFrom", "F", /From[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartAction", "A", /Action[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartInfo", "I", /Info[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("exempt", "X", /XMT[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartCaptions", "C", /Captions?[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartPass", "P", /Pass Lines?[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword(
      "attribute",
      "DCARS",
      /(?:Drafted By|Cleared By|Approved By|Released By|Dissemination Rule|Signature|Sensitivity|Classification)[ \t]{0,3}:[ \t]{0,40}/y,
    ),
  ],
  readTrailer: readSmartTrailer,
  recognise: (signs) => (signs.has("mrn") || signs.has("smartDate") ? 5 : 0),
};
