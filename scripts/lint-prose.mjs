// Lists sentences that are too long to be read once: in the documentation, and in the comments of the sources. Exit code 1 where there are any.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";
import { root } from "./lib/paths.mjs";

/** In words: a sentence of more is two. */
const MOST = 40;

/** In words, on average over the sentences of a page that stand in no table. */
const MOST_ON_AVERAGE = 25;

const { values, positionals } = parseArgs({
  options: { most: { type: "string" }, summary: { type: "boolean" } },
  allowPositionals: true,
});

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.md", "*.ts", "*.mjs", "*.css"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && !file.startsWith("tests/corpus/") && !file.startsWith("tests/fixtures/"))
  .filter((file) => file !== "CHANGELOG.md" && !/expected\//.test(file))
  .filter((file) => positionals.length === 0 || positionals.some((path) => file.startsWith(path)));

let found = 0;
for (const file of files) {
  let text;
  try {
    text = readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");
  } catch {
    continue; // Deleted, and not yet committed.
  }
  const isPage = file.endsWith(".md");
  const most = Number(values.most ?? MOST);
  const sentences = (isPage ? paragraphsOfPage(text) : commentsOf(file, text)).flatMap(({ line, prose, isCell }) =>
    sentencesOf(prose).map((sentence) => ({ line, sentence, isCell, words: wordsOf(sentence) })),
  );
  const running = sentences.filter(({ isCell }) => isCell !== true);
  const long = sentences.filter(({ words }) => words > most);
  const average = running.reduce((sum, { words }) => sum + words, 0) / Math.max(1, running.length);
  found += long.length;
  if (isPage && average > MOST_ON_AVERAGE) {
    found++;
    console.log(`${file}: ${average.toFixed(1)} words a sentence on average`);
  }
  if (values.summary) {
    if (long.length > 0)
      console.log(`${file}: ${long.length} long of ${sentences.length}, ${average.toFixed(1)} on average`);
  } else for (const { line, sentence, words } of long) console.log(`${file}:${line}: ${words} words: ${sentence}`);
}
if (found > 0) console.error(`${found} found. One thought a sentence: part them.`);
process.exitCode = found > 0 ? 1 : 0;

/** @typedef {{ line: number, prose: string, isCell?: boolean }} Passage `line` is its first, from 1; `isCell` where it stands in a table. */

/** The paragraphs, list items and cells of a page, without blocks of code. @param {string} text @returns {Passage[]} */
function paragraphsOfPage(text) {
  /** @type {Passage[]} */
  const passages = [];
  let current = { line: 1, prose: "" };
  let fenced = false;
  const close = () => {
    if (current.prose.trim() !== "") passages.push(current);
    current = { line: 0, prose: "" };
  };
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*```/.test(line)) {
      close();
      fenced = !fenced;
    } else if (fenced) continue;
    else if (/^\s*$|^#|^---/.test(line)) close();
    else if (line.startsWith("|")) {
      close();
      for (const cell of line.split(/(?<!\\)\|/)) passages.push({ line: index + 1, prose: cell, isCell: true });
    } else {
      if (/^\s*(?:[-*]|\d+\.) /.test(line)) close();
      if (current.prose === "") current.line = index + 1;
      current.prose += `${line.replace(/^\s*(?:[-*]|\d+\.) /, "")} `;
    }
  }
  close();
  return passages;
}

/** The comments of a source. Line comments that follow each other are one. @param {string} file @param {string} text @returns {Passage[]} */
function commentsOf(file, text) {
  if (file.endsWith(".css")) {
    return [...text.matchAll(/\/\*([\s\S]*?)\*\//g)].map((match) => passage(text, match.index, match[1] ?? ""));
  }
  /** @type {Passage[]} */
  const passages = [];
  const seen = new Set();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      passages.push(passage(text, pos, text.slice(pos, end)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return passages.flatMap(({ line, prose }) =>
    prose
      .split(/\n\s*\n|\n\s*(?:-|@\w+) /)
      .map((part) => ({ line, prose: part.replaceAll(/```[\s\S]*?```/g, "").replaceAll("\n", " ") })),
  );
}

/** @param {string} text @param {number} at @param {string} comment @returns {Passage} */
function passage(text, at, comment) {
  return {
    line: text.slice(0, at).split("\n").length,
    prose: comment.replaceAll(/^\s*(?:\/\*\*?|\*\/|\*(?!\/)|\/\/)[ \t]?/gm, "").replaceAll(/\*\/$/g, ""),
  };
}

/** @param {string} prose @returns {string[]} */
function sentencesOf(prose) {
  return prose
    .replaceAll(/`[^`]*`/g, "X")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .split(/(?<=[.!?]["”)\]]?)\s+(?=[A-Z`*[“"(])/)
    .map((sentence) => sentence.trim().replaceAll(/\s+/g, " "))
    .filter((sentence) => sentence !== "");
}

/** @param {string} sentence */
function wordsOf(sentence) {
  return sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
}
