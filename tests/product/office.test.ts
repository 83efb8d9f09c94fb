import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownFolder } from "../support/folder.ts";
import {
  ANSWERS,
  edit,
  firstOfficeIn,
  gitIn,
  good,
  installedIn,
  link,
  PROGRAM,
  releasesIn,
  runIn,
  tarballIn,
} from "../support/package.ts";

let whole: string;
let tarball: string;
let asked: string;
beforeAll(() => {
  whole = mkdtempSync(path.join(tmpdir(), "dateline-product-"));
  tarball = tarballIn(whole);
  asked = asNpxPutsIt();
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

/** The program where `npx` puts it: in a folder that names the tarball, with packages that are there already. */
function asNpxPutsIt(): string {
  const asker = path.join(whole, "npx");
  mkdirSync(asker);
  writeFileSync(path.join(asker, "package.json"), JSON.stringify({ dependencies: { dateline: `file:${tarball}` } }));
  return installedIn(asker, tarball);
}

test("in an empty folder, with the tarball alone: init, build, check, start, new, import, publish, and in a folder of a host", {
  timeout: 600_000,
}, async () => {
  const started = performance.now();
  const said = await good(runIn(whole, process.execPath, asked, "init", "my-press", ...ANSWERS));
  expect(said).toContain("my-press is the press site of Ministry of Health.");
  const office = path.join(whole, "my-press");
  const dateline = (...args: readonly string[]) => runIn(office, PROGRAM, ...args);

  const all = readdirSync(office, { recursive: true, encoding: "utf8" }).filter(
    (name) => !/^(?:node_modules|\.git)(?:\/|$)/.test(name),
  );
  expect(all).toEqual(
    expect.arrayContaining([
      ".github/workflows/site.yml",
      ".github/workflows/due.yml",
      "content/site.yaml",
      "content/locations/minsk.yaml",
    ]),
  );
  const texts = all.filter((name) => /\.(?:yaml|md|json|code-snippets)$/.test(name) && name !== "package-lock.json");
  for (const file of texts)
    expect(readFileSync(path.join(office, file), "utf8"), file).not.toMatch(/smarhon|Kavalenka|example\.org|Border/i);
  const snippets = JSON.parse(readFileSync(path.join(office, ".vscode/dateline.code-snippets"), "utf8"));
  expect(JSON.stringify(snippets)).toContain("minsk");

  expect(await good(dateline("build"))).toContain("draft: releases/");
  const { code, stdout, stderr } = await dateline("check");
  expect({ code, said: stdout + stderr }).toEqual({ code: 0, said: expect.not.stringContaining("No dictionary") });

  // The example is a draft: published, it is the first release.
  const [example = ""] = releasesIn(office);
  edit(path.join(office, "content/releases", example), /^draft: .*\n/m, "");
  expect(await good(dateline("build", "--compare"))).toMatch(/compared {2}\d+ pages? changed, [1-9]\d* new, 0 removed/);
  await good(dateline("check", "--site"));
  console.log(`From the tarball to the first release in ${((performance.now() - started) / 1000).toFixed(0)} s`);

  await good(
    dateline("new", "--title", "A clinic opens in the north", "--location", "minsk", "--contacts", "press-office"),
  );
  writeFileSync(
    path.join(office, "text.md"),
    "# The ministry opens a school\n\nMINSK, 6 March 2023 – The ministry opened a school today.\n",
  );
  await good(dateline("import", "text.md"));
  expect(releasesIn(office)).toHaveLength(3);
  expect(await good(dateline("build"))).toContain("withheld  2");
  await shownBy(office);
  await withoutTypst(office, dateline, example);

  edit(path.join(office, "content/site.yaml"), "https://press.health.gov.by", "https://health.gov.by/press");
  await good(dateline("build"));
  expect(pdfsOf(office)).toHaveLength(1);
  await good(dateline("check", "--site"));
});

/** An office without Typst is told how to get it, and its published site stays as it is; with PDFs and share images left out, it needs none. */
async function withoutTypst(
  office: string,
  dateline: (...args: readonly string[]) => ReturnType<typeof runIn>,
  release: string,
): Promise<void> {
  const [packages, aside] = ["@myriaddreamin", ".aside"].map((name) => path.join(office, "node_modules", name));
  const pdfs = () => pdfsOf(office);
  const file = path.join(office, "content/releases", release);
  const text = readFileSync(file, "utf8");
  expect(pdfs()).toHaveLength(1);
  renameSync(packages ?? "", aside ?? "");
  writeFileSync(file, `${text}\nAnother paragraph.\n`);
  expect(await dateline("build")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^✗ The PDF of releases\/\S+ cannot be made.* Install it: npm install @myriaddreamin\/typst-ts-node-compiler@\d/m,
    ),
  });
  expect(pdfs()).toHaveLength(1);
  writeFileSync(path.join(office, "content/site.yaml"), `${siteOf(office)}pdf: none\nshare_images: none\n`);
  await good(dateline("build"));
  expect(pdfs()).toEqual([]);
  edit(path.join(office, "content/site.yaml"), "pdf: none\nshare_images: none\n", "");
  renameSync(aside ?? "", packages ?? "");
}

const pdfsOf = (office: string) =>
  readdirSync(path.join(office, "_site"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".pdf"),
  );
const siteOf = (office: string) => readFileSync(path.join(office, "content/site.yaml"), "utf8");

/** The preview of an office shows its drafts. */
async function shownBy(office: string): Promise<void> {
  const preview = spawn("npx", ["dateline", "start", "--no-open", "--port", "18300"], {
    cwd: office,
    detached: true,
    env: { ...process.env, NO_COLOR: "1" },
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      const read = (part: Buffer) => {
        said += part;
        const [, url] = /preview is at (http\S+)/.exec(said) ?? [];
        if (url) resolve(url);
      };
      preview.stdout.on("data", read);
      preview.stderr.on("data", read);
      preview.once("exit", () => reject(new Error(said)));
    });
    const page = await (await fetch(`${address}en/`)).text();
    expect(page).toContain("A clinic opens in the north");
  } finally {
    if (preview.pid !== undefined) process.kill(-preview.pid);
  }
}

test.each([
  ["by", "BY"],
  ["Germany", "DE"],
])("the country “%s” is %s", async (country, code) => {
  const folder = path.join(ownFolder(), "press");
  const answers = ["--name", "Ministère", "--languages", "fr,ru", "--timezone", "Europe/Minsk", "--email", "a@moh.int"];
  const more = ["--country", country, "--origin", "https://press.moh.int", "--no-install"];
  const stdout = await good(runIn(whole, process.execPath, asked, "init", folder, ...answers, ...more));
  expect(stdout).toContain("npm install");
  expect(siteOf(folder)).toContain(`country: ${code}\n`);
  expect(releasesIn(folder)[0]).toMatch(/-un-nouveau-site-pour-nos-communiques-de-presse\.md$/);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  expect(dependencies).toMatchObject({ "@myriaddreamin/typst-ts-node-compiler": "*" });
  expect(devDependencies).toMatchObject({ "dictionary-ru": "*", mammoth: "*" });
  expect(devDependencies).not.toHaveProperty("dictionary-en");
});

// `npm run test:soak` has npm itself update an office whose site the first version had built.
test("an office that the first version made is built and checked by this one, which changes nothing of its own and says what it lacks", async () => {
  const office = await firstOfficeIn(whole);
  await good(gitIn(office, "add", "--all"));
  await good(gitIn(office, "commit", "--quiet", "--message", "An office"));

  // The first version brought what makes PDFs and what imports; since then it is the office that names it.
  const { peerDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { peerDependencies: object };
  const named = new Set(Object.keys(peerDependencies).map((name) => name.replace(/\/.*/, "")));
  const program = installedIn(office, tarball, (name) => !named.has(name));
  const dateline = (...args: readonly string[]) => runIn(office, process.execPath, program, ...args);
  expect(await dateline("build")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/npm install @myriaddreamin\/typst-ts-node-compiler@\d/),
  });
  link(office, ["@myriaddreamin"]);
  await good(dateline("build"));
  await good(dateline("check"));
  await good(dateline("check", "--site"));
  expect(await good(gitIn(office, "status", "--porcelain"))).toBe("");

  writeFileSync(path.join(office, "text.md"), "# A school opens\n\nMINSK, 6 March 2023 – A school opened today.\n");
  expect(await dateline("import", "text.md")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^✗ The packages that read .* are not installed here\. Install them: npm install --save-dev /,
    ),
  });
}, 600_000);
