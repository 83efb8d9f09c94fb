import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openPage, useChromium } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { serve } from "../support/serve.ts";

useChromium();

test("another site may show a release's card in a frame, as oEmbed says, and no page of the site", async () => {
  const site = await serve(path.join(await fixture("showcase"), "_site"));
  onTestFinished(() => site.close());
  const told = (await (await fetch(`${site.origin}/embed/en/2026/river-gauges.json`)).json()) as { html: string };
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-embed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const here = told.html.replaceAll("https://press.example.net", site.origin);
  writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html><title>A newspaper</title>${here}<iframe src="${site.origin}/en/2026/river-gauges/" title="page"></iframe>`,
  );
  const newspaper = await serve(folder);
  onTestFinished(() => newspaper.close());
  const { page, faults } = await openPage();
  await page.goto(newspaper.origin);
  await page.waitForLoadState("networkidle");

  const framed = page.frameLocator("iframe >> nth=0");
  expect(await framed.locator("h1").textContent()).toMatch(/^Sixty-four river gauges/);
  const card = page.frames().find((frame) => frame.url().includes("/embed/"));
  expect(await card?.evaluate<number>('document.querySelector("img").naturalWidth')).toBeGreaterThan(0);
  expect(await card?.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThanOrEqual(300);
  expect(await page.frameLocator("iframe >> nth=1").locator("h1").count()).toBe(0);
  expect(faults).toEqual([expect.stringContaining("frame-ancestors 'self'")]);
});
