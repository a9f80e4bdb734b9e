/** Says how the time of an expression grows with a text, as a tool proves by the automaton it makes of it. */

import { check } from "recheck";
import { worstCaseOf } from "./expression-worst-case.ts";

/** `linear`, or what the tool says of the growth of an expression. */
export async function judge(literal: string): Promise<string> {
  const [, pattern = "", flags = ""] = /^\/([\s\S]*)\/([a-z]*)$/.exec(literal) ?? [];
  let verdict = "";
  for (const isWhole of [false, true]) {
    const worst = worstCaseOf(pattern, flags, isWhole);
    const result = await check(worst.source, worst.flags, { checker: "automaton", timeout: 20_000 });
    if (result.status === "safe") return "linear";
    verdict = result.status === "vulnerable" ? result.complexity.summary : result.status;
  }
  return verdict;
}
