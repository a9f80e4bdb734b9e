/** How the unit tests are found: everything under tests/ but the tests that run inside VS Code or with real engines. */
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/vscode/**", "tests/engines/**", "node_modules/**"],
    // What is exported carries its style sheet: without this the tests would see it empty.
    css: true,
    // Servers that no client gives a place keep their indexes in the system's cache folder: those of tests have another.
    env: { XDG_CACHE_HOME: join(tmpdir(), "reftel-tests-cache") },
    // Many start a process or read hundreds of texts: on a machine with other work five seconds are not much.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Without it each of some 160 files would load the sources and their vocabulary anew, which takes longer than most of the tests.
    isolate: false,
    // One more than there are processors: many tests wait for the processes that they start.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ["tests/support/bundle-server.ts"],
    setupFiles: ["tests/support/seed.ts"],
  },
});
