/** Reads the hand-made expectations of tests/corpus (see its README) and tells where a record differs from them. */

import type { AddresseeRecord, CableRecord, OutlineRecord } from "../../server/src/cable/record.ts";

type ScalarField = Exclude<
  keyof CableRecord,
  | "captions"
  | "tags"
  | "persons"
  | "passing"
  | "to"
  | "info"
  | "classifiedBy"
  | "references"
  | "outline"
  | "mentions"
  | "pageBreaks"
>;

const SCALARS: ReadonlySet<string> = new Set<ScalarField>([
  "form",
  "mrn",
  "year",
  "station",
  "serial",
  "transmissionId",
  "precedence",
  "dtg",
  "sent",
  "from",
  "classification",
  "transmissionSections",
  "executiveOrder",
  "declassifyOn",
  "subject",
  "subjectPortion",
  "summary",
  "signedBy",
]);

interface ExpectedLine {
  readonly optional: boolean;
  readonly indented: boolean;
  readonly word: string;
  readonly rest: string;
}

/** Where a record differs from an annotation, a line a difference; none where they agree. */
export function differences(annotation: string, record: CableRecord): string[] {
  const lines = annotation
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map(readLine);
  return [
    ...scalarDifferences(lines, record),
    ...listDifferences(lines, record),
    ...addresseeDifferences(lines, "to", record.to),
    ...addresseeDifferences(lines, "info", record.info),
    ...classifiedByDifferences(lines, record),
    ...sequenceDifferences(
      "ref",
      lines,
      record.references.map((one) => `${one.label ?? "-"} ${one.kind} ${one.mrn ?? "-"} ${place(one)} ${one.text}`),
    ),
    ...sequenceDifferences(
      "mention",
      lines,
      record.mentions.map((one) => {
        const named = [one.numbers.join(","), one.labels.join(",")];
        const what =
          one.kind === "paragraph"
            ? one.labels.length > 0
              ? named.join("@")
              : named[0]
            : one.kind === "mrn"
              ? one.mrn
              : named[1];
        return `${one.kind} ${what || "-"} ${place(one)} ${one.text}${one.external ? " external" : ""}`;
      }),
    ),
    ...sequenceDifferences(
      "pagebreak",
      lines,
      record.pageBreaks.map(({ line, character }) => `${line}:${character}`),
    ),
    ...outlineDifferences(lines, record),
  ];
}

function readLine(line: string): ExpectedLine {
  const optional = /^ *\?/.test(line);
  const bare = line.replace(/^( *)\? ?/, "$1");
  const indented = bare.startsWith(" ");
  const trimmed = bare.trim();
  const blank = trimmed.indexOf(" ");
  return {
    optional,
    indented,
    word: blank < 0 ? trimmed : trimmed.slice(0, blank),
    rest: blank < 0 ? "" : trimmed.slice(blank + 1),
  };
}

function place(one: { line: number; character: number; endLine: number; endCharacter: number }): string {
  return `${one.line}:${one.character}-${one.endLine}:${one.endCharacter}`;
}

function scalarDifferences(lines: readonly ExpectedLine[], record: CableRecord): string[] {
  const problems: string[] = [];
  for (const { word, rest } of lines) {
    if (!isScalar(word)) continue;
    const actual = String(record[word] ?? "-");
    if (actual !== rest) problems.push(`${word}: expected ${rest}\n${" ".repeat(word.length)}       got ${actual}`);
  }
  return problems;
}

function isScalar(word: string): word is ScalarField {
  return SCALARS.has(word);
}

function listDifferences(lines: readonly ExpectedLine[], record: CableRecord): string[] {
  const problems: string[] = [];
  for (const { word, rest } of lines) {
    if (word !== "captions" && word !== "tags" && word !== "persons" && word !== "passing") continue;
    const separator = word === "passing" ? " | " : "; ";
    const actual = record[word].join(separator) || "-";
    if (actual !== rest) problems.push(`${word}: expected ${rest}\n${" ".repeat(word.length)}       got ${actual}`);
  }
  return problems;
}

function addresseeDifferences(
  lines: readonly ExpectedLine[],
  word: "to" | "info",
  actual: readonly AddresseeRecord[],
): string[] {
  const expected = lines.filter((line) => line.word === word);
  if (expected.length === 0) return [];
  const withExempt = expected.some(({ rest }) => rest.includes("exempt="));
  const render = (one: AddresseeRecord): string =>
    [
      `${one.routing ?? "-"}/${one.name}`,
      ...(one.precedence === null ? [] : [`precedence=${one.precedence}`]),
      ...(one.serial === null ? [] : [`serial=${one.serial}`]),
      ...(withExempt && one.exempt.length > 0 ? [`exempt=${one.exempt.join(",")}`] : []),
    ].join(" | ");
  const wanted = expected.length === 1 && expected[0]?.rest === "-" ? [] : expected.map(({ rest }) => rest);
  const got = actual.map(render);
  return wanted.join("\n") === got.join("\n")
    ? []
    : [`${word}:\n  expected ${wanted.join("\n           ")}\n  got      ${got.join("\n           ")}`];
}

function classifiedByDifferences(lines: readonly ExpectedLine[], record: CableRecord): string[] {
  const line = lines.find(({ word }) => word === "classifiedBy");
  if (line === undefined) return [];
  const actual = record.classifiedBy;
  if (line.rest === "-") return actual === null ? [] : [`classifiedBy: expected none\n  got ${JSON.stringify(actual)}`];
  const problems: string[] = [];
  for (const part of line.rest.split(" | ")) {
    const at = part.indexOf("=");
    const key = part.slice(0, at).trim();
    const wanted = part.slice(at + 1).trim();
    const got = key === "name" ? actual?.name : key === "title" ? actual?.title : actual?.reasons.join(",");
    if ((got || "-") !== wanted)
      problems.push(`classifiedBy ${key}: expected ${wanted}\n                 got ${got ?? "-"}`);
  }
  return problems;
}

/** Compares a complete list in order; optional expectations may be missing, `*` leaves an end open. */
function sequenceDifferences(word: string, lines: readonly ExpectedLine[], actual: readonly string[]): string[] {
  const expected = lines.filter((line) => line.word === word);
  if (expected.length === 0) return [];
  const wanted = expected.filter(({ rest }) => rest !== "-");
  const problems: string[] = [];
  let at = 0;
  for (const { rest, optional } of wanted) {
    const got = actual[at];
    if (got !== undefined && sameWithOpenEnd(rest, got)) {
      at++;
    } else if (!optional) {
      const later = actual.findIndex((one, index) => index > at && sameWithOpenEnd(rest, one));
      if (later > 0) {
        for (const extra of actual.slice(at, later)) problems.push(`${word}: not expected ${extra}`);
        at = later + 1;
      } else {
        problems.push(`${word}: missing ${rest}${got === undefined ? "" : `\n       next got ${got}`}`);
        const [head] = rest.split("-", 1);
        if (got !== undefined && head !== undefined && got.startsWith(head)) at++;
      }
    }
  }
  for (const extra of actual.slice(at)) problems.push(`${word}: not expected ${extra}`);
  return problems;
}

function sameWithOpenEnd(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  const star = /(\d+:\d+)-\*( .*)?$/.exec(expected);
  if (star === null) return false;
  const head = expected.slice(0, star.index) + star[1];
  const text = star[2] ?? "";
  if (!actual.startsWith(`${head}-`)) return false;
  const rest = actual.slice(head.length);
  return rest.slice(rest.indexOf(" ")).startsWith(text.replace(/ external$/, ""));
}

interface FlatNode {
  readonly depth: number;
  readonly text: string;
}

function outlineDifferences(lines: readonly ExpectedLine[], record: CableRecord): string[] {
  if (lines.some(({ word, rest }) => word === "paragraph" && rest === "-")) {
    return record.outline.length > 0 ? ["outline: expected none"] : [];
  }
  const expected = lines.filter(({ word }) => word === "paragraph" || word === "section");
  if (expected.length === 0)
    return lines.some(({ word, rest }) => word === "outline" && rest === "-") && record.outline.length > 0
      ? ["outline: expected none"]
      : [];
  const actual = flatten(record.outline, 0);
  const problems: string[] = [];
  let at = 0;
  let dropped = false;
  for (const { word, rest, optional, indented } of expected) {
    const wanted = `${word} ${rest}`;
    const got = actual[at];
    if (got !== undefined && sameNode(wanted, got.text)) {
      if (word === "section") dropped = false;
      else if (!optional && !dropped && indented !== got.depth > 0)
        problems.push(`outline: ${indented ? "not under its section" : "under a section"}: ${got.text}`);
      at++;
      continue;
    }
    if (optional) {
      if (word === "section") dropped = true;
      continue;
    }
    const later = actual.findIndex((one, index) => index > at && sameNode(wanted, one.text));
    if (later > 0) {
      for (const extra of actual.slice(at, later)) problems.push(`outline: not expected ${extra.text}`);
      at = later + 1;
    } else {
      problems.push(`outline: missing ${wanted}${got === undefined ? "" : `\n        next got ${got.text}`}`);
      const start = / (\d+:\d+)-/.exec(wanted)?.[1];
      if (start !== undefined && got?.text.includes(` ${start}-`) === true) at++;
    }
  }
  for (const extra of actual.slice(at)) problems.push(`outline: not expected ${extra.text}`);
  return problems;
}

function flatten(nodes: readonly OutlineRecord[], depth: number): FlatNode[] {
  return nodes.flatMap((node) => [
    {
      depth,
      text:
        node.kind === "section"
          ? `section ${node.line}:${node.character}-${node.endLine} ${node.title}`
          : `paragraph ${node.number ?? "-"} (${node.portion ?? "-"}) ${node.line}:${node.character}-${node.endLine}`,
    },
    ...flatten(node.children, depth + 1),
  ]);
}

function sameNode(expected: string, actual: string): boolean {
  const normal = (text: string): string =>
    text.startsWith("paragraph")
      ? text
          .toUpperCase()
          .replace(/\(-\)/, "-")
          .replace(/ - -(?= )/, " - -")
          .replace(/\( ?| ?\)/g, "")
      : text;
  if (normal(expected) === normal(actual)) return true;
  const star = /^(.*\d+:\d+)-\*(.*)$/.exec(expected);
  if (star === null) return false;
  const open = normal(`${star[1]}-`);
  return (
    normal(actual).startsWith(open) && normal(actual).slice(open.length).replace(/^\d+/, "") === normal(star[2] ?? "")
  );
}
