/** Executive orders on classification: which was in force, what its line on a cable says, and what its reason codes mean. */

import executiveOrderTable from "./data/executive-orders.json?raw";
import { type CableDate, isoDate } from "./date.ts";
import { lazy } from "./lazy.ts";
import type { Confidence, ExecutiveOrderRow, LineFormRow, ReasonRow } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const executiveOrderRows: () => readonly ExecutiveOrderRow[] = table(executiveOrderTable);

/** An executive order. */
export interface ExecutiveOrder {
  /** `12958`. */
  readonly number: string;
  readonly title: string;
  /** ISO dates; `to` is the first day on which it no longer held, null while it holds. */
  readonly signed: string;
  readonly from: string;
  readonly to: string | null;
  readonly amendedBy: string | null;
  /** The number asked for, where it is a usual misprint of this one. */
  readonly misprint: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What stands after the number on an E.O. line. */
export interface DeclassificationMark {
  readonly order: string;
  /** The form in the table that the text has. */
  readonly form: string;
  readonly meaning: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A reason for classification under one order. */
export interface ClassificationReason {
  /** `1.4(b)`. */
  readonly code: string;
  readonly order: string;
  /** The order whose amendment gave the reason its number and words; null where the order itself did. */
  readonly amendedBy: string | null;
  readonly meaning: string;
  /** ISO dates between which the reason held; `to` as in the order. */
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface ExecutiveOrderLookup {
  readonly numbers: readonly string[];
  /** By number, `12958` or `E.O. 12958`; a usual misprint of one finds it. */
  find(number: string): ExecutiveOrder | undefined;
  /** The order in force on a day, amendments aside, or undefined. */
  inForce(date: CableDate): ExecutiveOrder | undefined;
  /** What the value of the E.O. line says under an order: `DECL: 08/28/2019`, `GDS`, `N/A`, `25X1`; undefined where no form fits. */
  mark(number: string, value: string): DeclassificationMark | undefined;
  /** The same where the order is not known: under each order that has the form, the one in force at the date first. */
  marks(value: string, date: CableDate | null): readonly DeclassificationMark[];
  /** A reason code, `1.4(b)` or `1.4 (B)`, under each order that has it: the one in force at the date first, else the latest. */
  reasons(code: string, date: CableDate | null): readonly ClassificationReason[];
}

export function createExecutiveOrderLookup(rows: readonly ExecutiveOrderRow[]): ExecutiveOrderLookup {
  const byNumber = new Map<string, ExecutiveOrderRow>();
  const misprints = new Map<string, ExecutiveOrderRow>();
  for (const row of rows) {
    byNumber.set(row.code, row);
    for (const misprint of row.misprints ?? []) misprints.set(misprint, row);
  }
  const amendments = new Set(rows.flatMap((row) => row.amendedBy ?? []));
  const rowOf = (number: string): ExecutiveOrderRow | undefined => {
    const digits = digitsOf(number);
    return byNumber.get(digits) ?? misprints.get(digits);
  };
  const forms = new Map(rows.map((row) => [row.code, formsOf(row)]));
  const markUnder = (row: ExecutiveOrderRow, value: string): DeclassificationMark | undefined => {
    const form = findForm(forms.get(row.code) ?? [], value);
    return form === undefined
      ? undefined
      : {
          order: row.code,
          form: form.form,
          meaning: form.meaning,
          source: row.source,
          confidence: form.confidence ?? row.confidence ?? "high",
        };
  };
  const reasons = rows.flatMap((row) => reasonsOf(row, byNumber.get(row.amendedBy ?? "")));
  return {
    numbers: rows.map((row) => row.code),
    find(number) {
      const row = rowOf(number);
      return row === undefined ? undefined : orderOf(row, digitsOf(number));
    },
    inForce(date) {
      const row = rows.find((one) => !amendments.has(one.code) && isIn(one, date));
      return row === undefined ? undefined : orderOf(row, row.code);
    },
    mark(number, value) {
      const row = rowOf(number);
      return row === undefined ? undefined : markUnder(row, value);
    },
    marks(value, date) {
      return rows
        .filter((row) => !amendments.has(row.code))
        .toSorted(byForce(date))
        .flatMap((row) => markUnder(row, value) ?? []);
    },
    reasons(code, date) {
      const normal = normalReason(code);
      return normal === undefined ? [] : reasons.filter((reason) => reason.code === normal).sort(byForce(date));
    },
  };
}

/** `1.4(b)` of `1.4 (B)` or `1.4B`, `1.3(a)(5)` of `1.3 (A) (5)`, `1-301(d)` of `1-301 (D)`; undefined where `code` is no reason. */
export function normalReason(code: string): string | undefined {
  const text = code.toLowerCase().replace(/[\s().]/g, "");
  const parts = /^(?:(1)(3)(a)(\d{1,2})|(1)([45])([a-h])|(1-301)([a-g]))$/.exec(text);
  if (parts === null) return undefined;
  if (parts[1] !== undefined) return `1.3(a)(${parts[4]})`;
  if (parts[5] !== undefined) return `1.${parts[6]}(${parts[7]})`;
  return `1-301(${parts[9]})`;
}

function digitsOf(number: string): string {
  return /\d{5}/.exec(number)?.[0] ?? number;
}

function orderOf(row: ExecutiveOrderRow, asked: string): ExecutiveOrder {
  return {
    number: row.code,
    title: row.title,
    signed: row.signed,
    from: row.from,
    to: row.to,
    amendedBy: row.amendedBy ?? null,
    misprint: asked === row.code ? null : asked,
    note: row.note ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

function isIn({ from, to }: { readonly from: string; readonly to: string | null }, date: CableDate): boolean {
  const day = isoDate(date);
  return from <= day && (to === null || day < to);
}

/** An unknown date is taken to be in the years that most known cables are from. */
const CORPUS_DATE: CableDate = { year: 2009, month: 1, day: 1 };

/** What held at the date first, then what had held before it, the latest first, then what came after it. */
function byForce(date: CableDate | null) {
  const day = date ?? CORPUS_DATE;
  const rank = (one: { readonly from: string; readonly to: string | null }): number =>
    isIn(one, day) ? 0 : one.from <= isoDate(day) ? 1 : 2;
  return <T extends { readonly from: string; readonly to: string | null }>(a: T, b: T): number => {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference;
    const latestFirst = rank(a) === 2 ? -1 : 1;
    return a.from < b.from ? latestFirst : a.from > b.from ? -latestFirst : 0;
  };
}

/** Reasons as first numbered hold until the amendment, those as amended from it. */
function reasonsOf(row: ExecutiveOrderRow, amendment: ExecutiveOrderRow | undefined): readonly ClassificationReason[] {
  const reasonOf = (reason: ReasonRow, from: string, to: string | null, amendedBy: string | null) => ({
    code: reason.code,
    order: row.code,
    amendedBy,
    meaning: reason.meaning,
    from,
    to,
    source: row.source,
    confidence: reason.confidence ?? row.confidence ?? "high",
  });
  if (amendment === undefined) return row.reasons.map((reason) => reasonOf(reason, row.from, row.to, null));
  return [
    ...row.reasons.map((reason) => reasonOf(reason, row.from, amendment.from, null)),
    ...(row.reasonsAsAmended ?? []).map((reason) => reasonOf(reason, amendment.from, row.to, amendment.code)),
  ];
}

/** The value of an E.O. line is short; a longer text has no form. */
const LONGEST_VALUE = 200;

interface Form {
  readonly signature: string;
  readonly row: LineFormRow;
}

/** A row's forms and exemptions by signature, the most particular first. */
function formsOf(order: ExecutiveOrderRow): readonly Form[] {
  const forms = order.lineForms.flatMap((row) =>
    [row.form, ...(row.also ?? [])].map((form) => ({ signature: signatureOf(form), row })),
  );
  const exemptions = (order.exemptions ?? []).map((exemption) => ({
    signature: exemption.code,
    row: {
      form: exemption.code,
      meaning: `Exempt from declassification after ten years: ${lowerFirst(exemption.meaning)}.`,
      confidence: exemption.confidence ?? ("high" as const),
    },
  }));
  return [...exemptions, ...forms];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const MONTH = "(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}";
const DATES = new RegExp(
  `\\b(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{8}|\\d{1,2} ${MONTH},? \\d{2,4}|${MONTH} \\d{1,2},? \\d{2,4})\\b`,
  "g",
);

/** The form of a value: dates, names and the letter after `OR-` taken out, spelling made even. */
function signatureOf(value: string): string {
  return value
    .toUpperCase()
    .replace(/\s+/g, " ")
    .replace(/^ ?E\.? ?O\.? ?\d{5}[:;,.]? ?/, "")
    .replace(DATES, "DATE")
    .replace(/\([^()]*\)/g, "NAME")
    .replace(/\bOR-[A-Z]\b/g, "OR-X")
    .replace(/^N\.?\/?A\.?$/, "N/A")
    .replace(/\bDECL(?:AS|ASSIFY)?(?: ON)?\b[:;]? ?/g, "DECL: ")
    .replace(/(?<![ .,;:])[ .,;:]+$/, "")
    .trim();
}

/** The form a value has: the same signature; else, after `DECL:`, its mark, a date or an event; else the same first word. */
function findForm(forms: readonly Form[], value: string): LineFormRow | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  const signature = signatureOf(value);
  if (signature === "") return undefined;
  // `X1` and `OADR` are written with `DECL:` and without it.
  const same = forms.find(
    (form) =>
      form.signature === signature ||
      form.signature === `DECL: ${signature}` ||
      `DECL: ${form.signature}` === signature,
  )?.row;
  if (same !== undefined) return same;
  const marked = /^DECL: (.+)$/.exec(signature)?.[1];
  if (marked !== undefined) {
    const mark = forms.find((form) => form.signature === marked || form.signature === `DECL: ${firstWord(marked)}`);
    const byEvent = forms.find((form) => form.signature === "DECL: UPON AN EVENT");
    return (mark ?? byEvent)?.row;
  }
  const word = firstWord(signature);
  return forms.find((form) => firstWord(form.signature) === word)?.row;
}

function firstWord(text: string): string {
  return /^[^\s,;:]+/.exec(text)?.[0] ?? text;
}

/** The executive orders of the vocabulary as shipped. */
export const defaultExecutiveOrders: () => ExecutiveOrderLookup = lazy(() =>
  createExecutiveOrderLookup(executiveOrderRows()),
);
