/** Two invented cables of which one cites the other. */

/** Cites CITED as Ref A, and as Ref B a cable that is nowhere. */
export const CITING = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

TAGS: PGOV, EWWT
SUBJECT: PORT TALKS
REF: A. TALLINN 99066
     B. VILNIUS 99001

1. (U) See Ref A and ref B.
`;

/** What Ref A of CITING is. */
export const CITED = CITING.replace("AUG", "JUL")
  .replace("RIGA 099012", "TALLINN 099066")
  .replace("PORT TALKS", "HARBOR FEES")
  .replace(/REF:[\s\S]*?\n\n/, "\n")
  .replace(/See.*/, "Text.");
