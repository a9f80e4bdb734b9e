/** Hovers on the values of an archive's attributes that are codes of other kinds: captions, classifications, stations, offices. */

import type { Located } from "../../text/span.ts";
import type { CableDate } from "../../vocabulary/date.ts";
import { explainCaption, explainClassification, explainOffice } from "../../vocabulary/explain.ts";
import { certaintyOf, type Explanation } from "../../vocabulary/explanation.ts";
import { defaultHeaderKeys } from "../../vocabulary/header-keys.ts";
import { OPENING } from "../../vocabulary/render.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { explainKnownStation } from "./support/station.ts";
import { spannedAt, wordAt } from "./support/words.ts";

type Reader = (value: string, vocabulary: Vocabulary, date: CableDate | null) => Explanation | undefined;

const asCaption: Reader = (value, { captions }) => {
  const found = captions.find(value);
  return found === undefined ? undefined : explainCaption(found);
};

const asClassification: Reader = (value, { classifications }) => {
  const found = classifications.find(value);
  return found === undefined ? undefined : explainClassification(found);
};

const asStation: Reader = (value, { stations }, date) => {
  const found = stations.find(value);
  return found === undefined ? undefined : explainKnownStation(found, date);
};

const asOffice: Reader = (value, { offices }, date) => {
  const found = offices.find(value, date);
  return found?.title == null ? undefined : explainOffice(found);
};

/** By the attribute's name: whether the value is one code or words that are each a code, and of what kind. */
const READERS: readonly { readonly name: RegExp; readonly eachWord: boolean; readonly read: Reader }[] = [
  {
    name: /Handling Restrictions$|^Channel Indicators$|^Previous Channel Indicators$/,
    eachWord: true,
    read: asCaption,
  },
  { name: /Classification$/, eachWord: false, read: asClassification },
  { name: /^(?:From|To)$/, eachWord: false, read: asStation },
  { name: /^Office$/, eachWord: true, read: asOffice },
];

export const attributeValue: HoverProvider = {
  kind: "attribute-value",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const values = tree.header.attributes.map(({ name, value }) => ({ name, ...value }));
    const found = spannedAt(values, offset);
    const reader = found === undefined ? undefined : READERS.find(({ name }) => name.test(found.name));
    if (found === undefined) return null;
    const listed = listedValue(found.name, found.value);
    if (listed !== undefined) return { span: found.span, parts: [listed] };
    const film = filmNumber(found.name, found.value);
    if (film !== undefined) return { span: found.span, parts: [film] };
    if (reader === undefined) return null;
    const code: Located<string> | null = reader.eachWord
      ? wordAt(tree.lines.text, offset, /[A-Za-z/]/, found.span)
      : found;
    const explanation = code === null ? undefined : reader.read(code.value, vocabulary, date);
    return code === null || explanation === undefined ? null : { span: code.span, parts: [explanation] };
  },
};

/** `D740012-0345` is year, roll and frame of the microfilm; undefined for another form. */
function filmNumber(name: string, value: string): HoverPart | undefined {
  const [, reel, year, roll, frame] = /^([DP])(\d\d)(\d{4})-(\d{4})$/.exec(value.trim()) ?? [];
  if (!/^Film Number$/i.test(name) || frame === undefined) return undefined;
  return {
    kind: "statement",
    subject: value.trim(),
    what: "value of Film Number",
    lines: [
      `${reel === "P" ? "Printout" : "Telegram"} on the microfilm of 19${year}, roll ${Number(roll)}, frame ${Number(frame)}.`,
    ],
    sources: ["telegrams of 1974 and 1979", "NARA RG 59 FAQ"],
  };
}

/** A code that the table of attributes lists among their values: `GS` of `Executive Order`. */
function listedValue(name: string, value: string): HoverPart | undefined {
  const key = defaultHeaderKeys().find(name, "archive");
  const listed = key?.values.find((one) => one.value === value.trim().toUpperCase());
  if (key === undefined || listed === undefined) return undefined;
  const opening = OPENING[certaintyOf(listed.source, listed.confidence ?? "high")];
  return {
    kind: "statement",
    subject: listed.value,
    what: `value of ${key.code}`,
    lines: [`${opening}${listed.meaning}`],
    sources: [listed.source],
  };
}
