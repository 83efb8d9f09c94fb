import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { testSite } from "../support/site.ts";

const CENTRE = "releases/2017-01-27-training-centre.md";
const PAGE = "en/2017/training-centre/index.html";
const BROKEN = releaseFile({ title: undefined }, "Nobody may read this.");

/** A site with a repository around it, and a first commit in which all is right. */
function officeIn() {
  const site = testSite();
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", ...args], { cwd: site.content });
  const commit = () => {
    git("add", ".");
    git("commit", "-qm", "x", "--date", "2026-11-20T12:00:00Z");
  };
  git("init", "-q");
  commit();
  return { site, commit };
}

test("without --leave-out an error in one release stops the build, and nothing is touched", async () => {
  const { site } = officeIn();
  await site.build();
  const before = site.files();
  site.write("releases/2018-03-04-new.md", BROKEN);
  expect(await site.build()).toMatchObject({ code: 1, stderr: expect.stringContaining("2018-03-04-new.md") });
  expect(site.files()).toEqual(before);
});

test("a release that was never published and has an error is left out, and the others are published", async () => {
  const { site, commit } = officeIn();
  site.write("releases/2018-03-04-new.md", BROKEN);
  site.write("releases/2018-03-05-other.md", releaseFile({ date: "2018-03-05", title: "Another centre opens" }));
  commit();
  const run = await site.build({}, "--leave-out");
  expect(run.code, run.stderr).toBe(0);
  expect(run.stderr).toMatch(/2018-03-04-new\.md is left out until line \d+ is put right\..*title/s);
  expect(site.read("en/2018/other/index.html")).toContain("Another centre opens");
  expect(site.files().filter((file) => file.includes("2018/new"))).toEqual([]);
  for (const file of site.files()) expect(site.read(file), file).not.toContain("Nobody may read this");
});

test("a release that was published keeps its last committed text without an error, through all its errors", async () => {
  const { site, commit } = officeIn();
  await site.build({}, "--record");
  const before = site.read(PAGE);
  commit();
  const text = site.source(CENTRE);
  for (const broken of [text.replace(/^title:.*$/m, "titel: Oh"), text.replace(/^title:/m, "title: [")]) {
    site.write(CENTRE, broken);
    commit();
  }
  const run = await site.build({}, "--leave-out");
  expect(run.code, run.stderr).toBe(0);
  expect(run.stderr).toMatch(
    /training-centre\.md is published as it was on \d{4}-\d\d-\d\d until line \d+ is put right/,
  );
  expect(site.read(PAGE)).toBe(before);
  // Put right, it is published as it stands, and nothing is said of it any more.
  const changes = 'changes: [{ date: 2026-11-23, note: "The title names the opening." }]';
  site.write(CENTRE, text.replace(/^title:.*$/m, `title: The centre opens at last\n${changes}`));
  const after = await site.build({}, "--leave-out");
  expect(after).toMatchObject({ code: 0, stderr: "" });
  expect(site.read(PAGE)).toContain("The centre opens at last");
});

test("a published release in a folder keeps its pictures", async () => {
  const { site, commit } = officeIn();
  site.remove(CENTRE);
  const folder = "releases/2017-01-27-training-centre";
  const text = releaseFile({ date: "2017-01-27" }, "![Border guards at the new centre](centre.png)\n\nThe text.");
  site.write(`${folder}/en.md`, text);
  site.write(
    `${folder}/centre.png`,
    await sharp({ create: { width: 900, height: 600, channels: 3, background: "#c33" } })
      .png()
      .toBuffer(),
  );
  const first = await site.build({}, "--record");
  expect(first.code, first.stderr).toBe(0);
  commit();
  const before = site.read(PAGE);
  site.write(`${folder}/en.md`, text.replace("title:", "titel:"));
  const run = await site.build({}, "--leave-out");
  expect(run.code, run.stderr).toBe(0);
  expect(site.read(PAGE)).toBe(before);
});

test("an error that a rule of the check finds is left out as well", async () => {
  const { site } = officeIn();
  site.write("releases/2018-03-04-new.md", releaseFile({}, "The centre was opened by XXX of the [insert name]."));
  const run = await site.build({}, "--leave-out");
  expect(run.stderr).toContain("2018-03-04-new.md is left out");
  expect(site.files().filter((file) => file.includes("2018/new"))).toEqual([]);
});

test("what needs a file that is left out is left out with it, and its translation too", async () => {
  const { site, commit } = officeIn();
  site.write("partners/new.yaml", "name: [");
  site.write("releases/2018-03-04-new.md", releaseFile({ partners: "[new]" }));
  site.write("releases/2018-03-05-two/en.md", BROKEN);
  site.write("releases/2018-03-05-two/ru.md", "---\ntitle: Новый центр\ntranslation: official\n---\n\nТекст.\n");
  commit();
  const run = await site.build({}, "--leave-out");
  expect(run.code, run.stderr).toBe(0);
  for (const name of ["partners/new.yaml", "2018-03-04-new.md", "two/en.md", "two/ru.md"])
    expect(run.stderr).toContain(`${name} is left out`);
  expect(run.stderr.trim().split("\n")).toHaveLength(4);
  expect(site.files().some((file) => file.startsWith("en/2018/"))).toBe(false);
});

test("nothing is published where a published release has no version without an error, or site.yaml has one", async () => {
  const { site } = officeIn();
  await site.build({}, "--record");
  const before = site.files();
  const text = site.source(CENTRE);
  rmSync(path.join(site.content, ".git"), { recursive: true });
  site.write(CENTRE, BROKEN);
  const lost = await site.build({}, "--leave-out");
  expect(lost.code).toBe(1);
  expect(lost.stderr).toMatch(/Nothing can be published before .*training-centre\.md, line \d+, is put right/);
  site.write(CENTRE, text);
  site.write("site.yaml", site.source("site.yaml").replace(/^default_language:.*$/m, "default_language: xx"));
  const whole = await site.build({}, "--leave-out");
  expect(whole.code).toBe(1);
  expect(whole.stderr).toMatch(/Nothing can be published before .*site\.yaml/);
  expect(site.files()).toEqual(before);
});
