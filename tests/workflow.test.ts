import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { load } from "js-yaml";
import { expect, onTestFinished, test } from "vitest";

const { jobs } = load(readFileSync(".github/workflows/site.yml", "utf8")) as {
  jobs: { publish: { steps: { name?: string; run?: string }[] } };
};

/** A folder in which steps of the workflow run as GitHub runs them; says whether one failed. */
function workplace() {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const run = async (name: string): Promise<boolean> => {
    const script = jobs.publish.steps.find((step) => step.name === name)?.run ?? "";
    const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
    return (await new Promise((resolve) => execFile("bash", args, { cwd: folder }, resolve))) !== null;
  };
  return { folder, write, run };
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
  write("content/strings/en.yaml", "more: More");
  expect(await publish()).toEqual({ failed: false, tested: true });
  expect(await publish()).toEqual({ failed: false, tested: false });
  write("content/releases/2017-01-27-centre.md", "The centre");
  write("content/releases/2017-01-28-news.md", "News");
  expect(await publish()).toEqual({ failed: false, tested: false });
  write("content/strings/en.yaml", "more: Read more");
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
