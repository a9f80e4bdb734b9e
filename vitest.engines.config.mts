/** How the tests with real engines are found: they need what `npm run test:engines` installs, and are no part of `npm test`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/engines/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each engine loads a binary of its own: one process each.
    pool: "forks",
    globalSetup: ["tests/support/bundle-server.ts"],
  },
});
