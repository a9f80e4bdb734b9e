/** Prints of the messaging system used since 2009; older cables are reprinted in the same wrapper. */

import { readSmartTrailer } from "../trailers/smart-trailer.ts";
import { byKeyword, type Form } from "./form.ts";

export const smart: Form = {
  name: "smart",
  hasHeadAlone: true,
  openings: [
    byKeyword("mrn", "MR", /MRN[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartDate", "DA", /Date ?\/ ?DTG[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartFrom", "FR", /From[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartAction", "AC", /Action[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartInfo", "IN", /Info[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("exempt", "XM", /XMT[ \t]{0,3}:[ \t]{0,40}/y),
    byKeyword("smartCaptions", "CA", /Captions?[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword("smartPass", "PA", /Pass Lines?[ \t]{0,3}:[ \t]{0,40}/iy),
    byKeyword(
      "attribute",
      "DR CL AP RE DI SI SE",
      /(?:Drafted By|Cleared By|Approved By|Released By|Dissemination Rule|Signature|Sensitivity|Classification)[ \t]{0,3}:[ \t]{0,40}/y,
    ),
  ],
  readTrailer: readSmartTrailer,
  recognise: (signs) => (signs.has("mrn") || signs.has("smartDate") ? 5 : 0),
};
