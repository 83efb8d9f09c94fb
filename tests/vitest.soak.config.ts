import { defineConfig } from "vitest/config";

/** The longer proofs: `npm run test:soak`. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/soak/**/*.soak.ts"],
    globalSetup: ["tests/support/chromium.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["verbose"],
  },
});
