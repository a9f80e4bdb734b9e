/** How the unit tests are found: everything under tests/ but the tests that run inside VS Code. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/vscode/**", "node_modules/**"],
    // What is exported carries its style sheet: without this the tests would see it empty.
    css: true,
    setupFiles: ["tests/support/seed.ts"],
  },
});
