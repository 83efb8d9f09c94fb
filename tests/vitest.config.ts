import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first.ts";

/** The largest fixture is built by the real command line in a process of its own, other sites within a worker: a test may take seconds. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/chromium.ts", "tests/support/memory.ts"],
    // A machine with much to do takes its time.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    // Builds make much that is soon done with: room for it costs less than looking through it often.
    execArgv: ["--max-semi-space-size=64", "--min-semi-space-size=32"],
    sequence: { sequencer: LongestFirst },
    // Where the tests run says nothing of where a site is built: on an office's own computer, unless a test says otherwise.
    env: { NO_COLOR: "1", CI: "" },
    setupFiles: ["tests/support/quick.ts"],
    // No test changes what a module holds: each is loaded once a worker, not once a file.
    isolate: false,
    reporters: process.env.CI ? ["verbose"] : ["default"],
  },
});
