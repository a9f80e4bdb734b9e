/** `reftel explain`: what codes mean, at a date or at all times, and where that is known from. */

import { parseArgs } from "node:util";
import { disk, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import { type CableDate, parseCableDate } from "../vocabulary/date.ts";
import { explain as explainCode } from "../vocabulary/explain.ts";
import type { Explanation } from "../vocabulary/explanation.ts";
import { renderExplanationText } from "../vocabulary/render.ts";
import { type Command, type CommandIo, whatIsWrong } from "./command.ts";

const USAGE = "reftel explain CODE… [--date YYYY-MM-DD]";

/** Exit codes of the contract: 1 where a code is unknown, 2 where the command was called wrongly. */
const UNKNOWN_CODE = 1;
const WRONG_USAGE = 2;

/** Runs the command; never throws. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const request = readRequest(args);
  if (typeof request === "string") {
    io.stderr(`reftel explain: ${request}\nUsage: ${USAGE}\n`);
    return WRONG_USAGE;
  }
  const complain = (problem: string): void => io.stderr(`reftel explain: ${problem}\n`);
  const vocabulary = await readVocabulary(disk, [uriOfPath(".")], null, complain);
  let exitCode = 0;
  let isFirst = true;
  for (const { code, explanations } of asNames(request.codes, (code) => explainCode(code, request.date, vocabulary))) {
    if (explanations.length === 0) {
      io.stderr(`reftel explain: ${code}: not in the vocabulary\n`);
      exitCode = UNKNOWN_CODE;
    }
    for (const explanation of explanations) {
      await io.stdout(`${isFirst ? "" : "\n"}${renderExplanationText(explanation)}`);
      isFirst = false;
    }
  }
  return exitCode;
}

interface Explained {
  readonly code: string;
  readonly explanations: readonly Explanation[];
}

/** The most words of one name: `WHITE HOUSE NATIONAL SECURITY COUNCIL`. */
const MOST_WORDS = 6;

/**
 * Each argument with what it is. A name of several words need not be quoted: `ROGER CHANNEL`, `EU MEMBER STATES COLLECTIVE`, of which the
 * first is a code by itself.
 */
function asNames(codes: readonly string[], explainOne: (code: string) => readonly Explanation[]): readonly Explained[] {
  const all: Explained[] = [];
  for (let at = 0; at < codes.length; ) {
    const named = longestName(codes.slice(at, at + MOST_WORDS), explainOne);
    all.push(named);
    at += named.words;
  }
  return all;
}

function longestName(
  codes: readonly string[],
  explainOne: (code: string) => readonly Explanation[],
): Explained & { readonly words: number } {
  const [first = ""] = codes;
  const explanations = explainOne(first);
  for (let words = codes.length; words > 1; words--) {
    const code = codes.slice(0, words).join(" ");
    // Codes side by side may look like a line of a header, which is not what is meant.
    const found = explainOne(code).filter(({ kind }) => kind !== "header line");
    const isWhole = found.some((one) => compact(one.code) === compact(code) || explanations.length === 0);
    if (isWhole) return { code, explanations: found, words };
  }
  return { code: first, explanations, words: 1 };
}

function compact(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** Codes and date of the arguments, or what is wrong with them. */
function readRequest(
  args: readonly string[],
): { readonly codes: readonly string[]; readonly date: CableDate | null } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { date: { type: "string" } },
      allowPositionals: true,
    });
    const codes = positionals.filter((code) => code.trim() !== "");
    if (codes.length === 0) return "name at least one code";
    if (values.date === undefined) return { codes, date: null };
    const date = parseCableDate(values.date);
    return date === null ? `not a date: ${values.date}` : { codes, date };
  } catch (error) {
    return whatIsWrong(error);
  }
}

export const explain: Command = {
  name: "explain",
  summary: "What a TAG, routing indicator, caption, office symbol or other code means.",
  usage: USAGE,
  run,
};
