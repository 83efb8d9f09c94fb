import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { builtSite } from "../support/pages.ts";
import { serve } from "../support/serve.ts";

/** Installed for this proof alone: with what it needs, it is larger than all packages that the project needs. */
const LIGHTHOUSE = "lighthouse@13.5.0";

/** One page of each kind that readers come to first. */
const PAGES = [
  "/en/",
  "/en/2026/river-gauges/",
  "/ar/2026/river-gauges/",
  "/en/releases/",
  "/en/speakers/gulnara-sabyr/",
  "/en/search/",
  "/en/events/",
];

test.each(PAGES)(
  "Lighthouse gives %s on a phone 100 for accessibility, best practices and search engines",
  async (page) => {
    const served = await serve((await builtSite("showcase")).folder);
    const options = ["--output=json", "--quiet", "--chrome-flags=--headless --no-sandbox"];
    const { stdout } = await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, served.origin + page, ...options], {
      maxBuffer: 2 ** 26,
      env: { ...process.env, CHROME_PATH: inject("chromium") },
    });
    served.close();
    const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number }> };
    const scores = Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    );
    // How fast a page is depends on what else the machine does: that is told, and not asked for.
    console.log(`${page} performance: ${scores.performance}`);
    expect(scores).toMatchObject({ accessibility: 100, "best-practices": 100, seo: 100 });
  },
);
