/** Hovers on the values of an archive's attributes that are codes of other kinds: captions, classifications, stations, offices. */

import type { Located } from "../../text/span.ts";
import { explainCaption, explainClassification, explainOffice } from "../../vocabulary/explain.ts";
import type { Explanation } from "../../vocabulary/explanation.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { HoverProvider } from "./hover.ts";
import { explainKnownStation } from "./support/station.ts";
import { spannedAt, wordAt } from "./support/words.ts";

type Reader = (value: string, vocabulary: Vocabulary) => Explanation | undefined;

const asCaption: Reader = (value, { captions }) => {
  const found = captions.find(value);
  return found === undefined ? undefined : explainCaption(found);
};

const asClassification: Reader = (value, { classifications }) => {
  const found = classifications.find(value);
  return found === undefined ? undefined : explainClassification(found);
};

const asStation: Reader = (value, { stations }) => {
  const found = stations.find(value);
  return found === undefined ? undefined : explainKnownStation(found);
};

const asOffice: Reader = (value, { offices }) => {
  const found = offices.find(value);
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
  at({ tree, vocabulary }, offset) {
    const values = tree.header.attributes.map(({ name, value }) => ({ name, ...value }));
    const found = spannedAt(values, offset);
    const reader = found === undefined ? undefined : READERS.find(({ name }) => name.test(found.name));
    if (found === undefined || reader === undefined) return null;
    const code: Located<string> | null = reader.eachWord
      ? wordAt(tree.lines.text, offset, /[A-Za-z/]/, found.span)
      : found;
    const explanation = code === null ? undefined : reader.read(code.value, vocabulary);
    return code === null || explanation === undefined ? null : { span: code.span, parts: [explanation] };
  },
};
