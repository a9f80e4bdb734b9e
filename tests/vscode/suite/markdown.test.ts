/** The editor's own Markdown preview shows a fenced cable with colours. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { commands } from "vscode";
import { eventually, indexed } from "./editor.ts";

const NOTE = `# Fees

\`\`\`cable
TAGS: PREL, SP
SUBJECT: INVENTED <b onclick="x()">FEES</b>

1. (SBU) They are due.
\`\`\`
`;

describe("a note with a fenced cable", () => {
  it("has the cable in colours, and no markup of its text", async () => {
    await indexed();
    const html = await eventually("the fence to have colours", async () => {
      const page = await commands.executeCommand<string>("markdown.api.render", NOTE);
      return page.includes("reftel-") ? page : undefined;
    });
    assert.match(html, /<span class="reftel-tag">PREL<\/span>/);
    assert.match(html, /<span class="reftel-portion reftel-unclassified">\(SBU\)<\/span>/);
    assert.doesNotMatch(html, /<b /);
  });
});
