/** `reftel refs`: who cites whom, as text, JSON, DOT or GraphML, cable by cable. */

import { parseArgs } from "node:util";
import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import type { MissingCable } from "../corpus/facets/missing-cables.ts";
import { summaryOf } from "../corpus/index-record.ts";
import { MissingCollector } from "../features/missing/collector.ts";
import { missingCsv, missingMarkdown, missingRequests } from "../features/missing/write-missing.ts";
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

/** How a graph is written: what opens and closes it, and each cable in between, so that nothing but the last one is held in memory. */
interface Format {
  readonly open: string;
  node(node: Node): string;
  /** One citation; null where the node says what it cites, file by file. */
  readonly edge: ((id: string, cited: CanonicalMrn) => string) | null;
  readonly close: string;
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  [
    "text",
    {
      open: "",
      node: () => "",
      edge: (id, cited) => `${id} -> ${cited}\n`,
      close: "",
    },
  ],
  [
    "json",
    {
      open: "",
      node: ({ id, path, subject, cites }) => `${JSON.stringify({ cable: id, file: path, subject, cites })}\n`,
      edge: null,
      close: "",
    },
  ],
  [
    "dot",
    {
      open: "digraph citations {\n",
      node: ({ id, subject }) => `  ${dot(id)} [label=${dot(subject === null ? id : `${id}\n${subject}`)}];\n`,
      edge: (id, cited) => `  ${dot(id)} -> ${dot(cited)};\n`,
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
    if (list !== undefined && values.missing && positionals.length > 0) return writeMissing(positionals, list, io);
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
    return writeGraph(positionals, format, values, io);
  },
};

async function writeMissing(
  paths: readonly string[],
  list: (cables: readonly MissingCable[]) => string,
  io: CommandIo,
): Promise<number> {
  const report = { failed: false, passedOver: 0 };
  const collector = new MissingCollector();
  for await (const { path, tree } of cableFiles(paths, io, report)) collector.add(summaryOf(tree), path);
  await io.stdout(list(collector.missing()));
  reportPassedOver(io, report);
  return report.failed ? 2 : 0;
}

async function writeGraph(
  paths: readonly string[],
  format: Format,
  { format: name, missing: onlyMissing }: { readonly format: string; readonly missing: boolean },
  io: CommandIo,
): Promise<number> {
  const report = { failed: false, passedOver: 0 };
  const here = new Set<string>();
  const written = new Set<string>();
  /** What was written of each cable. */
  const edges = new Map<string, readonly CanonicalMrn[]>();
  /** What may be missing is only known at the end: then all that is kept are numbers. */
  const citing = new Map<CanonicalMrn, string[]>();
  if (!onlyMissing) await io.stdout(format.open);
  for await (const { path, tree } of cableFiles(paths, io, report)) {
    const node = nodeOf(tree, path);
    here.add(node.id);
    if (onlyMissing || name === "graphml") {
      for (const cited of node.cites) {
        const by = citing.get(cited);
        if (by === undefined) citing.set(cited, [node.id]);
        else by.push(node.id);
      }
    }
    if (onlyMissing) continue;
    // Copies of one cable are one node of the graph, and what they cite is cited once.
    const isCopy = format.edge !== null && written.has(node.id);
    written.add(node.id);
    if (!isCopy) await io.stdout(format.node(node));
    if (format.edge === null) continue;
    const known = edges.get(node.id);
    const more = known === undefined ? node.cites : node.cites.filter((cited) => !known.includes(cited));
    edges.set(node.id, known === undefined ? more : [...known, ...more]);
    for (const cited of more) await io.stdout(format.edge(node.id, cited));
  }
  if (onlyMissing) await io.stdout(format.open);
  for (const [cited, by] of onlyMissing || name === "graphml" ? citing : []) {
    if (here.has(cited)) continue;
    if (onlyMissing) for (const id of new Set(by)) await io.stdout(missingEdge(name, format, id, cited, written));
    else await io.stdout(`    <node id="${xml(cited)}"/>\n`);
  }
  await io.stdout(format.close);
  reportPassedOver(io, report);
  return report.failed ? 2 : 0;
}

/** One citation of a cable that is not there; in GraphML with the nodes at its ends, each once. */
function missingEdge(name: string, format: Format, id: string, cited: CanonicalMrn, written: Set<string>): string {
  if (format.edge === null) return `${JSON.stringify({ missing: cited, citedBy: id })}\n`;
  if (name !== "graphml") return format.edge(id, cited);
  const nodes = [id, cited].filter((one) => !written.has(one));
  for (const one of nodes) written.add(one);
  return `${nodes.map((one) => `    <node id="${xml(one)}"/>\n`).join("")}${format.edge(id, cited)}`;
}

function nodeOf(tree: CableTree, path: string): Node {
  const cites = new Set(tree.references.flatMap(({ mrn }) => (mrn === null ? [] : [canonicalMrn(mrn)])));
  return {
    id: tree.mrn === null ? path : canonicalMrn(tree.mrn),
    path,
    subject: tree.header.subject?.value ?? null,
    cites: [...cites],
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
