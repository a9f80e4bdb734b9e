/** Checks that a fenced block of Markdown which says it is a cable is coloured as one, and nothing else is. */
import { expect, test } from "vitest";
import { isKindOf, loadGrammar, scopesOf } from "./grammar.ts";

/**
 * The least that a Markdown grammar has to have here: paragraphs, lists that take the indent off their lines, and blocks in
 * fences, which without the injection would take the cable for a language they do not know.
 */
const markdown = {
  scopeName: "text.html.markdown",
  patterns: [{ include: "#list" }, { include: "#block" }],
  repository: {
    $self: {},
    $base: {},
    list: {
      begin: "(?:^|\\G)- ",
      while: "(?:^|\\G) {2}",
      name: "markup.list.unnumbered.markdown",
      patterns: [{ include: "#block" }],
    },
    block: { patterns: [{ include: "#fence" }, { include: "#paragraph" }] },
    fence: { begin: "(?:^|\\G)\\s*```", end: "(?:^|\\G)\\s*```", name: "markup.fenced_code.block.unknown.markdown" },
    paragraph: { begin: "(?:^|\\G)(?=\\S)", while: "(?:^|\\G)(?=\\S)(?!\\s*```)", name: "meta.paragraph.markdown" },
  },
};

const grammar = await loadGrammar("text.html.markdown", new Map([["text.html.markdown", markdown]]));

/** For each line, whether any of it has a scope of the cable grammar other than the one that says where it is. */
function colouredAsCable(text: string): boolean[] {
  return scopesOf(grammar, text.split("\n")).map((spans) =>
    spans.some(({ scopes }) => scopes.some((scope) => scope.endsWith(".cable") && !isKindOf(scope, "meta"))),
  );
}

test.each([
  ["```cable", "```"],
  ["``` cable", "```"],
  ["```telegram", "```"],
  ["~~~Cable {.numberLines}", "~~~"],
])("%s opens a cable", (opening, closing) => {
  const text = ["TAGS: PGOV", "", opening, "FM AMEMBASSY FREDBURG", "", "TAGS: PGOV", closing, "", "TAGS: PGOV"].join(
    "\n",
  );
  expect(colouredAsCable(text)).toEqual([false, false, false, true, false, true, false, false, false]);
});

test.each(["```", "```text", "```cables", "`cable`", "cable"])("%s does not", (opening) => {
  expect(colouredAsCable([opening, "TAGS: PGOV", "```"].join("\n"))).toEqual([false, false, false]);
});

test("a cable in a list is coloured", () => {
  expect(colouredAsCable(["- item", "  ```cable", "  TAGS: PGOV", "  ```", "  TAGS: PGOV"].join("\n"))).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
});

test("a cable that was cut off inside its header ends with its block", () => {
  const text = ["```cable", "TO RUEHC/SECSTATE WASHDC", "INFO RUEHBJ/AMEMBASSY BEIJING", "```", "RUEHGZ/AMCONSUL"].join(
    "\n",
  );
  expect(colouredAsCable(text)).toEqual([false, true, true, false, false]);
});
