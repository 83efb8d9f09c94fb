import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dateline } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";
import { read } from "./reading.ts";

test.each([
  ["news/a.html", "<html><body><h1>A</h1>TEXT</body></html>", "https://old.example.net/news/2014/x.html"],
  [
    "saved.html",
    '<html><head><link rel="canonical" href="https://old.example.net/press/2015/"></head><body><h1>A</h1>TEXT</body></html>',
    "https://old.example.net/press/2015/2014/x.html",
  ],
  ["a.md", "---\ntitle: A\npermalink: /press/a/\n---\nTEXT", "https://old.example.net/press/a/2014/x.html"],
])(
  "a link that begins at its own page leads to the old site, where that page's address is known: %s",
  async (name, page, to) => {
    const text = `<p>The centre was opened this week after two years of work, <a href="2014/x.html">as was told</a>.</p>`;
    const origin = "https://old.example.net/";
    const { body, look } = await read(page.replace("TEXT", text), name, { origin, files: "/archive" });
    expect(body).toContain(`[as was told](${to})`);
    expect(look.filter(({ about }) => about.includes("link"))).toEqual([]);
  },
);

test("a link whose page is unknown stays words, and is told", async () => {
  const { body, look } = await read("# A\n\nIt was [told](../x.html) there.\n", "a.md", {
    origin: "https://old.example.net",
  });
  expect(body).toBe("It was told there.");
  expect(look.map(({ words }) => words)).toContain("told (../x.html)");
});

test("S1: an archive takes along nothing that its links lead to on this machine", async () => {
  const whole = ownFolder();
  const write = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(whole, file)), { recursive: true });
    writeFileSync(path.join(whole, file), text);
  };
  cpSync("tests/fixtures/minimal", path.join(whole, "content"), { recursive: true });
  write("secret/report.csv", "TOKEN=hunter2");
  write("secret/note.md", "---\ntitle: A secret note\ndate: 2019-01-01\n---\n\nTOKEN=hunter2\n");
  write(
    "a/b/old/archive/news/2019-01-02-plan.md",
    "---\ntitle: The plan\ndate: 2019-01-02\n---\n\nSee [the list](list.csv), [the report](report.csv), [another](/data/report.csv), [one more](../../../../../secret/report.csv).\n",
  );
  write("a/b/old/archive/news/list.csv", "a,b\n");
  const link = (to: string, at: string) => symlinkSync(to, path.join(whole, "a/b/old/archive", at));
  link(path.join(whole, "secret/report.csv"), "news/report.csv");
  link(path.join(whole, "secret/note.md"), "news/note.md");
  link(path.join(whole, "secret"), "data");
  link(".", "loop");
  link("gone.md", "news/gone.md");
  const run = await dateline("import", ["--content", path.join(whole, "content"), path.join(whole, "a/b/old/archive")]);
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
  const releases = path.join(whole, "content/releases");
  expect(readdirSync(releases).toSorted()).toEqual(["2017-01-27-training-centre.md", "2019-01-02-plan"]);
  expect(readdirSync(path.join(releases, "2019-01-02-plan"))).toEqual(["en.md", "list.csv"]);
  expect(readFileSync(path.join(releases, "2019-01-02-plan/en.md"), "utf8")).not.toContain("hunter2");
});
