import { execFile, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { clashIn } from "../../src/build/clash.ts";
import { LOCK, lock } from "../../src/build/lock.ts";
import { messageOf } from "../../src/reporting/fault.ts";
import { BUILD_TIME, type Run } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";
import { type TestSite, testSite } from "../support/site.ts";

const PAGE = "en/2017/training-centre/index.html";

const cacheOf = (site: TestSite) => path.join(site.output, "..", "cache");
const wholeOf = (site: TestSite) => new Map(site.files().map((file) => [file, site.read(file)]));

/** A mistake is a sentence with its remedy: no words of the system, no stack. */
function expectSentence({ code, stderr }: Run): void {
  expect(code).toBe(1);
  expect(stderr).toMatch(/^✗ \S.*\. [A-Z].*\n/);
  expect(stderr).not.toMatch(/E[A-Z]{4,}[:,]|\n\s+at /);
}

describe("S7: a build explains that", () => {
  test("the output or the cache is a file, or a link to nothing", async () => {
    const site = testSite();
    await site.build();
    const before = wholeOf(site);
    const file = path.join(site.output, "..", "file");
    const dangling = path.join(site.output, "..", "dangling");
    writeFileSync(file, "");
    symlinkSync("nothing", dangling);
    for (const place of [file, dangling]) {
      for (const option of ["--output", "--cache"]) {
        const run = await site.build({}, option, place);
        expectSentence(run);
        expect(run.stderr).toContain(`“${place}” is meant to be the folder of the ${option.slice(2)}`);
      }
      const below = await site.build({}, "--cache", path.join(place, "inner"));
      expectSentence(below);
      expect(below.stderr).toContain(place);
    }
    expect(readFileSync(file, "utf8")).toBe("");
    expect(wholeOf(site)).toEqual(before);
  });

  test("the output is in content/, or content/ in it, or the cache in either", async () => {
    const site = testSite();
    const above = path.join(site.output, "..");
    const inside = path.join(site.content, "inner");
    const link = path.join(above, "link");
    symlinkSync(site.content, link);
    for (const args of [
      ["--output", inside],
      ["--output", path.join(site.content, "releases", "a", "b")],
      ["--output", above],
      ["--output", site.content],
      ["--output", link],
      ["--output", path.join(link, "inner")],
      ["--cache", inside],
      ["--cache", path.join(site.output, "cache")],
      ["--cache", site.output],
      ["--output", path.join(cacheOf(site), "made")],
    ]) {
      const run = await site.build({}, ...args);
      expectSentence(run);
      expect(run.stderr).toMatch(
        /are the same folder, or one is in the other|has files in it that Dateline did not make/,
      );
    }
    expect(readdirSync(site.content)).not.toContain("inner");
    expect(existsSync(site.output)).toBe(false);
  });

  test("files of the cache are folders", async () => {
    const site = testSite();
    await site.build();
    for (const name of ["ledger.json", "staging", "inspected.json"]) {
      rmSync(path.join(cacheOf(site), name), { recursive: true, force: true });
      mkdirSync(path.join(cacheOf(site), name));
    }
    expect((await site.build()).stderr).toBe("");
    rmSync(path.join(cacheOf(site), "made"), { recursive: true });
    writeFileSync(path.join(cacheOf(site), "made"), "");
    expect((await site.build()).stderr).toBe("");
    rmSync(path.join(cacheOf(site), "staging"), { recursive: true, force: true });
    writeFileSync(path.join(cacheOf(site), "staging"), "");
    expect((await site.build()).stderr).toBe("");
  });

  test("too many files are open", async () => {
    const site = testSite();
    await site.build();
    const before = wholeOf(site);
    const args = ["--content", site.content, "--output", site.output, "--cache", cacheOf(site)];
    // Where nothing was touched, a build opens next to nothing.
    const settings = path.join(site.content, "site.yaml");
    writeFileSync(settings, readFileSync(settings));
    for (const limit of [64, 24]) {
      const run = await new Promise<Run>((resolve) =>
        execFile(
          "bash",
          ["-c", `ulimit -n ${limit}; exec "$@"`, "bash", process.execPath, "src/cli/command.mjs", "build", ...args],
          { env: { ...process.env, NO_COLOR: "1", BUILD_TIME } },
          (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        ),
      );
      expectSentence(run);
      expect(run.stderr).toContain("ulimit -n 1024");
    }
    expect(wholeOf(site)).toEqual(before);
  });

  test("the account has no right to write", async () => {
    const site = testSite();
    const { output, content } = site;
    const folder = ownFolder();
    chmodSync(folder, 0o555);
    const asNobody = process.getuid?.() === 0;
    if (asNobody) process.seteuid?.(65_534);
    try {
      expect(() => lock(path.join(folder, "cache"))).toThrow(/EACCES/);
      let said = "";
      try {
        lock(path.join(folder, "cache"));
      } catch (error) {
        said = messageOf(error);
      }
      expect(said).toBe(
        `“${path.join(folder, "cache")}” must not be read or written by this account. Give the account the right to: chmod -R u+rwX, then its name.`,
      );
    } finally {
      if (asNobody) process.seteuid?.(0);
    }
    expect(existsSync(output)).toBe(false);
    expect(existsSync(content)).toBe(true);
  });

  test.each(["ENOSPC", "EACCES", "EROFS", "EMFILE", "ENOTDIR", "EISDIR", "ELOOP", "ENOENT", "EBUSY", "ENAMETOOLONG"])(
    "the system answers %s",
    (code) => {
      const error = Object.assign(new Error(`${code}: some words, open '/x/y'`), {
        code,
        syscall: "open",
        path: "/x/y",
      });
      expect(messageOf(error)).toMatch(/^“\/x\/y” .+\. .+\.?$/);
      expect(messageOf(Object.assign(new Error("Outer"), { originalError: error }))).not.toContain(code);
    },
  );
});

describe("S7: two builds of one site", () => {
  test("one is told to wait, and the site is whole", async () => {
    const site = testSite();
    await site.build();
    const before = wholeOf(site);
    for (const file of site.files().filter((name) => name.endsWith(".html"))) rmSync(path.join(site.output, file));
    const runs = await Promise.all([site.buildAsUser(), site.buildAsUser(), site.buildAsUser()]);
    const told = runs.filter(({ code }) => code === 1);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(3);
    for (const run of told) {
      expectSentence(run);
      expect(run.stderr).toMatch(/Another build \(process \d+\) is working in “.*”\. Wait until it has ended/);
    }
    expect(wholeOf(site)).toEqual(before);
    expect(readdirSync(cacheOf(site))).not.toContain(LOCK);
  });

  test("with caches of their own are told as well", async () => {
    const site = testSite();
    await site.build();
    const unlock = lock(site.output);
    const run = await site.build({}, "--cache", path.join(site.output, "..", "other-cache"));
    expectSentence(run);
    expect(run.stderr).toContain("Another build");
    unlock();
    expect((await site.build()).stderr).toBe("");
    expect(site.files()).not.toContain(LOCK);
  });

  test("a build that was killed stops no other", async () => {
    const site = testSite();
    await site.build();
    const before = wholeOf(site);
    rmSync(site.output, { recursive: true });
    const args = ["--content", site.content, "--output", site.output, "--cache", cacheOf(site)];
    const child = spawn(process.execPath, ["src/cli/command.mjs", "build", ...args], {
      env: { ...process.env, BUILD_TIME },
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await expect.poll(() => existsSync(path.join(cacheOf(site), LOCK)), { timeout: 30_000 }).toBe(true);
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(path.join(cacheOf(site), LOCK))).toBe(true);
    expect((await site.build()).stderr).toBe("");
    expect(wholeOf(site)).toEqual(before);
  });

  test("a lock counts for nothing when its process has ended, is another one now, or ran elsewhere", () => {
    const folder = ownFolder();
    const file = path.join(folder, LOCK);
    const holder = { pid: process.ppid, host: hostname(), began: "1" };
    const texts = [
      JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }),
      JSON.stringify({ ...holder, pid: process.pid }),
      JSON.stringify({ ...holder, host: "another" }),
      JSON.stringify({ ...holder, pid: 0 }),
      JSON.stringify({ ...holder, pid: "x" }),
      "[]",
      "null",
    ];
    if (process.platform === "linux") texts.push(JSON.stringify(holder));
    for (const text of texts) {
      writeFileSync(file, text);
      const unlock = lock(folder);
      expect(existsSync(file), text).toBe(true);
      unlock();
      expect(existsSync(file)).toBe(false);
    }
    mkdirSync(file);
    lock(folder);
    // This process holds it now.
    expect(() => lock(folder)).toThrow(expect.objectContaining({ code: "busy" }));
    // Ended before it wrote into it.
    rmSync(file);
    writeFileSync(file, "");
    expect(() => lock(folder)).not.toThrow();
  });
});

describe("S7: nothing but the site is in the output, and nothing outside it is written:", () => {
  test("links in the output are taken out, whatever they lead to", async () => {
    const site = testSite();
    await site.build();
    const before = wholeOf(site);
    const outside = path.join(site.output, "..", "outside");
    renameSync(path.join(site.output, "en"), outside);
    symlinkSync(outside, path.join(site.output, "en"));
    symlinkSync("/etc", path.join(site.output, "etc"));
    symlinkSync("nothing", path.join(site.output, "nothing"));
    rmSync(path.join(site.output, "404.html"));
    symlinkSync(path.join(site.content, "site.yaml"), path.join(site.output, "404.html"));
    rmSync(path.join(site.output, "index.html"));
    mkdirSync(path.join(site.output, "index.html", "inner"), { recursive: true });
    writeFileSync(path.join(site.content, "releases/2017-01-27-training-centre.md.txt"), "");
    rmSync(path.join(site.content, "releases/2017-01-27-training-centre.md.txt"));
    expect((await site.build()).stderr).toBe("");
    expect(wholeOf(site)).toEqual(before);
    expect(readdirSync(site.output)).not.toContain("etc");
    expect(readdirSync(site.output)).not.toContain("nothing");
    expect(readFileSync(path.join(outside, PAGE.slice(3)), "utf8")).toBe(before.get(PAGE));
    expect(readFileSync(path.join(site.content, "site.yaml"), "utf8")).toContain("origin:");
  });
});

test("S4: files are compared as the poorest disk does", () => {
  expect(clashIn(["a/b.html", "a/c.html", "b/index.html"])).toBeUndefined();
  expect(clashIn(["a/b.html", "A/B.html"])).toEqual(["a/b.html", "A/B.html"]);
  expect(clashIn(["caf\u00e9", "cafe\u0301"])).toEqual(["caf\u00e9", "cafe\u0301"]);
  expect(clashIn(["a", "a/b/c"])).toEqual(["a", "a/b/c"]);
  expect(clashIn(["a/b/c", "a/d", "A"])).toEqual(["a/b/c", "A"]);
});
