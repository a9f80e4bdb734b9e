/** Mocha as it runs in a browser, in place of the package's own entry, which needs Node. */
import "mocha/mocha.js";
import type MochaClass from "mocha";

/** What the browser's build leaves behind. */
declare const Mocha: typeof MochaClass;

// Its own reporters write to a page, which a worker has not.
mocha.setup({ ui: "bdd", timeout: 300_000, reporter: class extends Mocha.reporters.Base {} });

/** Runs what the test files have described; not by the browser's own `run`, which looks for filters in the page's address. */
export function runMocha(ended: () => void): Mocha.Runner {
  return Mocha.prototype.run.call(mocha, ended);
}

export const { describe, it, before, beforeEach, after, afterEach } = globalThis;
