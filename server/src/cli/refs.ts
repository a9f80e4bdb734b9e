/** `reftel refs`: who cites whom, as text, JSON, DOT or GraphML, cable by cable. */

import { parseArgs } from "node:util";
import type { CanonicalMrn } from "../cable/mrn.ts";
import { allMissing, type MissingCable } from "../corpus/facets/missing-cables.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import { type IndexRecord, summaryOf } from "../corpus/index-record.ts";
import { citingOf } from "../corpus/meant-cable.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import { daysOf, missingCsv, missingMarkdown, missingRequests } from "../features/missing/write-missing.ts";
import { uriOfPath } from "../host/disk.ts";
import { cableFiles, reportPassedOver } from "./cable-files.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";

/** One cable and what it cites, each once. */
interface Node {
  /** Its number; its path where it has none. */
  readonly id: string;
  readonly path: string;
  readonly subject: string | null;
  readonly cites: readonly CanonicalMrn[];
}

/** How a graph is written: what opens and closes it, and each cable and citation in between. */
interface Format {
  readonly open: string;
  node(node: Node): string;
  /** One citation; null where the node says what it cites, file by file. */
  readonly edge: ((id: string, cited: CanonicalMrn) => string) | null;
  /** A node that edges end at and that is no cable that was read; null where such need no line of their own. */
  readonly end: ((id: string) => string) | null;
  readonly close: string;
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  [
    "text",
    {
      open: "",
      node: () => "",
      edge: (id, cited) => `${id} -> ${cited}\n`,
      end: null,
      close: "",
    },
  ],
  [
    "json",
    {
      open: "",
      node: ({ id, path, subject, cites }) => `${JSON.stringify({ cable: id, file: path, subject, cites })}\n`,
      edge: null,
      end: null,
      close: "",
    },
  ],
  [
    "dot",
    {
      open: "digraph citations {\n",
      node: ({ id, subject }) => `  ${dot(id)} [label=${dot(subject === null ? id : `${id}\n${subject}`)}];\n`,
      edge: (id, cited) => `  ${dot(id)} -> ${dot(cited)};\n`,
      end: null,
      close: "}\n",
    },
  ],
  [
    "graphml",
    {
      open: `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="subject" for="node" attr.name="subject" attr.type="string"/>
  <graph edgedefault="directed">
`,
      node: ({ id, subject }) =>
        `    <node id="${xml(id)}">${subject === null ? "" : `<data key="subject">${xml(subject)}</data>`}</node>\n`,
      edge: (id, cited) => `    <edge source="${xml(id)}" target="${xml(cited)}"/>\n`,
      end: (id) => `    <node id="${xml(id)}"/>\n`,
      close: "  </graph>\n</graphml>\n",
    },
  ],
]);

/** How a list of what is missing is written, as a whole. */
const LISTS: ReadonlyMap<string, (cables: readonly MissingCable[]) => string> = new Map([
  ["table", (cables) => missingMarkdown(cables, cables.length)],
  ["csv", missingCsv],
  ["request", missingRequests],
]);

export const refs: Command = {
  name: "refs",
  summary:
    "print who cites whom; with --missing, only cited cables that are not among the files, also as a table, rows or letters to archives",
  usage:
    "reftel refs PATH… [--format text|json|dot|graphml] [--missing]\nreftel refs PATH… --missing --format table|csv|request",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { format: { type: "string", default: "text" }, missing: { type: "boolean", default: false } },
    });
    const list = LISTS.get(values.format);
    if (list !== undefined && !values.missing) {
      return wrongUsage(io, refs, `the format ${values.format} goes with --missing`);
    }
    const format = FORMATS.get(values.format) ?? (list === undefined ? undefined : FORMATS.get("text"));
    if (format === undefined) {
      const formats = [...FORMATS.keys(), ...LISTS.keys()].join(", ");
      return wrongUsage(io, refs, `there is no format ${JSON.stringify(values.format)}; there are ${formats}`);
    }
    if (positionals.length === 0) {
      return wrongUsage(io, refs, "name a file or folder");
    }
    const cables = await read(positionals, io);
    if (list !== undefined) await io.stdout(list(allMissing(cables.index)));
    else if (values.missing) await writeMissingGraph(cables, format, io);
    else await writeGraph(cables, format, io);
    return cables.exitCode;
  },
};

/** The cables that were read, in their order, and the index of them all: which cable a reference means may be told by the others. */
interface CablesRead {
  readonly index: PackedCableIndex;
  readonly nodes: () => Iterable<Node>;
  readonly exitCode: number;
}

async function read(paths: readonly string[], io: CommandIo): Promise<CablesRead> {
  const report = { failed: false, passedOver: 0 };
  const index = new PackedCableIndex();
  const files: { readonly path: string; readonly file: FileUri }[] = [];
  for await (const { path, tree } of cableFiles(paths, io, report)) {
    const file = uriOfPath(path);
    index.update(file, summaryOf(tree));
    files.push({ path, file });
  }
  reportPassedOver(io, report);
  function* nodes(): Iterable<Node> {
    for (const { path, file } of files) {
      const summary = index.summaryOf(file);
      if (summary !== null) yield nodeOf(summary, path, index);
    }
  }
  return { index, nodes, exitCode: report.failed ? 2 : 0 };
}

async function writeGraph({ nodes }: CablesRead, format: Format, io: Pick<CommandIo, "stdout">): Promise<void> {
  const here = new Set<string>();
  /** What was written of each cable. */
  const edges = new Map<string, readonly CanonicalMrn[]>();
  const ends = new Set<CanonicalMrn>();
  await io.stdout(format.open);
  for (const node of nodes()) {
    // Copies of one cable are one node of the graph, and what they cite is cited once.
    if (format.edge === null || !here.has(node.id)) await io.stdout(format.node(node));
    here.add(node.id);
    if (format.edge === null) continue;
    const known = edges.get(node.id) ?? [];
    const more = node.cites.filter((cited) => !known.includes(cited));
    edges.set(node.id, [...known, ...more]);
    for (const cited of more) {
      ends.add(cited);
      await io.stdout(format.edge(node.id, cited));
    }
  }
  if (format.end !== null) for (const cited of ends) if (!here.has(cited)) await io.stdout(format.end(cited));
  await io.stdout(format.close);
}

/** Only the citations of what is not there, in GraphML with the nodes at their ends, each once. */
async function writeMissingGraph(
  { index, nodes }: CablesRead,
  format: Format,
  io: Pick<CommandIo, "stdout">,
): Promise<void> {
  const citing = new Map<CanonicalMrn, Set<string>>();
  for (const { id, cites } of nodes()) {
    for (const cited of cites) if (!index.has(cited)) citing.set(cited, (citing.get(cited) ?? new Set()).add(id));
  }
  const likely = new Map(allMissing(index).map((cable) => [cable.mrn, cable.likely]));
  const written = new Set<string>();
  await io.stdout(format.open);
  for (const [cited, by] of citing) {
    const days = likely.get(cited) ?? null;
    for (const id of by) {
      if (format.edge === null) {
        const row = { missing: cited, citedBy: id, likelyDays: days === null ? null : daysOf(days) };
        await io.stdout(`${JSON.stringify(row)}\n`);
        continue;
      }
      for (const one of format.end === null ? [] : [id, cited]) {
        if (!written.has(one)) await io.stdout(format.end?.(one) ?? "");
        written.add(one);
      }
      await io.stdout(format.edge(id, cited));
    }
  }
  await io.stdout(format.close);
}

function nodeOf({ mrn, subject, citations, ...summary }: IndexRecord, path: string, index: PackedCableIndex): Node {
  const citing = citingOf({ mrn, ...summary });
  return {
    id: mrn ?? path,
    path,
    subject,
    cites: [...new Set(citations.map((cited) => index.meant(cited, citing).mrn))],
  };
}

/** Text as a quoted name of DOT, whose escapes are fewer than JSON's; control characters are left out, but for the line break of a label. */
function dot(text: string): string {
  const printable = text.replace(/[^\P{Cc}\n]/gu, "");
  return `"${printable.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

/** Text as XML shows it; characters that XML can't hold are left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
