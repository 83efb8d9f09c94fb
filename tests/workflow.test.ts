import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { load } from "js-yaml";
import { describe, expect, onTestFinished, test } from "vitest";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly if?: string;
  readonly run?: string;
}

interface Job {
  readonly if: string;
  readonly "timeout-minutes": number;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const { on, jobs, permissions } = load(readFileSync(".github/workflows/site.yml", "utf8")) as {
  on: Readonly<Record<string, unknown>>;
  jobs: Readonly<Record<"publish" | "check", Job>>;
  permissions: Readonly<Record<string, string>>;
};

/** The oldest major of each action that GitHub's machines still start: those before it need Node 20, or another action that does. */
const OLDEST_THAT_STARTS: Readonly<Record<string, number>> = {
  "actions/cache": 5,
  "actions/checkout": 5,
  "actions/configure-pages": 6,
  "actions/deploy-pages": 5,
  "actions/setup-node": 5,
  "actions/upload-pages-artifact": 5,
};

const stepOf = (name: string) => jobs.publish.steps.find((step) => step.name === name);
const usesOf = ({ steps }: Job) => steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));

test("every action that the workflow uses still starts", () => {
  const used = Object.values(jobs).flatMap(usesOf);
  expect(used.length).toBeGreaterThan(5);
  for (const [action = "", version = ""] of used.map((uses) => uses.split("@"))) {
    expect(OLDEST_THAT_STARTS, `${action} has no line in the test`).toHaveProperty([action]);
    expect(version, action).toMatch(/^v\d/);
    expect(Number(version.slice(1).split(".")[0]), action).toBeGreaterThanOrEqual(OLDEST_THAT_STARTS[action] ?? 0);
  }
});

test("what begins with a dot is published too", () => {
  const upload = jobs.publish.steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
  expect(upload?.with).toEqual({ path: "_site", "include-hidden-files": true });
});

test("a pull request is checked and built, and can write and publish nothing", () => {
  expect(Object.keys(on)).toContain("pull_request");
  expect(Object.keys(on)).not.toContain("pull_request_target");
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs.check).toMatchObject({ if: "github.event_name == 'pull_request'", permissions: { contents: "read" } });
  expect(jobs.publish.if).toBe("github.event_name != 'pull_request'");
  expect(JSON.stringify(jobs.check)).not.toMatch(/secrets|github\.token|pages|id-token|git push/);
  const commands = jobs.check.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(commands).toEqual([
    "npm ci",
    expect.stringContaining("npm test"),
    "npm run -s check -- --format github",
    "npm run build",
    "npm run -s check -- --site --format github",
  ]);
});

test("no job runs for hours", () => {
  for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
});

/** A folder in which steps of the workflow run as GitHub runs them; says whether one failed, and what it said. */
function workplace(inside = ".") {
  const whole = mkdtempSync(path.join(tmpdir(), "dateline-workflow-"));
  onTestFinished(() => rmSync(whole, { recursive: true, force: true }));
  const folder = path.join(whole, inside);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const say = (name: string): Promise<{ failed: boolean; said: string }> => {
    const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", stepOf(name)?.run ?? "exit 9"];
    return new Promise((resolve) =>
      execFile("bash", args, { cwd: folder }, (error, stdout, stderr) =>
        resolve({ failed: error !== null, said: stdout + stderr }),
      ),
    );
  };
  const run = async (name: string): Promise<boolean> => (await say(name)).failed;
  return { whole, folder, write, run, say };
}

test("the code is tested once, a text that changes alone is not kept waiting", async () => {
  const { folder, write, run } = workplace();
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  const publish = async () => {
    git("add", "--all");
    const failed = await run("Test what has not been tested");
    const tested = existsSync(path.join(folder, "tested"));
    rmSync(path.join(folder, "tested"), { force: true });
    return { failed, tested };
  };
  git("init", "--quiet");
  write(".gitignore", ".cache/\ntested\n");
  write("package.json", JSON.stringify({ scripts: { test: "node src/a.js" } }));
  const passes = 'require("node:fs").writeFileSync("tested", "");';
  write("src/a.js", passes);
  write("content/releases/2017-01-27-centre.md", "A centre");
  write("templates/strings/en.yaml", "more: More");
  expect(await publish()).toEqual({ failed: false, tested: true });
  expect(await publish()).toEqual({ failed: false, tested: false });
  write("content/releases/2017-01-27-centre.md", "The centre");
  write("content/releases/2017-01-28-news.md", "News");
  expect(await publish()).toEqual({ failed: false, tested: false });
  write("templates/strings/en.yaml", "more: Read more");
  expect(await publish()).toEqual({ failed: false, tested: true });
  write("src/a.js", `${passes}process.exit(1);`);
  expect(await publish()).toEqual({ failed: true, tested: true });
  write("content/releases/2017-01-28-news.md", "Good news");
  expect(await publish()).toEqual({ failed: true, tested: true });
  write("src/a.js", `${passes}// Mended`);
  expect(await publish()).toEqual({ failed: false, tested: true });
});

test("after a publication the hub is told which feeds have changed, and of none twice", async () => {
  const told: string[] = [];
  let status = 204;
  const hub = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      told.push(`${request.method} ${request.headers["content-type"]} ${body}`);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    hub.close();
  });
  const { write, run } = workplace();
  const tell = async () => {
    told.length = 0;
    const failed = await run("Tell the hub");
    return { failed, told: told.toSorted() };
  };
  const publishing = (file: string) =>
    `POST application/x-www-form-urlencoded hub.mode=publish&hub.url=${encodeURIComponent(`https://press.example.org/${file}`)}`;
  write("content/site.yaml", "origin: https://press.example.org\n");
  for (const file of [
    "atom.xml",
    "en/rss.xml",
    "en/topics/water/feed.json",
    "en/releases/page/1/atom.xml",
    "en/index.html",
  ])
    write(`_site/${file}`, "A");
  write(".cache/ledger.json", "{}");
  expect(await tell()).toEqual({ failed: false, told: [] });
  const { port } = hub.address() as AddressInfo;
  write("content/site.yaml", `origin: "https://press.example.org"\nwebsub: 'http://127.0.0.1:${port}/publish'\n`);
  expect(await tell()).toEqual({
    failed: false,
    told: ["atom.xml", "en/rss.xml", "en/topics/water/feed.json"].map(publishing),
  });
  expect(await tell()).toEqual({ failed: false, told: [] });
  write("_site/en/rss.xml", "B");
  status = 404;
  expect(await tell()).toMatchObject({ failed: true });
  status = 204;
  expect(await tell()).toEqual({ failed: false, told: [publishing("en/rss.xml")] });
});

describe("the addresses that were published are recorded", () => {
  /** A clone as the workflow has it, its origin, and a clone of somebody who pushes at the same time. */
  function threeCopies() {
    const place = workplace("clone");
    const { whole, folder } = place;
    const git = (where: string, ...args: string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: path.join(whole, where),
        encoding: "utf8",
        stdio: "pipe",
      });
    git(".", "init", "--quiet", "--bare", "--initial-branch=main", "origin");
    git(".", "clone", "--quiet", "origin", "other");
    const push = (files: Readonly<Record<string, string>>) => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(whole, "other", file)), { recursive: true });
        writeFileSync(path.join(whole, "other", file), text);
      }
      git("other", "add", "--all");
      git("other", "commit", "--quiet", "--message", "More");
      git("other", "push", "--quiet", "origin", "HEAD:main");
    };
    // Like `--record`: it adds what is public, and writes nothing where nothing is new.
    const record = `const { readFileSync, writeFileSync } = require("node:fs");
      const all = JSON.parse(readFileSync("content/ledger.json", "utf8"));
      writeFileSync("content/ledger.json", JSON.stringify({ ...all, "/en/2017/centre/": "2017-01-27" }, undefined, 1));`;
    push({
      "package.json": JSON.stringify({ scripts: { build: "node record.js" } }),
      "record.js": record,
      "content/ledger.json": "{}",
    });
    git(".", "clone", "--quiet", "--depth", "1", `file://${path.join(whole, "origin")}`, folder);
    const inOrigin = (file: string) => git("origin", "show", `main:${file}`);
    return { ...place, push, inOrigin, log: () => git("origin", "log", "--format=%s", "main").trim().split("\n") };
  }
  const RECORD = "Record what is published";

  test("where something new is public, and only then", async () => {
    const { run, inOrigin, log } = threeCopies();
    expect(await run(RECORD)).toBe(false);
    expect(inOrigin("content/ledger.json")).toContain("/en/2017/centre/");
    expect(await run(RECORD)).toBe(false);
    expect(log()).toEqual(["Record published addresses [skip ci]", "More"]);
  });

  test("where nothing was ever public", async () => {
    const { folder, run, log } = threeCopies();
    rmSync(path.join(folder, "content"), { recursive: true });
    writeFileSync(path.join(folder, "record.js"), "");
    expect(await run(RECORD)).toBe(false);
    expect(log()).toEqual(["More"]);
  });

  test("where somebody pushed in the meantime, and what they pushed stays", async () => {
    const { run, push, inOrigin, log } = threeCopies();
    push({ "content/releases/2017-01-28-news.md": "News" });
    push({ "content/releases/2017-01-29-news.md": "More news" });
    expect(await run(RECORD)).toBe(false);
    expect(inOrigin("content/ledger.json")).toContain("/en/2017/centre/");
    expect(inOrigin("content/releases/2017-01-29-news.md")).toBe("More news");
    expect(log()).toHaveLength(4);
  });

  test("where the repository refuses at first", async () => {
    const { whole, run, inOrigin } = threeCopies();
    const refusal = path.join(whole, "origin/hooks/pre-receive");
    writeFileSync(refusal, "#!/bin/sh\nif [ -e refused ]; then exit 0; fi\ntouch refused\nexit 1\n", { mode: 0o755 });
    expect(await run(RECORD)).toBe(false);
    expect(inOrigin("content/ledger.json")).toContain("/en/2017/centre/");
  });

  test("or the job says that they were not; the hub hears of the publication all the same", async () => {
    const { whole, folder, say, inOrigin } = threeCopies();
    writeFileSync(path.join(whole, "origin/hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const { failed, said } = await say(RECORD);
    expect(failed).toBe(true);
    expect(said).toMatch(/^::error file=content\/ledger\.json::The site is published, but /m);
    expect(inOrigin("content/ledger.json")).toBe("{}");
    expect(execFileSync("git", ["status"], { cwd: folder, encoding: "utf8" })).not.toContain("rebas");
    const last = jobs.publish.steps.at(-1);
    expect(last?.name).toBe("Tell the hub");
    expect(last?.if).toBe("steps.deployment.outcome == 'success' && !cancelled()");
  });

  test("where both wrote the list, neither is lost", async () => {
    const { push, say, inOrigin, folder } = threeCopies();
    push({ "content/ledger.json": '{\n "/en/2017/other/": "2017-01-28"\n}' });
    const { failed, said } = await say(RECORD);
    expect(failed).toBe(true);
    expect(said).toContain("::error");
    expect(inOrigin("content/ledger.json")).toContain("/en/2017/other/");
    expect(readFileSync(path.join(folder, "content/ledger.json"), "utf8")).not.toContain("<<<<");
  });
});
