import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { loadContent } from "../../src/content/load.ts";
import { pagesOfWml } from "../bench/wml.ts";
import { datelineAsUser } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

/** Where the archives are that no repository of ours may hold: a folder with digitalgov, ministry and multilingual in it. */
const corpora = process.env.DATELINE_CORPORA;

interface Reported {
  readonly source: string;
  readonly outcome: string;
  readonly file?: string;
  readonly reason?: string;
}

/** Imports a folder into a site of its own and builds it. */
async function imported(folder: string, languages: string, ...args: readonly string[]) {
  if (!corpora)
    throw new Error("Set DATELINE_CORPORA to the folder with the archives digitalgov, ministry and multilingual.");
  const root = ownFolder();
  const content = path.join(root, "content");
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  rmSync(path.join(content, "releases"), { recursive: true });
  const site = path.join(content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace(/default_language: en\nlanguages:\n.*\n/, languages));
  const report = path.join(root, "report.json");
  const defaults = ["--location", "smarhon", "--contacts", "press-office"];
  const run = await datelineAsUser("import", [
    "--content",
    content,
    "--report",
    report,
    ...defaults,
    ...args,
    folder === "multilingual"
      ? asPages(path.join(corpora, folder), path.join(root, folder))
      : path.join(corpora, folder),
  ]);
  expect(run.stderr).toBe("");
  const built = await datelineAsUser("build", [
    "--content",
    content,
    "--output",
    path.join(root, "site"),
    "--cache",
    path.join(root, "cache"),
  ]);
  expect(built.stderr).toBe("");
  expect(built.code).toBe(0);
  const reports: Reported[] = JSON.parse(readFileSync(report, "utf8"));
  const releases = new Map(loadContent(content).content?.releases.map((release) => [release.file, release]));
  return { corpora, reports, releases };
}

/** A folder of WML as web pages in another folder; that folder. */
function asPages(from: string, to: string): string {
  for (const [file, page] of pagesOfWml(from)) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    writeFileSync(path.join(to, file), page);
  }
  return to;
}

const ENGLISH = "default_language: en\nlanguages:\n  en: { label: English, dir: ltr }\n";

test("2,084 posts of a government: 99 of 100 without hand work, titles and dates as in their own fields", async () => {
  const {
    reports,
    releases,
    corpora: folder,
  } = await imported("digitalgov/news", ENGLISH, "--origin", "https://digital.gov");
  const done = reports.filter(({ outcome }) => outcome === "imported");
  expect(reports.length).toBe(2084);
  expect(done.length / reports.length).toBeGreaterThanOrEqual(0.99);
  for (const { outcome, reason } of reports) if (outcome !== "imported") expect(reason).toBeTruthy();
  for (const { source, file = "" } of done) {
    const [, head = ""] =
      /^[\s\uFEFF]*---\s*\n([\s\S]*?)\n---/.exec(
        readFileSync(path.join(folder, source), "utf8").replaceAll("\r", ""),
      ) ?? [];
    const fields = parseDocument(head, { uniqueKeys: false }).toJS();
    const release = releases.get(file);
    const letters = (words: string) => words.replace(/&#?\w+;|<[^>]*>|[^A-Za-z0-9]/g, "");
    expect(letters(release?.title ?? "")).toBe(letters(String(fields.title).replaceAll("&amp;", "")));
    expect(release?.date).toBe(String(fields.date).slice(0, 10));
  }
});

test.each([
  ["ministry/press-releases", ENGLISH],
  ["ministry/speeches", ENGLISH],
  [
    "multilingual",
    "default_language: fr\nlanguages:\n  fr: { label: Français, dir: ltr }\n  ru: { label: Русский, dir: ltr }\n  ar: { label: العربية, dir: rtl }\n",
  ],
])("%s: 99 of 100, and the site builds", async (folder, languages) => {
  const { reports } = await imported(folder, languages);
  const texts = reports.filter(({ source }) => !/index\.html$|LICENSE/.test(source));
  const done = texts.filter(({ outcome }) => outcome === "imported");
  expect(done.length / texts.length).toBeGreaterThanOrEqual(0.99);
});
