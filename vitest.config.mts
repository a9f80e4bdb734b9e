/** How the unit tests are found: everything under tests/ but the tests that run inside VS Code. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/vscode/**", "node_modules/**"],
    // What is exported carries its style sheet: without this the tests would see it empty.
    css: true,
    // Many start a process or read hundreds of texts: on a machine with other work five seconds are not much.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/support/seed.ts"],
  },
});
