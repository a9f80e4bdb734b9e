/** DoD general administrative messages: sets that begin with a name and a stroke and end with two (MIL-STD-6040). */

import { byKeyword, type Form } from "./form.ts";

export const genadmin: Form = {
  name: "genadmin",
  openings: [
    byKeyword("messageId", "M", /MSGID\//iy),
    byKeyword("setSubject", "S", /SUBJ\//iy),
    byKeyword("setReference", "R", /REF\/(?=[A-Z]\/)/iy),
    byKeyword("setAmplification", "AN", /(?:AMPN|NARR)\//iy),
    byKeyword("setRemarks", "RG", /(?:RMKS|GENTEXT\/[A-Z ]{2,30})\//iy),
    byKeyword("setOther", "ADKOPT", /(?:POC|OPER|EXER|DECL|KWORD|TIMEZONE|PERID|AKNLDG|DOWNGRADE)\//iy, {
      onlyInHeader: true,
    }),
  ],
  recognise: (signs) => (signs.has("messageId") || (signs.has("setSubject") && signs.has("setRemarks")) ? 6 : 0),
};
