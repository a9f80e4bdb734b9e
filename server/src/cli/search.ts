/** `reftel search`: the cables of folders that a query holds of, with the words in their lines; as text, JSON or CSV. */

import { relative } from "node:path";
import { parseArgs } from "node:util";
import { CableRows } from "../corpus/facets/cable-rows.ts";
import { Distinct } from "../corpus/facets/distinct.ts";
import { compileQuery, problemLine } from "../corpus/query/compile-query.ts";
import { withCited } from "../corpus/query/with-cited.ts";
import { type FoundCable, foundCable } from "../features/search/found-cable.ts";
import { bestFirst } from "../features/search/order.ts";
import { searchCables } from "../host/cable-search.ts";
import { disk, pathOfUri } from "../host/disk.ts";
import { ReaderPool } from "../host/reader-pool.ts";
import { Slices } from "../host/time-slicer.ts";
import { csvRow } from "../text/csv.ts";
import { defaultVocabulary } from "../vocabulary/vocabulary.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { indexOfFolders, TURNS } from "./index-of-folders.ts";

/** How what is found is written, cable by cable. */
interface Format {
  readonly open: string;
  cable(found: FoundCable, path: string): string;
}

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["text", { open: "", cable: asText }],
  ["json", { open: "", cable: asJson }],
  [
    "csv",
    {
      open: csvRow([
        "cable",
        "sent",
        "station",
        "classification",
        "subject",
        "file",
        "paragraph",
        "portion",
        "line",
        "text",
      ]),
      cable: asCsv,
    },
  ],
]);

const SORTS: readonly string[] = ["date", "fit"];

export const search: Command = {
  name: "search",
  summary: "find cables by words and fields, and print the lines in which the words stand",
  usage: "reftel search QUERY PATH… [--format text|json|csv] [--sort date|fit] [--limit CABLES]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: separated(args),
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: "string", default: "text" },
        sort: { type: "string", default: "date" },
        limit: { type: "string" },
      },
    });
    const format = FORMATS.get(values.format);
    if (format === undefined) {
      const formats = [...FORMATS.keys()].join(", ");
      return wrongUsage(io, search, `there is no format ${JSON.stringify(values.format)}; there are ${formats}`);
    }
    if (!SORTS.includes(values.sort)) {
      return wrongUsage(io, search, `there is no order ${JSON.stringify(values.sort)}; there are ${SORTS.join(", ")}`);
    }
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
    if (!(limit >= 1)) return wrongUsage(io, search, `${JSON.stringify(values.limit)} is no number of cables`);
    const [query, ...paths] = positionals;
    if (query === undefined || paths.length === 0) return wrongUsage(io, search, "give a query and a file or folder");
    return run(query, paths, { format, isByFit: values.sort === "fit", limit }, io);
  },
};

/** A query may begin with a minus: what is no option of this command is not taken for one. */
function separated(args: readonly string[]): string[] {
  const options = new Set(["--format", "--sort", "--limit"]);
  const own: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? "";
    const [name = ""] = argument.split("=", 1);
    if (options.has(name)) {
      own.push(argument);
      if (!argument.includes("=") && index + 1 < args.length) own.push(args[++index] ?? "");
    } else if (argument.startsWith("--")) own.push(argument);
    else others.push(argument);
  }
  return [...own, "--", ...others];
}

async function run(
  query: string,
  paths: readonly string[],
  { format, isByFit, limit }: { readonly format: Format; readonly isByFit: boolean; readonly limit: number },
  io: CommandIo,
): Promise<number> {
  // What is wrong with a query by itself is told before anything is read.
  const early = compileQuery(query, { vocabulary: defaultVocabulary, stations: [], tags: [] });
  const pool = new ReaderPool(__filename);
  // The threads of the pool keep no process alive, and nothing else is waited for.
  const awake = setInterval(() => {}, 60_000);
  try {
    const wrong = early.problems.filter(({ message }) => !message.includes("knows no "));
    if (wrong.length > 0) return complain(wrong.map(problemLine), io);
    const { index, failed } = await indexOfFolders(paths, pool, io);
    const { stations, tags } = index.columns().names;
    const { condition, problems, meanings } = compileQuery(query, { vocabulary: defaultVocabulary, stations, tags });
    if (problems.length > 0) return complain(problems.map(problemLine), io);
    for (const { typed, meaning } of meanings) io.stderr(`reftel: ${typed} is ${meaning}\n`);
    const found = await searchCables(condition, {
      index,
      files: disk,
      bulk: pool,
      slices: new Slices(TURNS),
      openText: () => null,
      open: [],
      isCancelled: () => false,
      found: () => {},
    });
    if (found.unread > 0) io.stderr(`reftel: ${found.unread} files could not be read\n`);
    const rows = new CableRows(index.columns());
    const distinct = new Distinct(rows);
    const resolved = withCited(condition, index);
    const order = isByFit ? bestFirst(condition, found, rows) : found.rows;
    let written = 0;
    if (order.length > 0) await io.stdout(format.open);
    for (const row of order) {
      if (written >= limit) break;
      if (!distinct.isFirst(row)) continue;
      const hit = index.hitOfRow(row);
      const content = await disk.read(hit.file);
      const one = foundCable(hit, content.kind === "text" ? content.text : null, resolved, MOST_LINES);
      if (one === null) continue;
      await io.stdout(format.cable(one, pathFor(hit.file)));
      written++;
    }
    // An empty answer is told apart from one that broke off. Programs read the other stream and the status.
    if (written === 0 && !failed) io.stderr("reftel: no cable fits this query\n");
    return failed ? 2 : written > 0 ? 0 : 1;
  } finally {
    clearInterval(awake);
    pool.close();
  }
}

/** Lines of one cable that are written at most. */
const MOST_LINES = 1000;

function complain(problems: readonly string[], io: CommandIo): number {
  for (const problem of problems) io.stderr(`reftel search: the query, ${problem}\n`);
  return 2;
}

function pathFor(file: Parameters<typeof pathOfUri>[0]): string {
  const path = pathOfUri(file) ?? file;
  const below = relative(process.cwd(), path);
  return below.startsWith("..") ? path : below;
}

function asText({ hit, matches, total, lines }: FoundCable, path: string): string {
  const head = [hit.mrn ?? "(no number)", day(hit.sent), hit.classification, hit.subject].filter(
    (part) => part !== null,
  );
  const shown = matches.map(({ paragraph, portion, heading, text, span }) => {
    const line = (lines?.lineAt(span.start) ?? 0) + 1;
    const place =
      paragraph !== null
        ? `¶${paragraph}${portion === null ? "" : ` (${portion})`} `
        : heading === null
          ? ""
          : `${heading}: `;
    return `  ${line}: ${place}${printable(text)}\n`;
  });
  const more = total > matches.length ? `  and ${total - matches.length} lines more\n` : "";
  return `${printable(head.join("  "))}\n${path}\n${shown.join("")}${more}\n`;
}

function asJson({ hit, matches, total, lines }: FoundCable, path: string): string {
  return `${JSON.stringify({
    cable: hit.mrn,
    file: path,
    sent: hit.sent === null ? null : new Date(hit.sent * 60_000).toISOString(),
    station: hit.station,
    classification: hit.classification,
    subject: hit.subject,
    lines: total,
    matches: matches.map(({ paragraph, portion, heading, text, marks, span }) => {
      const line = lines?.lineAt(span.start) ?? 0;
      return {
        paragraph,
        portion,
        heading,
        line: line + 1,
        column: span.start - (lines?.start(line) ?? 0) + 1,
        text,
        marks,
      };
    }),
  })}\n`;
}

function asCsv({ hit, matches, lines }: FoundCable, path: string): string {
  const cable = [
    hit.mrn ?? "",
    day(hit.sent) ?? "",
    hit.station ?? "",
    hit.classification ?? "",
    hit.subject ?? "",
    path,
  ];
  if (matches.length === 0) return csvRow([...cable, "", "", "", ""]);
  return matches
    .map(({ paragraph, portion, text, span }) =>
      csvRow([
        ...cable,
        paragraph === null ? "" : String(paragraph),
        portion ?? "",
        String((lines?.lineAt(span.start) ?? 0) + 1),
        text,
      ]),
    )
    .join("");
}

/** The ISO date of minutes since 1970. */
function day(sent: number | null): string | null {
  return sent === null ? null : new Date(sent * 60_000).toISOString().slice(0, 10);
}

/** Without control characters, which a terminal would obey. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, " ");
}
