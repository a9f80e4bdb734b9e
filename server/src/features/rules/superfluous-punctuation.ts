/** Finds periods at the ends of E.O. and TAGS lines, and commas that part nothing. */

import type { Span } from "../../text/span.ts";
import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

const FIELDS: ReadonlySet<string> = new Set(["E.O.", "TAGS"]);
/** `N.A.` ends in a period of its own. */
const ENDING = /(?<![.,;])[.,;]+$/;
const OWN_ENDING = /N\.A\.$/i;
const DOUBLED = /,((?:[ \t]*,)+)/g;

export const superfluousPunctuation: Rule = {
  code: "superfluous-punctuation",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "No period ends the E.O. or the TAGS line, and no comma stands in it that parts nothing.",
  why: "The handbook names these among the usual errors of typing: machines that sort by TAGS take the sign for a part of the code.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, printed }) {
    return header.fields
      .filter(({ name }) => FIELDS.has(name))
      .flatMap(({ name, value: { span } }) =>
        superfluousIn(printed(span)).map(({ start, end }): Finding => {
          const place = { start: span.start + start, end: span.start + end };
          return {
            span: place,
            message: `"${printed(place)}" parts nothing on the ${name} line.`,
            fixes: certain(`Take "${printed(place)}" out`, replace(place, "")),
          };
        }),
      );
  },
};

function superfluousIn(value: string): readonly Span[] {
  const end = value.trimEnd();
  const ending = ENDING.exec(end);
  const isOwn = ending !== null && OWN_ENDING.test(end.slice(0, ending.index + 1));
  const last = ending === null ? value.length : ending.index + (isOwn ? 1 : 0);
  const doubled = [...value.slice(0, last).matchAll(DOUBLED)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });
  return ending === null || last === end.length ? doubled : [...doubled, { start: last, end: end.length }];
}
