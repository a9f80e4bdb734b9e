/** The fields of the query language: their names, and what each takes, for messages, completions and the page about searching. */

import type { FieldName } from "./query-node.ts";

export interface FieldDescription {
  readonly name: FieldName;
  /** Other names it may be typed by. */
  readonly aliases: readonly string[];
  /** What is asked, in words that follow "cables". */
  readonly asks: string;
  readonly examples: readonly string[];
}

export const QUERY_FIELDS: readonly FieldDescription[] = [
  {
    name: "from",
    aliases: ["station"],
    asks: "of a station, or of all stations of a country",
    examples: ["from:brasilia", 'from:"buenos aires"', "from:brazil"],
  },
  { name: "to", aliases: [], asks: "with an action addressee", examples: ["to:secstate", 'to:"mexico"'] },
  { name: "info", aliases: ["cc"], asks: "with an information addressee", examples: ["info:paris"] },
  {
    name: "tag",
    aliases: ["tags"],
    asks: "with a TAG, by its code or its meaning",
    examples: ["tag:ENRG", "tag:energy", 'tag:"human rights"'],
  },
  { name: "year", aliases: [], asks: "of a year, or of several", examples: ["year:2009", "year:1973..1979"] },
  {
    name: "sent",
    aliases: ["date"],
    asks: "sent on a day, in a month or year, or between two of them",
    examples: ["sent:2009-05..2009-08", "sent:2009-05-28", "sent:..1979"],
  },
  {
    name: "class",
    aliases: ["classification"],
    asks: "of a classification; none for cables without one",
    examples: ["class:confidential", "class:s,ts", "class:none"],
  },
  { name: "caption", aliases: [], asks: "with a caption", examples: ["caption:NODIS", 'caption:"eyes only"'] },
  {
    name: "person",
    aliases: [],
    asks: "with a person on the TAGS line",
    examples: ["person:lula", 'person:"da silva"'],
  },
  { name: "mrn", aliases: ["number"], asks: "of a number", examples: ["mrn:09BRASILIA1540", "mrn:09BRASILIA*"] },
  { name: "cites", aliases: ["refs"], asks: "that cite a cable", examples: ["cites:09STATE63812"] },
  { name: "citedby", aliases: [], asks: "that a cable cites", examples: ["citedby:09BRASILIA1540"] },
  {
    name: "subject",
    aliases: ["title"],
    asks: "with words in the subject",
    examples: ["subject:ethanol", 'subject:"climate change"'],
  },
  { name: "signed", aliases: ["signature"], asks: "with a name in the signature", examples: ["signed:sobel"] },
  {
    name: "file",
    aliases: ["path"],
    asks: "in files whose path holds a text",
    examples: ["file:2009/", "file:*.cable"],
  },
];

const BY_NAME: ReadonlyMap<string, FieldDescription> = new Map(
  QUERY_FIELDS.flatMap((field) => [field.name, ...field.aliases].map((name) => [name, field] as const)),
);

/** The field of a name in small letters, or undefined. */
export function queryField(name: string): FieldDescription | undefined {
  return BY_NAME.get(name);
}

/** Every name that a field is typed by. */
export const FIELD_NAMES: readonly string[] = [...BY_NAME.keys()];
