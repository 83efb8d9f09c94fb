import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dateline, datelineAsUser } from "../support/command.ts";
import { releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";

function folderWith(files: Readonly<Record<string, string>>, fixture?: string): string {
  const folder = ownFolder();
  if (fixture) cpSync(fixture, folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const FILE = "releases/2018-03-04-centre.md";
function site(text: string): string {
  const folder = folderWith({ [FILE]: text }, "tests/fixtures/minimal");
  rmSync(path.join(folder, "releases/2017-01-27-training-centre.md"));
  return folder;
}

test("people read findings by file, with the lines and what would be right; warnings never fail the check", async () => {
  const folder = site(releaseFile({}, "Most of the pepple came."));
  const { code, stdout } = await dateline("check", ["--content", folder]);
  expect(code).toBe(0);
  expect(stdout.replaceAll(folder, "content").replace(/in \d+\.\d+ s/, "in 0 s")).toMatchInlineSnapshot(`
    "content/releases/2018-03-04-centre.md

      9:13  warning  spelling
      “pepple” is in no dictionary.
         7 | ---
         8 |
      >  9 | Most of the pepple came.
           |             ^
        10 |
      → Did you mean “people”? If it is right, add it to words.txt.

      1 warning found in 2 files in 0 s
    "
  `);
});

test("a hint is shown only where it is asked for, and counted where it is not", async () => {
  const folder = site(releaseFile({}, "The BGSI is open."));
  const without = await dateline("check", ["--content", folder]);
  expect(without.stdout).not.toContain("acronym");
  expect(without.stdout).toContain("1 hint that may well be wrong: npm run check -- --hints shows it.");
  const asked = await dateline("check", ["--content", folder, "--hints"]);
  expect(asked.stdout).toContain("BGSI is never spelled out.");
  expect(asked.stdout).toContain("1 hint found");
  const programs = (args: string[]) => dateline("check", ["--content", folder, "--format", "json", ...args]);
  expect(JSON.parse((await programs([])).stdout)).toEqual([]);
  expect(JSON.parse((await programs(["--hints"])).stdout)).toHaveLength(1);
});

test("an error fails the check, and so does a file that cannot be read", async () => {
  expect((await dateline("check", ["--content", site(releaseFile({}, "The centreâ€™s day"))])).code).toBe(1);
  const { code, stdout } = await dateline("check", ["--content", site("---\ntitle: A: b\n---\n\nText.\n")]);
  expect(code).toBe(1);
  expect(stdout).toContain("There is a second colon in this line");
});

test("annotations for GitHub, and SARIF for code scanning", async () => {
  const folder = site(releaseFile({}, "Most of the pepple came."));
  const github = await dateline("check", ["--content", folder, "--format", "github"]);
  expect(github.stdout.replace(folder, "content")).toBe(
    "::warning file=content/releases/2018-03-04-centre.md,line=9,col=13,title=spelling::“pepple” is in no dictionary. Did you mean “people”? If it is right, add it to words.txt.\n",
  );
  const sarif = JSON.parse((await dateline("check", ["--content", folder, "--format", "sarif"])).stdout);
  expect(sarif.version).toBe("2.1.0");
  expect(sarif.runs[0].results).toMatchObject([
    {
      ruleId: "spelling",
      ruleIndex: 0,
      level: "warning",
      locations: [{ physicalLocation: { region: { startLine: 9, startColumn: 13 } } }],
    },
  ]);
  expect(sarif.runs[0].tool.driver.rules[0]).toMatchObject({ id: "spelling" });
  // What the schema of SARIF 2.1.0 asks of a log, a tool and a result; code scanning also wants a place with a line from 1 on.
  expect(Object.keys(sarif)).toEqual(["$schema", "version", "runs"]);
  expect(sarif.runs[0].tool.driver.name).toBe("Dateline");
  for (const { message, level, locations } of sarif.runs[0].results) {
    expect(message.text).not.toBe("");
    expect(["error", "warning", "note"]).toContain(level);
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(artifactLocation.uri).toMatch(/^[^\s\\]+$/);
    expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThanOrEqual(1);
  }
  const unknown = await dateline("check", ["--content", folder, "--format", "xml"]);
  expect(unknown.stderr).toContain("There is no format “xml”. It can be: people, json, sarif, github.");
});

test("two threads find the same as one, byte for byte", async () => {
  const texts = ["Most of the pepple came.", "The the centreâ€™s day", "See https://example.org/?fbclid=abc", "It is."];
  const files = texts.map((text, index) => [`releases/2018-03-04-centre-${index}.md`, releaseFile({}, text)]);
  const folder = folderWith(Object.fromEntries(files), "tests/fixtures/minimal");
  const args = ["--content", folder, "--format", "json", "--threads"];
  const one = await dateline("check", [...args, "1"]);
  const two = await datelineAsUser("check", [...args, "2"]);
  expect(JSON.parse(one.stdout)).toHaveLength(5);
  expect(two).toEqual(one);
  const none = await dateline("check", ["--content", folder, "--threads", "many"]);
  expect(none.stderr).toContain("--threads takes a number");
});

test("--fix mends blanks, marks, accents, tracking and invisible characters, shows what it did, and touches nothing else", async () => {
  const fields = 'title: "The  centre: a  title"\nsummary: >-\n  Folded  words\n  stay.';
  const body = [
    'People  flee , they don’t walk, from the “old” "wall".',
    "The cafe\u0301 and [the report](https://example.org/?utm_source=x&id=7).",
    "| a  | b |\n| --- | --- |\n| c  | d |",
    "`code  stays`, and the line ends  \nhere.\u200b",
  ].join("\n\n");
  const text = releaseFile({ title: undefined }, body).replace("---\n", `---\n${fields}\n`);
  const folder = site(text.replaceAll("\n", "\r\n"));
  const { stdout } = await dateline("check", ["--content", folder, "--fix"]);
  const after = readFileSync(path.join(folder, FILE), "utf8");
  expect(after).toContain("\r\n");
  expect(after.replaceAll("\r\n", "\n")).toBe(
    text
      .replace("People  flee , they don’t walk, from the “old”", 'People flee, they don\'t walk, from the "old"')
      .replace("cafe\u0301", "café")
      .replace("?utm_source=x&id=7", "?id=7")
      .replace("\u200b", ""),
  );
  expect(stdout).toContain("+People flee, they don't walk");
  const again = await dateline("check", ["--content", folder, "--fix"]);
  expect(again.stdout).not.toContain("@@");
});

test("--changed looks only at what differs from the last commit, or says that there is no git", async () => {
  const folder = site(releaseFile({}, "Most of the pepple came."));
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", ...args],
      { cwd: folder, stdio: "ignore" },
    );
  const check = () =>
    datelineAsUser("check", ["--content", folder, "--changed", "--format", "json"], {
      GIT_CEILING_DIRECTORIES: path.dirname(folder),
    });
  expect((await check()).stderr).toContain("there is no git or no commit here");
  git("init", "-b", "main");
  git("add", ".");
  git("commit", "-m", "x");
  expect(JSON.parse((await check()).stdout)).toEqual([]);
  writeFileSync(path.join(folder, "releases/opening.jpg"), "x");
  expect((await check()).stdout).toContain("“opening.jpg” lies beside this text");
  rmSync(path.join(folder, "releases/opening.jpg"));
  writeFileSync(
    path.join(folder, "releases/2018-03-05-new.md"),
    releaseFile({ date: "2018-03-05" }, "Most of the peeple came."),
  );
  const found = JSON.parse((await check()).stdout) as { found: string }[];
  expect(found.map(({ found: words }) => words)).toEqual(["peeple"]);
});

test("--site finds broken links and anchors, ids that are there twice, headings, metadata and feeds", async () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en"><head><title>T</title><meta name="description" content="d">${head}</head><body><h1>T</h1>${body}</body></html>`;
  const canonical = (url: string) => `<link rel="canonical" href="https://press.example.org/press${url}">`;
  const folder = folderWith({
    "index.html": page(
      canonical("/"),
      '<a href="/press/a/#part">a</a> <a href="https://press.example.org/press/a/">a</a> <a href="https://other.example/x">x</a>',
    ),
    "a/index.html": page(canonical("/a/"), '<p id="part">a</p>'),
    "b/index.html": page(
      canonical("/b/"),
      '<p id="x"></p><p id="x"></p><a href="/press/a/#none">n</a><a href="../c/">c</a><img src="/press/no.jpg" alt=""><h4>deep</h4>',
    ),
    "d/index.html": "<html><body><h1>No head</h1></body></html>",
    "feed.xml": "<feed><title>A & B</title></feed>",
    "good.xml": '<?xml version="1.0"?><feed><link href="x"/><title>A &amp; B</title></feed>',
    "feed.json": "{",
  });
  const { code, stdout } = await dateline("check", ["--site", "--output", folder, "--format", "json"]);
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as { file: string; rule: string; message: string }[];
  expect(found.map(({ file, rule, message }) => `${file} ${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "b/index.html site-ids: The id “x” is there twice.",
      "b/index.html site-links: “/press/a/#none” leads to a place that the page does not have.",
      "b/index.html site-links: “../c/” leads to nothing in this site.",
      "b/index.html site-links: “/press/no.jpg” leads to nothing in this site.",
      "b/index.html site-headings: A heading h4 follows an h1.",
      "d/index.html site-metadata: This page lacks a title and a language (html lang) and a canonical address.",
      "d/index.html site-description: This page lacks a description.",
      "feed.json site-feeds: This file is no JSON.",
      "feed.xml site-feeds: There is a character & that is not written &amp;.",
    ]
  `);
  const none = await dateline("check", ["--site", "--output", path.join(folder, "nothing")]);
  expect(none.stderr).toContain("Build the site first");
});

test("A1: --site follows the links in feeds, sitemaps, data, texts and what pages say as data", async () => {
  const origin = "https://press.example.org/%D0%BF";
  const lost = `${origin}/press/a/`;
  const page = (data: string) =>
    `<!doctype html><html lang="en"><head><title>T</title><meta name="description" content="d"><link rel="canonical" href="${origin}/a/"></head><body><h1>T</h1>\n<script type="application/ld+json">${data}</script></body></html>`;
  const html = `<p>One <a href="${lost}?a=1&amp;b=2">two</a> <img src="/%D0%BF/no.jpg"> <a href="elsewhere/">x</a></p>`;
  const escaped = html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const folder = folderWith({
    "a/index.html": page(
      JSON.stringify({ "@id": `${origin}/a/#release`, url: lost, sameAs: "https://other.example/x" }),
    ),
    "atom.xml": `<?xml version="1.0"?>\n<?xml-stylesheet href="/%D0%BF/feed.css"?>\n<feed><id>${origin}/a/</id>\n<link href="${lost}"/>\n<content type="html">${escaped}</content></feed>`,
    "feed.json": JSON.stringify(
      { home_page_url: `${origin}/a/`, items: [{ url: lost, content_html: html }] },
      undefined,
      1,
    ),
    "sitemap.xml": `<urlset><url><loc>${origin}/a/</loc></url>\n<url><loc>\n${lost}\n</loc></url></urlset>`,
    "a.txt": `See ${origin}/a/, and (${lost}).\n`,
    "a.md": `[a](${origin}/a/) and\n[b](${lost})\n`,
    "manifest.webmanifest": `{"start_url": "/%D0%BF/a/", "icons": [{ "src": "/%D0%BF/icon.png" }]}`,
    "outside.json": `["https://press.example.org/other/", "/other/", "${origin}"]`,
  });
  const { code, stdout } = await dateline("check", ["--site", "--output", folder, "--format", "json"]);
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as { file: string; line: number; rule: string; message: string }[];
  expect(found.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "a.md:2 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
      "a.txt:1 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
      "a/index.html:2 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
      "atom.xml:2 site-links: “/%D0%BF/feed.css” leads to nothing in this site.",
      "atom.xml:4 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
      "atom.xml:5 site-links: “https://press.example.org/%D0%BF/press/a/?a=1&b=2” leads to nothing in this site.",
      "atom.xml:5 site-links: “/%D0%BF/no.jpg” leads to nothing in this site.",
      "feed.json:5 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
      "feed.json:6 site-links: “https://press.example.org/%D0%BF/press/a/?a=1&b=2” leads to nothing in this site.",
      "feed.json:6 site-links: “/%D0%BF/no.jpg” leads to nothing in this site.",
      "manifest.webmanifest:1 site-links: “/%D0%BF/icon.png” leads to nothing in this site.",
      "sitemap.xml:2 site-links: “https://press.example.org/%D0%BF/press/a/” leads to nothing in this site.",
    ]
  `);
});

test.each([
  [["--ouput", "x"], "✗ Unknown option '--ouput'. The options are: --content, "],
  [["--output"], "✗ Option '--output <value>' argument missing. The options are: --content, "],
])("what is wrong on the command line is said with the options that there are: %j", async (args, said) => {
  const { code, stderr } = await dateline("check", args);
  expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
