/** Explanations as people read them: plain text for the command line, Markdown for hovers. */

import { escapeMarkdown } from "../text/markdown.ts";
import type { Certainty, Explanation, OtherMeaning } from "./explanation.ts";
import { sourceInFull } from "./sources.ts";

/** How a meaning opens that is not documented. */
export const OPENING: Readonly<Record<Certainty, string>> = {
  documented: "",
  likely: "Likely: ",
  uncertain: "Perhaps: ",
};

/** What is said where no meaning was found. */
const NOT_FOUND = "Known to be in use; its meaning was not found.";

/** What is added where nobody looked a meaning up. */
const CAUTION: Readonly<Record<Certainty, string | null>> = {
  documented: null,
  likely: "Not, or not wholly, from an official document.",
  uncertain: "Inferred or seen once: take it with care.",
};

/** The lines of an explanation, in order, without any markup. */
export interface ExplanationLines {
  readonly code: string;
  /** `TAG, subject`. */
  readonly kind: string;
  readonly body: readonly string[];
  readonly sources: string | null;
}

/** An explanation as lines, for those who dress them themselves. */
export function explanationLines(explanation: Explanation): ExplanationLines {
  const { title, meaning, validity, certainty, otherLabel, otherMeanings, note } = explanation;
  const body: string[] = [];
  const when = validity === null ? "" : ` (${validity})`;
  if (title !== null) body.push(`${OPENING[certainty]}${title}${when}`);
  else if (meaning === null) body.push(`${NOT_FOUND}${validity === null ? "" : ` Seen in: ${validity}.`}`);
  if (meaning !== null) body.push(meaning);
  if (otherMeanings.length > 0) body.push(`${otherLabel}: ${otherMeanings.map(otherText).join("; ")}`);
  if (note !== null) body.push(`Note: ${note}`);
  const caution = title === null ? null : CAUTION[certainty];
  if (caution !== null) body.push(caution);
  return {
    code: explanation.code,
    kind: explanation.sort === null ? explanation.kind : `${explanation.kind}, ${explanation.sort}`,
    body,
    sources: explanation.sources.length === 0 ? null : explanation.sources.join("; "),
  };
}

function otherText({ title, validity }: OtherMeaning): string {
  const text = title.replace(/\.$/, "");
  return validity === null ? text : `${text} (${validity})`;
}

/**
 * Plain text: the code and its kind on the first line, all else indented below. Ends with a line break. Sources are cited in full, one a line, or
 * in short on one, as hovers have them.
 */
export function renderExplanationText(explanation: Explanation, citing: "in full" | "in short" = "in full"): string {
  const { code, kind, body, sources } = explanationLines(explanation);
  const cited = citing === "in full" ? explanation.sources.map(sourceInFull) : sources === null ? [] : [sources];
  const lines = [...body, ...cited.map((source) => `Source: ${source}`)];
  return `${code}: ${kind}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** Markdown: a title line, the meaning, the sources in emphasis. Every text is escaped, people's own rows included. */
export function renderExplanationMarkdown(explanation: Explanation): string {
  const { code, kind, body, sources } = explanationLines(explanation);
  const paragraphs = [`**${escapeMarkdown(code)}** · ${escapeMarkdown(kind)}`, ...body.map(escapeMarkdown)];
  if (sources !== null) paragraphs.push(`*Source: ${escapeMarkdown(sources)}*`);
  return paragraphs.join("\n\n");
}

/** Several explanations in one hover, a rule between them. */
export function renderExplanationsMarkdown(explanations: readonly Explanation[]): string {
  return explanations.map(renderExplanationMarkdown).join("\n\n---\n\n");
}
