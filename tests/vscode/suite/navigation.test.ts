/** VS Code's own commands answer on a real cable: outline, hover, and the way to the cables it cites. */
import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import {
  commands,
  type DocumentSymbol,
  type Hover,
  Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type SymbolInformation,
  type TextDocument,
  Uri,
} from "vscode";
import { file, indexed, openCable, placeOf, provided } from "./editor.ts";

/** An outline as indented lines. */
function lines(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap((symbol) => [`${indent}${symbol.name}`, ...lines(symbol.children, `${indent}  `)]);
}

/** The text of hovers. */
function hoverText(hovers: readonly Hover[]): string {
  const text = (content: Hover["contents"][number]): string =>
    typeof content === "string" ? content : (content as MarkdownString).value;
  return hovers.flatMap((hover) => hover.contents.map(text)).join("\n");
}

/** A definition as the file's name and its line, counted from 1. */
function target(definition: Location | LocationLink): string {
  const [uri, range] =
    definition instanceof Location
      ? [definition.uri, definition.range]
      : [definition.targetUri, definition.targetSelectionRange ?? definition.targetRange];
  return `${Uri.parse(uri.toString()).path.split("/").at(-1)}:${range.start.line + 1}`;
}

describe("a damaged cable of 2009", () => {
  let cable: TextDocument;
  before(async () => {
    cable = await openCable("09SHANGHAI374.txt");
    await indexed();
  });

  const definitions = async (position: Position): Promise<string[]> => {
    const found = await provided<Location | LocationLink>("vscode.executeDefinitionProvider", cable, position);
    return found.map(target).sort();
  };

  it("is in the index with the other cables of the folder, which nobody opened", async () => {
    const { state, cables } = await indexed();
    assert.equal(state, "ready");
    assert.ok(cables >= 4, `${cables} cables`);
  });

  it("has its sections and paragraphs in the outline", async () => {
    const symbols = await provided<DocumentSymbol>("vscode.executeDocumentSymbolProvider", cable);
    assert.deepEqual(lines(symbols.filter((symbol) => symbol.name !== "Header")), [
      "References",
      "  A. SHANGHAI 66",
      "  B. SHANGHAI 57",
      "  C. GUANGZHOU 510",
      "  D. GUANGZHOU 498",
      "¶ (U) This message is sensitive but…",
      "¶1 (SBU) Summary: Zhejiang's new residency policy…",
      "Zhejiang Residency Policy: Less Reform Than Advertised",
      "  ¶2 (SBU) Caijing magazine, arguably China's most…",
      "  ¶3 (SBU) Zhejiang government officials, however…",
      "Keeping Track of Migrants in a Tough Economy",
      "  ¶4 (SBU) Zhejiang officials said the new policy…",
      "  ¶5 (SBU) Zhejiang's export-oriented small- and…",
      "Economy: Not Out of the Woods Yet",
      "  ¶6 (SBU) Despite the improved job figures…",
      "  ¶7 (SBU) Officials were heartened by 2nd quarter…",
      "Blaming the Bad Elements",
      "  ¶8 (SBU) Continued concern about the economy…",
      "  ¶9 (SBU) Requiring migrants to register for…",
      "Comment",
      "  ¶10 (SBU) Although initially pitched to the media…",
      "Signature CAMP",
    ]);
  });

  for (const [pointed, expected] of [
    ["PGOV", /Internal Governmental Affairs/],
    ["RUEHGH", /Shanghai/i],
    ["RUEHC/DEPT OF LABOR", /DEPT OF LABOR/],
    ["SIPDIS", /SIPRNet|SIPDIS/],
    ["280903Z AUG 09", /Friday/],
  ] as const) {
    it(`says what ${pointed} means`, async () => {
      const hovers = await provided<Hover>("vscode.executeHoverProvider", cable, placeOf(cable, pointed, 1));
      assert.match(hoverText(hovers), expected);
    });
  }

  it("leads from each label of `Refs A and B` to that cable, whatever its file is called", async () => {
    const line = "Refs A and B";
    assert.equal(placeOf(cable, line).line, 89);
    assert.deepEqual(await definitions(placeOf(cable, line, "Refs ".length)), ["09SHANGHAI66.cable:26"]);
    assert.deepEqual(await definitions(placeOf(cable, line, "Refs A and ".length)), ["residency-pilot-notes.txt:23"]);
    assert.deepEqual(await definitions(placeOf(cable, line, 1)), [
      "09SHANGHAI66.cable:26",
      "residency-pilot-notes.txt:23",
    ]);
  });

  it("leads to the REF entry where the cited cable is not in the workspace", async () => {
    assert.deepEqual(await definitions(placeOf(cable, "Refs C and D", "Refs ".length)), ["09SHANGHAI374.txt:45"]);
  });

  it("is among the symbols of the workspace by number, station and a word of its subject, under a name that holds what was typed", async () => {
    for (const [query, name] of [
      ["09SHANGHAI374", "09SHANGHAI374"],
      ["shanghai", "09SHANGHAI374"],
      ["zhejiang", '09SHANGHAI374 NEW ZHEJIANG MIGRANT POLICY FOCUSES ON MAINTAINING "STABILITY"'],
    ]) {
      const found = await commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
      assert.ok(
        found.some((symbol) => symbol.name === name),
        `${query}: ${found.map((symbol) => symbol.name).join(", ")}`,
      );
    }
  });

  it("finds the mentions of a label", async () => {
    const found = await provided<Location>(
      "vscode.executeReferenceProvider",
      cable,
      placeOf(cable, "(A) SHANGHAI 66", 1),
    );
    assert.ok(
      found.some(
        (each) => each.uri.toString() === file("09SHANGHAI374.txt").toString() && each.range.start.line === 89,
      ),
    );
  });
});
