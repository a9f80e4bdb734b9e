/** Neovim and Emacs, where they are installed, with the configuration that the documentation gives: outline, hover, jump, diagnostics. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bundle } from "../lsp/server-file.ts";
import { documented, isInstalled, runEditor } from "./editor.ts";

const script = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

const HEADINGS = ["Zhejiang Residency Policy: Less Reform Than Advertised", "Blaming the Bad Elements", "Comment"];

describe("Neovim", () => {
  test.skipIf(!isInstalled("nvim"))(
    "answers with the documented configuration (passed over where Neovim is not installed)",
    { timeout: 100_000 },
    () => {
      const answers = runEditor("nvim", ["--headless", "-u", "$FOLDER/init.lua", "-c", "luafile $FOLDER/ask.lua"], {
        program: bundle.program,
        files: { "init.lua": documented("neovim.md", "lua"), "ask.lua": script("neovim.lua") },
      });
      expect(answers).toEqual({
        filetype: "cable",
        symbols: expect.arrayContaining(["Header", "References", ...HEADINGS]),
        hover: expect.stringMatching(/Shanghai/i),
        definition: "09SHANGHAI66.cable",
        diagnostics: expect.arrayContaining(["swallowed-paragraph-mark"]),
      });
    },
  );
});

describe("Emacs with Eglot", () => {
  const eglot = ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"];
  const hasEglot = isInstalled("emacs") && spawnSync("emacs", eglot).status === 0;

  test.skipIf(!hasEglot)(
    "answers with the documented configuration (passed over where Emacs or Eglot is not installed)",
    { timeout: 100_000 },
    () => {
      const answers = runEditor("emacs", ["--batch", "-l", "$FOLDER/init.el", "-l", "$FOLDER/ask.el"], {
        program: bundle.program,
        files: { "init.el": `(package-initialize)\n${documented("emacs.md", "elisp")}`, "ask.el": script("emacs.el") },
      });
      expect(answers).toEqual({
        mode: "cable-mode",
        symbols: expect.arrayContaining(["Namespace"]),
        hover: expect.stringMatching(/Shanghai/i),
        definition: "09SHANGHAI66.cable",
        diagnostics: expect.arrayContaining([expect.stringMatching(/paragraph/i)]),
      });
    },
  );
});
