import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readState, writeState } from "../../src/build/state.ts";
import { filesIn } from "../../src/build/tree.ts";
import { datelineAsUser } from "../support/command.ts";
import { madeOnce, type TestSite, testSite } from "../support/site.ts";

const RELEASE = "en/2017/training-centre/index.html";

function release(title: string, date: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n${more}---\n\nText of ${title}.\n`;
}

/** The site as it is, built. */
const builtSite = madeOnce(async () => {
  const site = testSite();
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  return site;
});

/** What the summary says was rendered, kept and removed. */
function counts(stdout: string): { rendered: number; kept: number; removed: number } {
  const count = (name: string) => Number(new RegExp(`${name} +(\\d+)`).exec(stdout)?.[1]);
  return { rendered: count("rendered"), kept: count("kept"), removed: count("removed") };
}

/** Output file → when it was last written. */
function written(site: TestSite): Map<string, number> {
  return new Map(site.files().map((file) => [file, statSync(path.join(site.output, file)).mtimeMs]));
}

function changedSince(before: ReadonlyMap<string, number>, site: TestSite): string[] {
  return [...written(site)].filter(([file, time]) => before.get(file) !== time).map(([file]) => file);
}

describe("a build", () => {
  test("makes home, release, list and not-found, and says what it did", async () => {
    const site = testSite();
    const run = await site.build();
    expect(run.stderr).toBe("");
    expect(run.code).toBe(0);
    expect(counts(run.stdout)).toEqual({
      rendered: site.files().filter((file) => file.endsWith(".html")).length,
      kept: 0,
      removed: 0,
    });
    expect(site.files()).toEqual(
      expect.arrayContaining([
        "index.html",
        "en/index.html",
        "404.html",
        "en/404.html",
        "en/releases/index.html",
        RELEASE,
      ]),
    );
    const html = site.read(RELEASE);
    expect(html).toContain("<h1>Border guards open a new training centre</h1>");
    expect(html).toContain("Walls are not what we need.");
    expect(html).toContain('href="tel:+375173274876"');
    expect(site.read("index.html")).toContain('href="/en/2017/training-centre/"');
  });

  test("goes on when nobody reads what it says any more", async () => {
    const site = testSite();
    const args = ["--content", site.content, "--output", site.output, "--cache", `${site.output}-cache`];
    const child = spawn(process.execPath, ["src/cli/command.mjs", "build", ...args]);
    child.stdout.destroy();
    const said: string[] = [];
    child.stderr.on("data", (data) => said.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, said }).toEqual({ code: 0, said: [] });
    expect(site.files()).toContain(RELEASE);
  });

  test("with nothing changed renders nothing and leaves every byte", async () => {
    const site = await builtSite();
    const before = written(site);
    const run = await site.build();
    expect(counts(run.stdout).rendered).toBe(0);
    expect(written(site)).toEqual(before);
  });

  test("after one release was changed or added renders its page and the lists that show it, and leaves the numbered pages as they are", async () => {
    const site = testSite();
    for (let day = 10; day < 24; day++)
      site.write(`releases/2018-03-${day}-news-${day}.md`, release(`News ${day}`, `2018-03-${day}`));
    await site.build();
    const before = written(site);
    site.write("releases/2018-03-10-news-10.md", release("News 10 mended", "2018-03-10"));
    await site.build();
    const changed = changedSince(before, site);
    expect(changed).toContain("en/2018/news-10/index.html");
    expect(changed).toContain("en/releases/page/1/index.html");
    expect(changed).not.toContain("en/releases/index.html");
    expect(changed).not.toContain("en/2018/news-20/index.html");
    expect(changed).not.toContain("index.html");

    const second = site.read("en/releases/page/2/index.html");
    expect(second).toContain("News 13");
    site.write("releases/2018-04-01-more.md", release("More", "2018-04-01"));
    await site.build();
    expect(site.read("en/releases/index.html")).toContain("More");
    expect(site.read("en/releases/page/1/index.html")).not.toContain("More");
    expect(site.read("en/releases/page/2/index.html")).toBe(second);
  });

  test("after a change was taken back is what it was before, search included; of a release that was removed it has no file", async () => {
    const site = testSite();
    const file = "releases/2018-03-10-news.md";
    site.write(file, release("News", "2018-03-10"));
    await site.build();
    expect(site.files()).toContain("en/2018/news/index.html");
    const before = new Map(site.files().map((name) => [name, site.read(name)]));
    site.write(file, release("Other words", "2018-03-10"));
    await site.build();
    site.write(file, release("News", "2018-03-10"));
    await site.build();
    expect(new Map(site.files().map((name) => [name, site.read(name)]))).toEqual(before);
    site.remove(file);
    const run = await site.build();
    expect(counts(run.stdout).removed).toBeGreaterThan(0);
    expect(site.files()).not.toContain("en/2018/news/index.html");
    expect(site.read("index.html")).not.toContain("/en/2018/news/");
  });

  test("puts a file where a folder was, and a folder where a file was", async () => {
    const site = testSite();
    const news = (alias: string) =>
      site.write("releases/2018-03-10-news.md", release("News", "2018-03-10", `aliases: [${alias}]\n`));
    for (const alias of ["/old/page.html/more", "/old/page.html", "/old/page.html/more"]) {
      news(alias);
      expect((await site.build()).stderr).toBe("");
      expect(site.files().filter((name) => name.startsWith("old/")).length).toBe(1);
    }
  });

  test("S4: is not stopped by what an earlier one published over its mark, or by one that was cut off", async () => {
    const site = await builtSite();
    const before = site.files();
    // As versions before this one did with the old address /.nojekyll.
    const mark = path.join(site.output, ".nojekyll");
    rmSync(mark);
    mkdirSync(mark);
    const cache = path.join(site.output, "..", "cache");
    const { files } = readState(cache);
    writeFileSync(path.join(mark, "index.html"), "");
    const known = files.get(RELEASE);
    if (known) writeState(cache, { files: new Map([...files, [".nojekyll/index.html", known]]) });
    expect((await site.build()).stderr).toBe("");
    expect(site.files()).toEqual(before);
    expect(site.read(".nojekyll")).toContain("Dateline");
  });

  test("S4: refuses two files that some systems take for one, and leaves the site as it is", async () => {
    const site = testSite();
    site.write("releases/2018-03-10-news.md", release("News", "2018-03-10"));
    await site.build({}, "--record");
    site.remove("releases/2018-03-10-news.md");
    site.write("releases/2018-03-11-more.md", release("More", "2018-03-11", "aliases: [/en/2018/News/]\n"));
    const before = written(site);
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("en/2018/News/index.html and en/2018/news/index.html cannot both be published");
    expect(written(site)).toEqual(before);
  });

  test("serves nothing at addresses that were recorded before the site moved into a folder", async () => {
    const site = testSite();
    await site.build({}, "--record");
    const moved = readFileSync(path.join(site.content, "site.yaml"), "utf8").replace(
      "press.example.org",
      "example.org/organisation/press-office",
    );
    site.write("site.yaml", moved);
    expect((await site.build()).stderr).toBe("");
    for (const file of site.files()) expect(site.read(file)).not.toContain("No longer published");
  });

  test("leaves a notice where a recorded release was removed", async () => {
    const site = testSite();
    site.write("releases/2018-03-10-news.md", release("News of the day", "2018-03-10"));
    site.write("releases/2018-03-11-secret.md", release("Secret", "2018-03-11", "draft: true\n"));
    const run = await site.build({}, "--record");
    expect(run.stdout).toContain("Recorded 2 new addresses");
    expect(readFileSync(path.join(site.content, "addresses.json"), "utf8")).not.toContain("secret");
    site.remove("releases/2018-03-10-news.md");
    expect(await site.build()).toMatchObject({ code: 1, stderr: expect.stringContaining("/en/2018/news/") });
    const list = readFileSync(path.join(site.content, "addresses.json"), "utf8");
    site.write("addresses.json", list.replace(/^( "\/.*": "[^"]*)"/gm, '$1 gone"'));
    await site.build();
    const notice = site.read("en/2018/news/index.html");
    expect(notice).toContain("No longer published");
    expect(notice).not.toContain("News of the day");
  });

  test("repairs an output file that somebody changed, and removes one that is not ours to keep", async () => {
    const site = await builtSite();
    const page = site.read(RELEASE);
    writeFileSync(path.join(site.output, RELEASE), page.replace("training centre", "sneaker outlet"));
    writeFileSync(path.join(site.output, "leak.html"), "left by somebody");
    await site.build();
    expect(site.read(RELEASE)).toBe(page);
    expect(site.files()).not.toContain("leak.html");
  });

  test("makes everything anew when its cache is lost, with the same bytes", async () => {
    const site = await builtSite();
    const before = site.files().map((file) => [file, site.read(file)]);
    const run = await site.build({}, "--cache", path.join(site.output, "..", "other-cache"));
    expect(counts(run.stdout).kept).toBe(0);
    expect(site.files().map((file) => [file, site.read(file)])).toEqual(before);
  });

  test("gives the same bytes in another time zone and locale", async () => {
    const [here, there] = [await builtSite(), testSite()];
    await there.buildAsUser({ TZ: "Asia/Tokyo", LC_ALL: "ru_RU.UTF-8", LANG: "ru_RU.UTF-8" });
    expect(there.files()).toEqual(here.files());
    for (const file of here.files()) expect(there.read(file)).toBe(here.read(file));
  });

  test("of a site in a folder keeps every link inside that folder", async () => {
    const site = testSite();
    site.write(
      "site.yaml",
      readFileSync(path.join(site.content, "site.yaml"), "utf8").replace(
        "press.example.org",
        "office.example.org/press",
      ),
    );
    await site.build();
    for (const file of site.files().filter((name) => name.endsWith(".html"))) {
      const links = [...site.read(file).matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link);
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) expect(link).toMatch(/^\/press\//);
    }
    expect(site.read(RELEASE)).toContain(
      '<link rel="canonical" href="https://office.example.org/press/en/2017/training-centre/">',
    );
  });
});

test("a logo or font is found however its path is written", async () => {
  const site = testSite();
  const theme = "theme: { logo: ./logo.svg, fonts: { body: fonts//own.woff2 } }\n";
  site.write("site.yaml", readFileSync(path.join(site.content, "site.yaml"), "utf8") + theme);
  site.write("logo.svg", readFileSync("assets/icons/mark.svg"));
  site.write("partners/state-border-committee.yaml", "name: Committee\nlogo: ./marks/committee.svg\n");
  site.write("partners/marks/committee.svg", readFileSync("tests/fixtures/showcase/logo.svg"));
  const font = "node_modules/@fontsource-variable/commissioner/files/commissioner-latin-wght-normal.woff2";
  site.write("fonts/own.woff2", readFileSync(font));
  expect((await site.build()).stderr).toBe("");
  const published = (name: string) => site.files().find((file) => file.startsWith(`files/${name}.`));
  expect(site.read(RELEASE)).toContain(`<img src="/${published("logo")}"`);
  expect(site.read("en/partners/state-border-committee/index.html")).toContain(`src="/${published("committee")}"`);
  expect(site.read(RELEASE)).toContain(`/${published("own")}`);
});

describe("a mistake in content/", () => {
  test("is explained, exits with 1, and leaves the last good site as it was", async () => {
    const site = await builtSite();
    const before = written(site);
    site.write("releases/2018-03-10-news.md", "---\ntitle: News: the colon\ndate: 2018-03-10\n---\n\nText.\n");
    site.write("releases/2018-03-11-more.md", release("More", "2018-13-11"));
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stderr).toContain("2018-03-10-news.md:2:8");
    expect(run.stderr).toContain("2018-03-11-more.md:3:7");
    expect(written(site)).toEqual(before);
  });

  test("in BUILD_TIME, in the arguments or in the output folder is a sentence too", async () => {
    const site = testSite();
    const wrongTime = await site.build({ BUILD_TIME: "yesterday" });
    expect([wrongTime.code, wrongTime.stderr]).toEqual([1, expect.stringContaining("BUILD_TIME is “yesterday”")]);
    const wrongOption = await datelineAsUser("build", ["--colour"]);
    expect([wrongOption.code, wrongOption.stderr]).toEqual([1, expect.stringContaining("--colour")]);
    const foreign = await site.build({}, "--output", site.content);
    expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringContaining("that Dateline did not make")]);
    expect(filesIn(site.content)).toContain("site.yaml");
    site.write("ledger.json", "<<<<<<< HEAD\n{}\n");
    const merged = await site.build();
    expect([merged.code, merged.stderr]).toEqual([1, expect.stringContaining("ledger.json cannot be read")]);
  });

  test("does not lead to the loss of what others have put into the output, or Git", async () => {
    const site = testSite();
    const put = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(site.output, file)), { recursive: true });
      writeFileSync(path.join(site.output, file), text);
    };
    put(".nojekyll", "");
    put("CNAME", "press.example.org");
    expect((await site.build()).stderr).toContain("that Dateline did not make");
    expect(site.files()).toEqual([".nojekyll", "CNAME"]);
    rmSync(site.output, { recursive: true });
    await site.build();
    put(".git/HEAD", "ref: refs/heads/main");
    mkdirSync(path.join(site.output, ".git/refs/tags"), { recursive: true });
    site.remove("releases/2017-01-27-training-centre.md");
    expect((await site.build()).stderr).toBe("");
    expect(site.read(".git/HEAD")).toBe("ref: refs/heads/main");
    expect(existsSync(path.join(site.output, ".git/refs/tags"))).toBe(true);
  });
});

describe("the gate", () => {
  test("lets nothing of a draft or an embargoed release out, and everything when its time has come", async () => {
    const site = testSite();
    site.write("releases/2018-03-10-draft.md", release("Zebra draft", "2018-03-10", "draft: true\n"));
    site.write(
      "releases/2018-03-11-later.md",
      release("Zebra later", "2018-03-11", 'embargo: "2026-11-23 15:00 +03:00"\n'),
    );
    site.write("releases/2026-11-24-tomorrow.md", release("Zebra tomorrow", "2026-11-24"));
    const before = await site.build({ BUILD_TIME: "2026-11-23T11:59:59Z" });
    expect(before.stdout).toContain("withheld  3");
    for (const file of site.files()) {
      expect(file).not.toMatch(/draft|later|tomorrow/);
      expect(site.read(file)).not.toContain("Zebra");
    }
    await site.build({ BUILD_TIME: "2026-11-23T12:00:00Z" });
    expect(site.read("index.html")).toContain("Zebra later");
    expect(site.files()).not.toContain("en/2026/tomorrow/index.html");
    await site.build({ BUILD_TIME: "2026-11-23T21:00:00Z" });
    expect(site.read("en/2026/tomorrow/index.html")).toContain("Zebra tomorrow");
    expect(site.files().join()).not.toContain("draft");
  });
});
