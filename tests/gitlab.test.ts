import { execFile, execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { releaseFile } from "./support/content.ts";
import { fixture } from "./support/fixtures.ts";
import { ownFolder } from "./support/folder.ts";

interface Job {
  readonly script: readonly string[];
  readonly allow_failure?: { readonly exit_codes: readonly number[] };
}

const jobs = load(readFileSync("starter/gitlab-ci.yml", "utf8")) as Readonly<Record<string, Job>>;

/** Programs that stand before those of the machine: `npm run` starts Dateline, and it is never three in the morning. */
const PROGRAMS = {
  npm: `#!/bin/sh
if [ "$1" = ci ]; then exit; fi
shift
if [ "$1" = -s ]; then shift; fi
command=$1; shift
if [ "$1" = -- ]; then shift; fi
exec node ${path.resolve("src/cli/command.mjs")} "$command" "$@"
`,
  date: `#!/bin/sh
if [ "$*" = "-u +%H" ]; then echo 12; else exec /bin/date "$@"; fi
`,
};

/** Built before a test names a moment: in a clean clone that takes longer than the moment is away. */
const made = path.join(await fixture("minimal"), "cache", "made");

/** An office whose jobs run as a runner of GitLab runs them. */
function office(releases: Readonly<Record<string, string>>) {
  const folder = ownFolder();
  cpSync(made, path.join(folder, ".cache", "_site", "made"), { recursive: true });
  const site = path.join(folder, "content");
  cpSync("tests/fixtures/minimal", site, { recursive: true });
  const settings = path.join(site, "site.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("press.example.org", "press.moh.gov"));
  for (const [name, text] of Object.entries(releases)) writeFileSync(path.join(site, "releases", name), text);
  mkdirSync(path.join(folder, "bin"));
  for (const [name, text] of Object.entries(PROGRAMS)) {
    writeFileSync(path.join(folder, "bin", name), text);
    chmodSync(path.join(folder, "bin", name), 0o755);
  }
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: folder });
  git("init", "--quiet");
  git("add", "content");
  git("commit", "--quiet", "--message", "An office");
  const run = (job: string, source: string): Promise<{ code: number; said: string }> => {
    const { BUILD_TIME: _, ...env } = process.env;
    const PATH = `${path.join(folder, "bin")}${path.delimiter}${env.PATH}`;
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", (jobs[job]?.script ?? ["exit 9"]).join("\n")];
    return new Promise((resolve) =>
      execFile("bash", args, { cwd: folder, env: { ...env, PATH, CI_PIPELINE_SOURCE: source } }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), said: out + err }),
      ),
    );
  };
  const published = () => {
    const all = path.join(folder, "public");
    const files = existsSync(all) ? readdirSync(all, { recursive: true, encoding: "utf8" }) : [];
    return files.filter((file) => /^en\/\d{4}\/[^/]+\/index\.html$/.test(file)).map((file) => file.split("/")[2]);
  };
  return { run, published };
}

test("a schedule builds for the moment that is near, and waits for it; without an error no job is red", async () => {
  const moment = new Date(Math.ceil(Date.now() / 1000) * 1000 + 8000);
  const { run, published } = office({
    "2018-03-04-later.md": releaseFile({ embargo: `"${moment.toISOString()}"` }),
  });
  expect(await run("pages", "schedule")).toMatchObject({ code: 0 });
  expect(Date.now() - moment.getTime()).toBeGreaterThan(-50);
  expect(published()).toContain("later");
  expect(await run("errors", "push")).toMatchObject({ code: 0 });
}, 120_000);

test("a schedule ends at once where nothing is due; a push publishes what is public; a file with an error holds up no other, and one job is red", async () => {
  const { run, published } = office({
    "2018-03-04-open.md": releaseFile(),
    "2018-03-04-later.md": releaseFile({ embargo: '"2999-03-04 09:00 +03:00"' }),
    "2018-03-04-broken.md": releaseFile({ location: "nowhere" }),
  });
  const { code } = await run("pages", "schedule");
  expect(jobs.pages?.allow_failure?.exit_codes).toEqual([code]);
  expect(published()).toEqual([]);
  expect(await run("pages", "push")).toMatchObject({ code: 0, said: expect.stringContaining("left out") });
  expect(published()).toContain("open");
  expect(published()).not.toContain("later");
  expect(published()).not.toContain("broken");
  expect(await run("errors", "push")).toMatchObject({ code: 1 });
  expect(await run("check", "merge_request_event")).toMatchObject({ code: 1 });
}, 120_000);
