/** Who keeps the cables of which years, and how they are asked for them: data, to be changed here. */

/** An archive and the letter to it. */
export interface Archive {
  /** As a heading says it. */
  readonly name: string;
  /** Years of its telegrams, both included. */
  readonly from: number;
  readonly to: number;
  /** The letter; `{list}` is the list of cables, a line each, `{count}` how many they are. */
  readonly letter: string;
}

export const ARCHIVES: readonly Archive[] = [
  {
    name: "National Archives (before 1973)",
    from: 1900,
    to: 1972,
    letter: `National Archives at College Park, Textual Reference

Subject: RG 59, telegrams before 1973

I am looking for the following {count} in Record Group 59, General Records of the Department of State. Please tell me in which central
file or subject-numeric file they are kept, whether they are open, and how copies can be ordered.

{list}
`,
  },
  {
    name: "National Archives (1973–79)",
    from: 1973,
    to: 1979,
    letter: `National Archives at College Park, Electronic Records Reference

Subject: RG 59, Central Foreign Policy Files, 1973-79

I am looking for the following {count} in the Central Foreign Policy Files, Record Group 59, General Records of the Department of
State, and did not find them in Access to Archival Databases. Please tell me whether they are kept as electronic telegrams, on D-reel microfilm or as
P-reel printouts, or were withdrawn. For any that was withdrawn, please take this as a request for review under the Freedom of Information
Act, 5 U.S.C. 552.

{list}
`,
  },
  {
    name: "Department of State (FOIA)",
    from: 1980,
    to: 2099,
    letter: `U.S. Department of State, Office of Information Programs and Services (FOIA)

Subject: Freedom of Information Act request

Under the Freedom of Information Act, 5 U.S.C. 552, I request copies of the following {count}, each identified by its message
reference number (year, originating post, serial). I ask for all reasonably segregable portions. Please tell me before you process this request if the fees
will be more than $25.

{list}
`,
  },
];
