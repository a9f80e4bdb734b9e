/** Finds fields of a wrapper or an archive's trailer that say something else than the telegram itself. */

import { canonicalMrn, mrnOfFileName } from "../../cable/mrn.ts";
import type { CableTree } from "../../cable/tree.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

/** The names under which outlines, trailers and wrappers show the same field. */
const NAMES: ReadonlyMap<string, Comparison["field"]> = new Map([
  ["DOCUMENT NUMBER", "number"],
  ["MRN", "number"],
  ["DTG", "date"],
  ["FROM", "from"],
  ["TAGS", "tags"],
  ["SUBJECT", "subject"],
]);

/** What the wrapper says, and what the telegram says where it says the same thing once more. */
interface Comparison {
  readonly field: "number" | "date" | "from" | "tags" | "subject";
  readonly name: string;
  readonly said: Located<string>;
}

export const wrapperContradictsBody: Rule = {
  code: "wrapper-contradicts-body",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "What a wrapper or trailer says of number, date, sender, TAGS and subject is what the cable says.",
  why: "The fields around a telegram were typed or generated apart from it. Where they say something else, the copy holds another telegram than its label says, or one of the two was misread.",
  source: "Archive telegrams of 1974 and 1979; SMART prints",
  check({ tree, vocabulary, text }) {
    return comparisons(tree).flatMap((one): readonly Finding[] => {
      const found = contradiction(one, tree, vocabulary, text);
      return found === null ? [] : [found];
    });
  },
};

function comparisons({ header }: CableTree): readonly Comparison[] {
  const trailer = header.attributes.flatMap(({ name, value }): readonly Comparison[] => {
    const field = NAMES.get(name.toUpperCase());
    // What the archive made of TAGS and subjects of 1974 was garbled on the way.
    return field === undefined || field === "tags" || field === "subject" ? [] : [{ field, name, said: value }];
  });
  // The wrapper alone has an MRN: the cable prints its number elsewhere.
  const numbers = header.fields.filter(({ name }) => NAMES.get(name) === "number");
  const wrapper = [...numbers, ...header.wrapped].flatMap(({ name, value }): readonly Comparison[] => {
    const field = NAMES.get(name.toUpperCase());
    return field === undefined ? [] : [{ field, name, said: value }];
  });
  return [...trailer, ...wrapper];
}

function contradiction(
  { field, name, said }: Comparison,
  tree: CableTree,
  vocabulary: Vocabulary,
  text: string,
): Finding | null {
  const { header } = tree;
  const differs = (own: string, span: Span = said.span): Finding => ({
    span,
    message: `The text says ${own}, the ${name.toLowerCase()} field ${text.slice(span.start, span.end)}.`,
  });
  switch (field) {
    case "number": {
      const { station, serial } = header.classificationLine ?? { station: null, serial: null };
      const number = mrnOfFileName(said.value.replace(/\s/g, ""));
      if (number === null || serial === null || tree.mrn === null) return null;
      const isSame = number.serial === serial.value && (header.dtg === null || number.year === header.dtg.value.year);
      return isSame
        ? null
        : differs(
            header.dtg === null || station === null
              ? String(serial.value)
              : canonicalMrn({ ...tree.mrn, year: header.dtg.value.year, serial: serial.value }),
          );
    }
    case "date": {
      const own = header.dtg?.value;
      // A wrapper may lack the time, never the day.
      return own === undefined || dayOf(own.text) === dayOf(said.value) ? null : differs(own.text);
    }
    case "from": {
      const own = header.from === null ? undefined : vocabulary.stations.find(header.from.value);
      const other = vocabulary.stations.find(said.value);
      return own === undefined || other === undefined || own.id === other.id ? null : differs(own.name);
    }
    case "tags": {
      const own = new Set(header.tags.map(({ value }) => value));
      const extra = [...said.value.matchAll(/[A-Z][A-Z0-9-]*/g)].find(([code]) => !own.has(code));
      if (extra === undefined || own.size === 0) return null;
      const at = text.indexOf(extra[0], said.span.start);
      return differs([...own].join(", "), { start: at, end: at + extra[0].length });
    }
    case "subject":
      return header.subject === null || shareWords(header.subject.value, said.value)
        ? null
        : differs(header.subject.value);
  }
}

/** `280903Z AUG 09` without its time. */
function dayOf(group: string): string {
  return group.replace(/^(\d\d)\d{4}Z/, "$1");
}

/** Whether half of the words of the shorter are in the other: subjects are cut and misread. */
function shareWords(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other]
    .map((subject) => subject.toUpperCase().match(/[A-Z0-9]+/g) ?? [])
    .sort((left, right) => left.length - right.length);
  const known = new Set(many);
  return few.filter((word) => known.has(word)).length * 2 >= few.length;
}
