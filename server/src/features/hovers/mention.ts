/** Hovers on mentions in the text: `Ref A`, `Refs A and B`, `reftel`, `septel`, `para 3`, an MRN in prose. */

import type { Mention, Paragraph } from "../../cable/tree.ts";
import { meantBy } from "../../corpus/meant-cable.ts";
import { explainAcronym } from "../../vocabulary/explain.ts";
import { entriesOfMention, entriesWithLabel } from "../labels.ts";
import { beginningOfText } from "../outline.ts";
import { type CableSymbol, paragraphsNumbered, symbolAt } from "../symbol-at.ts";
import type { HoverAnswer, HoverContext, HoverPart, HoverProvider } from "./hover.ts";
import { archiveLinks, cableLines, entryItem, entryParts } from "./support/citation.ts";
import { printable } from "./support/printable.ts";

/** The most of a paragraph that a hover shows, in characters. */
const LONGEST_PARAGRAPH = 300;

/** The most paragraphs or entries of one mention that are told. */
const MOST_TOLD = 12;

export const mention: HoverProvider = {
  kind: "mention",
  basis: "part",
  at(context, offset) {
    const object = symbolAt(context.tree, offset);
    return object !== null && "mention" in object ? mentionAnswer(object, context) : null;
  },
};

/** What is said of a mention, or of one label or number in it; null where nothing is known of it. */
export function mentionAnswer(
  object: Extract<CableSymbol, { readonly mention: Mention }>,
  context: HoverContext,
): HoverAnswer | null {
  const { mention: mentioned, span } = object;
  const { tree } = context;
  const answer = (parts: readonly HoverPart[]): HoverAnswer | null => (parts.length === 0 ? null : { span, parts });
  if (object.kind === "mentioned-label") {
    return answer(labelParts(mentioned, object.labels, context));
  }
  switch (mentioned.kind) {
    case "paragraph": {
      const numbers =
        object.kind === "mentioned-paragraph" ? object.numbers : mentioned.numbers.map(({ value }) => value);
      return answer(
        mentioned.external ? externalParts(mentioned, context) : paragraphParts(mentioned, numbers, context),
      );
    }
    case "septel":
      return answer(septelParts(mentioned, context));
    case "mrn":
      return answer(mrnParts(mentioned, context));
    case "label":
    case "reftel": {
      const entries = entriesOfMention(tree, mentioned);
      const [only, ...others] = entries;
      if (only === undefined) {
        return answer(
          labelParts(
            mentioned,
            mentioned.labels.map(({ value }) => value),
            context,
          ),
        );
      }
      if (others.length === 0) return answer(entryParts(only, context));
      return answer([
        {
          kind: "statement",
          subject: mentioned.text,
          what: `mention of ${entries.length} references`,
          lines: [],
          items: entries.slice(0, MOST_TOLD).map((entry) => entryItem(entry, context)),
          sources: ["the REF line of this cable"],
        },
      ]);
    }
  }
}

/** The entries of labels; a mention of a label that the REF line lacks says so. */
function labelParts(mentioned: Mention, labels: readonly string[], context: HoverContext): readonly HoverPart[] {
  const entries = labels.flatMap((label) => entriesWithLabel(context.tree, label));
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0) return entryParts(only, context);
  const missing = labels.filter((label) => entriesWithLabel(context.tree, label).length === 0);
  return [
    {
      kind: "statement",
      subject: mentioned.text,
      what: "mention",
      lines: entries.length > 0 ? [] : [nothingToPointAt(context, missing)],
      items: entries.slice(0, MOST_TOLD).map((entry) => entryItem(entry, context)),
      sources: entries.length > 0 ? ["the REF line of this cable"] : [],
    },
  ];
}

function nothingToPointAt({ tree }: HoverContext, labels: readonly string[]): string {
  if (tree.references.length === 0) return "This cable has no REF line.";
  return labels.length === 0 ? "The REF line has no such entry." : `The REF line has no entry ${labels.join(", ")}.`;
}

function septelParts({ text }: Mention, { vocabulary }: HoverContext): readonly HoverPart[] {
  const known = vocabulary.acronyms.find(text) ?? vocabulary.acronyms.find("SEPTEL");
  return known === undefined ? [] : [explainAcronym(known)];
}

function mrnParts(mentioned: Mention, context: HoverContext): readonly HoverPart[] {
  const [entry] = entriesOfMention(context.tree, mentioned);
  if (entry !== undefined) return entryParts(entry, context);
  const meant = meantBy(mentioned, context.tree, context.meaning);
  if (meant === null) return [];
  return [
    {
      kind: "statement",
      subject: meant.mrn,
      what: "message reference number (MRN)",
      lines: cableLines(mentioned, context),
      links: archiveLinks(meant.parts, context),
    },
  ];
}

/** `para 2 ref A`: a paragraph of a cited cable. */
function externalParts(mentioned: Mention, context: HoverContext): readonly HoverPart[] {
  const entries = entriesOfMention(context.tree, mentioned);
  const numbers = mentioned.numbers.map(({ value }) => value).join(", ");
  return [
    {
      kind: "statement",
      subject: mentioned.text,
      what: "paragraph of another document",
      lines:
        entries.length === 0
          ? [`Paragraph ${numbers} of a document other than this cable.`]
          : [`Paragraph ${numbers} of:`],
      items: entries.slice(0, MOST_TOLD).map((entry) => entryItem(entry, context)),
    },
  ];
}

function paragraphParts(mentioned: Mention, numbers: readonly number[], context: HoverContext): readonly HoverPart[] {
  const { tree } = context;
  const items = numbers.slice(0, MOST_TOLD).flatMap((number) => {
    const paragraphs = paragraphsNumbered(tree, number);
    return paragraphs.length === 0
      ? [`¶${number}: this cable has no such paragraph`]
      : paragraphs.map((paragraph) => beginningOf(paragraph, context));
  });
  return items.length === 0
    ? []
    : [
        {
          kind: "statement",
          subject: mentioned.text,
          what: items.length === 1 ? "paragraph of this cable" : "paragraphs of this cable",
          lines: items.length === 1 ? items : [],
          items: items.length === 1 ? [] : items,
        },
      ];
}

/** `¶3 (SBU) Zhejiang government officials, however, …` */
function beginningOf(paragraph: Paragraph, { tree }: HoverContext): string {
  const portion = paragraph.portion === null ? "" : ` (${paragraph.portion.value})`;
  const text = beginningOfText(tree, paragraph, LONGEST_PARAGRAPH + 1);
  return `¶${paragraph.number ?? ""}${portion} ${printable(text, LONGEST_PARAGRAPH)}`;
}
