import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { siteIn, testSite } from "../support/site.ts";

interface Preview {
  /** Its address, and that of what was changed last. */
  readonly address: string;
  readonly newest: string;
  stop(): void;
}

/** Starts `npm start`'s program on a content folder. */
function startPreview(
  content: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd = ".",
): Promise<Preview> {
  const cache = path.join(content, "..", "preview");
  const child = spawn(
    process.execPath,
    [path.resolve("src/cli/command.mjs"), "start", "--content", content, "--cache", cache, "--port", "18080", ...args],
    { cwd, env: { ...env, NO_COLOR: "1" } },
  );
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    child.kill();
  };
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      const newest = /changed last is at (\S+)/.exec(said)?.[1];
      if (address && newest) resolve({ address, newest, stop });
    });
    child.stderr.on("data", (data: Buffer) => {
      said += data.toString();
    });
    child.on("exit", (code, signal) => {
      if (!isStopped) console.error(`The preview has ended: ${code ?? signal}. ${said}`);
      reject(new Error(said));
    });
  });
}

const FILE = "releases/2017-01-27-training-centre.md";
const folder = mkdtempSync(path.join(tmpdir(), "dateline-preview-"));
const site = siteIn(folder, "minimal");
const good = site.source(FILE);

/** The preview that most tests look at, with a draft from long ago; each leaves the release as it was. */
let preview: Preview;
beforeAll(async () => {
  site.write("releases/2026-12-01-plan.md", "---\ntitle: The plan\ndraft: true\n---\n");
  utimesSync(path.join(site.content, "releases/2026-12-01-plan.md"), 1, 1);
  preview = await startPreview(site.content);
});
afterAll(() => {
  preview.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the preview shows drafts, explains a mistake in the browser, and comes back when it is mended", async () => {
  const { address } = preview;
  const { page, faults } = await openPage();

  await page.goto(`${address}/en/2026/plan/`);
  expect(await page.getByRole("note").textContent()).toContain("Draft");

  await page.goto(`${address}/en/2017/training-centre/`);
  site.write(FILE, good.replace("opened today", "opened yesterday"));
  await page.locator("#main").getByText("The centre opened yesterday.").waitFor();

  site.write(FILE, good.replace("location: smarhon", "location: smarhoon"));
  await page.getByText("Did you mean “smarhon”?").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("One thing has to be put right");

  site.write(FILE, good);
  await page.locator("#main").getByText("The centre opened today.").waitFor();
  expect(faults).toEqual([]);
});

test("what is saved while a page is still loading shows too", async () => {
  const { newest } = preview;
  const { page, faults } = await openPage();
  let isSaved = false;
  await page.route("**/__preview/reload.js", async (route) => {
    if (!isSaved) {
      isSaved = true;
      site.write(FILE, good.replace("opened today", "opened yesterday"));
      await expect.poll(async () => (await page.request.get(newest)).text()).toContain("opened yesterday");
    }
    await route.continue();
  });

  await page.goto(newest);
  await page.locator("#main").getByText("The centre opened yesterday.").waitFor();
  site.write(FILE, good);
  await page.locator("#main").getByText("The centre opened today.").waitFor();
  expect(faults).toEqual([]);
});

test("the preview opens in the browser at what was changed last, and what is saved the moment it says its address shows", async () => {
  const own = testSite();
  // What opens a browser, on Linux and on a Mac.
  const browser = path.join(own.content, "..", "bin", "open");
  const opened = path.join(own.content, "..", "opened");
  mkdirSync(path.dirname(browser));
  writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" > "${opened}"\n`, { mode: 0o755 });
  const { PATH = "", HOME } = process.env;
  const env = { PATH: `${path.dirname(browser)}${path.delimiter}${PATH}`, HOME, BROWSER: browser };
  const { newest, stop } = await startPreview(own.content, ["--open"], env);
  onTestFinished(stop);
  own.write(FILE, good.replace("opened today", "opened yesterday"));
  await expect.poll(async () => (await fetch(newest)).text()).toContain("opened yesterday");
  await expect.poll(() => existsSync(opened) && readFileSync(opened, "utf8")).toBe(newest);
});

test("what is saved the moment the preview says its address shows in an office of many releases and no templates of its own", async () => {
  const own = testSite();
  for (let n = 0; n < 1500; n++)
    own.write(`releases/2016-01-27-centre-${n}.md`, good.replace("opened today", `opened as number ${n}`));
  const office = path.dirname(own.content);
  const { address, stop } = await startPreview(own.content, [], process.env, office);
  onTestFinished(stop);
  own.write("releases/2016-01-27-centre-1499.md", good.replace("opened today", "opened yesterday"));
  await expect.poll(async () => (await fetch(`${address}/en/2016/centre-1499/`)).text()).toContain("opened yesterday");
});

test("the preview makes a costly file when a page that shows it is looked at, and the page says its size", async () => {
  const own = testSite();
  const { newest, stop } = await startPreview(own.content);
  onTestFinished(stop);
  const made = () => {
    const folder = path.join(own.content, "..", "preview", "made", "pdf");
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  expect(made()).toEqual([]);
  const [, link = "", size] =
    /href="([^"]+\.pdf)"[\s\S]{0,200}?(\d+)\skB/.exec(await (await fetch(newest)).text()) ?? [];
  expect(made()).toHaveLength(1);
  const pdf = await (await fetch(new URL(link, newest))).arrayBuffer();
  expect(Math.round(pdf.byteLength / 1000)).toBe(Number(size));
});

test("the preview answers nobody who asks under another name: a page of another site cannot read drafts", async () => {
  const { newest } = preview;
  const status = (host: string) =>
    new Promise((resolve) => get(newest, { headers: { host } }, (response) => resolve(response.resume().statusCode)));
  const { port } = new URL(newest);
  expect(await status(`press.example.com:${port}`)).toBe(403);
  expect(await status(`127.0.0.1:${port}`)).toBe(200);
});

/** Opens a panel of the bar. A page that is loaded anew between press and release of the button takes the click with it. */
async function open(bar: Locator, name: string): Promise<void> {
  const panel = bar.locator("details", { hasText: name });
  const isOpen = () => panel.evaluate((details) => (details as HTMLDetailsElement).open);
  const opened = async () => {
    if (!(await isOpen())) await panel.locator("summary").click();
    return isOpen();
  };
  await expect.poll(opened).toBe(true);
}

test("a bar under each page says how the release stands and what the check finds, until it is mended", async () => {
  const { address, newest } = preview;
  expect(newest).toBe(`${address}/en/2017/training-centre/`);
  const { page, faults } = await openPage();
  const bar = page.getByRole("complementary", { name: "Preview" });

  await page.goto(`${address}/en/2026/plan/`);
  await bar.getByText("Draft", { exact: true }).waitFor();
  await open(bar, "Share image");
  await bar.getByText("There is none before the release is public.").waitFor();

  await page.goto(newest);
  await bar.getByText("Public", { exact: true }).waitFor();
  await open(bar, "Check");
  const wrong = good.replace("opened today", "gave psycological help today");
  site.write(FILE, wrong);
  const finding = bar.getByRole("listitem").filter({ hasText: "psycological" });
  await finding.waitFor();
  const line = wrong.slice(0, wrong.indexOf("psycological")).split("\n").length;
  expect(await finding.getByRole("link").getAttribute("href")).toBe(
    `vscode://file${path.join(site.content, FILE)}:${line}:17`,
  );
  expect(await finding.textContent()).toContain("→");

  site.write(FILE, good);
  await page.locator("#main").getByText("The centre opened today.").waitFor();
  await bar.getByText("1 warning").waitFor();
  expect(await bar.textContent()).not.toContain("psycological");
  expect(faults).toEqual([]);
});

test("the bar shows a release as others will: card, share image, search result, plain text, on a phone, and not in print", async () => {
  const { address, newest } = preview;
  const { page, faults } = await openPage();
  const bar = page.getByRole("complementary", { name: "Preview" });

  await page.goto(newest);
  await open(bar, "Search result");
  await bar.getByText("press.example.org › en › 2017 › training-centre").waitFor();
  await open(bar, "Share image");
  const image = bar.getByRole("img");
  await image.evaluate((element) => (element as unknown as { decode(): Promise<void> }).decode());
  await expect.poll(() => image.evaluate((element) => Reflect.get(element, "naturalWidth"))).toBe(1200);
  await page.emulateMedia({ media: "print" });
  await bar.waitFor({ state: "hidden" });
  await page.emulateMedia({ media: "screen" });

  const text = await bar.getByRole("link", { name: "Plain text" }).getAttribute("href");
  expect(await (await page.request.get(`${address}${text}`)).text()).toContain(
    "Border guards open a new training centre",
  );

  await bar.getByRole("link", { name: "390 px" }).click();
  const phone = page.frameLocator("iframe");
  await phone.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(() => phone.locator("html").evaluate((html) => html.clientWidth)).toBe(390);
  expect(await phone.locator("dateline-preview").count()).toBe(0);

  await page.goBack();
  await bar.getByRole("link", { name: "Card" }).click();
  await page.waitForURL("**/en/releases/?card=*");
  const marked = page.locator("main [style*=outline]");
  await expect.poll(() => marked.textContent()).toContain("Border guards open a new training centre");
  expect(faults).toEqual([]);
});
