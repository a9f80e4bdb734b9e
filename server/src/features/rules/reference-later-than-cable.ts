/** Finds citations of cables that were sent after the one that cites them: by the index, else by the year alone. */

import { canonicalMrn, type Mrn } from "../../cable/mrn.ts";
import type { DateTimeGroup } from "../../cable/tree.ts";
import { AS_CITED, meantBy } from "../../corpus/meant-cable.ts";
import { smallest } from "../../text/arrays.ts";
import { longDate } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import type { RuleContext } from "./support/context.ts";

const MINUTE = 60_000;

export const referenceLaterThanCable: Rule = {
  code: "reference-later-than-cable",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A cable cites what was sent before it.",
  why: "Nobody can cite what is not yet written: the year or the number is a slip. Where the cited cable is in the workspace its date-time group tells, else its year.",
  source: "Common sense; date-time groups and years in published references",
  check({ tree, date, today, isDraft, index }) {
    const year = date?.year ?? (isDraft ? today?.year : undefined);
    if (year === undefined) return [];
    return tree.references.flatMap((entry): readonly Finding[] => {
      const mrn = entry.kind === "cable" ? (meantBy(entry, tree, index ?? AS_CITED)?.parts ?? null) : null;
      if (mrn === null) return [];
      const { span } = entry;
      if (mrn.year > year) return [{ span, message: `This cites a cable of ${mrn.year}; this one is of ${year}.` }];
      const sent = tree.header.dtg === null ? null : laterThan(tree.header.dtg.value, mrn, index);
      return sent === null ? [] : [{ span, message: `${canonicalMrn(mrn)} was sent later, ${sent}.` }];
    });
  },
};

/** When the cited cable was sent, where each of its copies in the workspace says later; null otherwise. */
function laterThan(own: DateTimeGroup, mrn: Mrn, index: RuleContext["index"]): string | null {
  const sent = (index?.hitsOf(canonicalMrn(mrn)) ?? []).flatMap((hit) => hit.sent ?? []);
  const first = smallest(sent);
  const ownMinutes = Date.UTC(own.year, own.month - 1, own.day, own.hour, own.minute) / MINUTE;
  return sent.length > 0 && first > ownMinutes ? inWords(new Date(first * MINUTE)) : null;
}

/** `28 August 2009 at 0903Z` */
function inWords(instant: Date): string {
  const time = [instant.getUTCHours(), instant.getUTCMinutes()].map((part) => String(part).padStart(2, "0")).join("");
  const day = { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
  return `${longDate(day)} at ${time}Z`;
}
