import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openPage, useChromium } from "../support/browser.ts";
import { testSite } from "../support/site.ts";

useChromium();

/** Starts `npm start`'s program on a content folder; resolves with its address. */
function startPreview(content: string): Promise<string> {
  const cache = path.join(content, "..", "preview");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "src/cli/start.ts", "--content", content, "--cache", cache, "--port", "18080"],
    {
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  onTestFinished(() => {
    child.kill();
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.stderr.on("data", (data: Buffer) => {
      said += data.toString();
    });
    child.on("exit", () => reject(new Error(said)));
  });
}

test("the preview shows drafts, explains a mistake in the browser, and comes back when it is mended", async () => {
  const site = testSite();
  const file = "releases/2017-01-27-training-centre.md";
  const good = readFileSync(path.join(site.content, file), "utf8");
  site.write("releases/2026-12-01-plan.md", "---\ntitle: The plan\ndraft: true\n---\n");
  const address = await startPreview(site.content);
  const { page, faults } = await openPage();

  await page.goto(`${address}/en/2026/plan/`);
  expect(await page.getByRole("note").textContent()).toContain("Draft");

  await page.goto(`${address}/en/2017/training-centre/`);
  site.write(file, good.replace("opened today", "opened yesterday"));
  await page.getByText("The centre opened yesterday.").waitFor();

  site.write(file, good.replace("location: smarhon", "location: smarhoon"));
  await page.getByText("Did you mean “smarhon”?").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("One thing has to be put right");

  site.write(file, good);
  await page.getByText("The centre opened today.").waitFor();
  expect(faults).toEqual([]);
});
