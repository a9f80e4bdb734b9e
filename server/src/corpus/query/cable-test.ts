/** Tells of a parsed cable whether a query holds of it: the last word, where the columns of the index can't tell. */

import { canonicalMrn } from "../../cable/mrn.ts";
import type { CableTree, DateTimeGroup } from "../../cable/tree.ts";
import { canonicalStation } from "../../vocabulary/stations.ts";
import type { Condition, NumberRange } from "./condition.ts";
import { lettersOf } from "./field-values.ts";
import { fileTest } from "./file-test.ts";
import { RunningText } from "./running-text.ts";
import { holdsPhrase, type Phrase, phrasePattern } from "./words.ts";

/** A cable that is asked: its tree, and the path or URI of its file. */
export class AskedCable {
  readonly tree: CableTree;
  readonly #file: string;
  #running: RunningText | undefined;

  constructor(tree: CableTree, file: string) {
    this.tree = tree;
    this.#file = file;
  }

  /** Made when it is first asked for. */
  get running(): RunningText {
    this.#running ??= new RunningText(this.tree);
    return this.#running;
  }

  /**
   * Whether a condition holds. What a cable cites only the index knows: such a condition is asked of `withCited` first, or holds of none.
   */
  fits(condition: Condition): boolean {
    const { tree } = this;
    const { header } = tree;
    switch (condition.kind) {
      case "everything":
        return true;
      case "all":
        return condition.parts.every((part) => this.fits(part));
      case "any":
        return condition.parts.some((part) => this.fits(part));
      case "not":
        return !this.fits(condition.part);
      case "words":
        return this.#fitsWords(condition);
      case "station":
        return tree.mrn !== null && condition.stations.includes(tree.mrn.station);
      case "addressee":
        return header[condition.of].some(
          ({ name }) =>
            condition.stations.includes(canonicalStation(name.value)) ||
            (condition.phrase !== null && holdsPhrase(name.value, condition.phrase)),
        );
      case "tag":
        return header.tags.some(({ value }) => condition.tags.includes(value));
      case "year":
        return isIn(this.#year, condition.range);
      case "sent":
        return isIn(header.dtg === null ? null : minutesOf(header.dtg.value), condition.range);
      case "classification":
        return condition.levels.includes(header.classification?.value ?? null);
      case "caption":
        return header.captions.some(({ value }) =>
          condition.letters.some((letters) => lettersOf(value).startsWith(letters)),
        );
      case "person":
        return header.persons.some(({ value }) => holdsPhrase(value, condition.phrase));
      case "subject":
        return header.subject !== null && holdsPhrase(header.subject.value, condition.phrase);
      case "signed":
        return tree.signature !== null && holdsPhrase(tree.signature.value, condition.phrase);
      case "number":
        return this.#fitsNumber(condition);
      case "cites":
        return tree.references.some(({ mrn }) => mrn !== null && condition.mrns.includes(canonicalMrn(mrn)));
      case "citedby":
        return tree.mrn !== null && condition.cited.includes(canonicalMrn(tree.mrn));
      case "file":
        return fileTest(condition.pattern)(this.#file);
    }
  }

  get #year(): number | null {
    return this.tree.header.dtg?.value.year ?? this.tree.mrn?.year ?? null;
  }

  #fitsWords({ phrase, stations, year, mrn }: Condition & { readonly kind: "words" }): boolean {
    const own = this.tree.mrn;
    if (own !== null && (stations.includes(own.station) || canonicalMrn(own) === mrn)) return true;
    if (year !== null && this.#year === year) return true;
    return this.holds(phrase);
  }

  /** Whether the running text holds a phrase, or the subject does. */
  holds(phrase: Phrase): boolean {
    const { subject } = this.tree.header;
    return (subject !== null && holdsPhrase(subject.value, phrase)) || phrasePattern(phrase).test(this.running.text);
  }

  #fitsNumber({ pattern }: Condition & { readonly kind: "number" }): boolean {
    const { mrn } = this.tree;
    if (mrn === null) return false;
    const { year, station, serial, isPrefix } = pattern;
    if (year !== null && mrn.year % 100 !== year) return false;
    if (station !== null && mrn.station !== station) {
      if (!isPrefix || serial !== null || !mrn.station.startsWith(station)) return false;
    }
    return serial === null || (isPrefix ? String(mrn.serial).startsWith(String(serial)) : mrn.serial === serial);
  }
}

function isIn(value: number | null, { from, to }: NumberRange): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

function minutesOf({ year, month, day, hour, minute }: DateTimeGroup): number {
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}
