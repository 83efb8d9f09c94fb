import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dateline } from "../support/command.ts";

/** `npm run bench [-- number of releases]`: how long a cold, an unchanged and a one-release build take. Prints, asserts nothing. */
const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-"));
const content = path.join(folder, "content");
cpSync("tests/fixtures/minimal", content, { recursive: true });
const site = path.join(content, "site.yaml");
writeFileSync(site, readFileSync(site, "utf8").replace(/releases_per_page: \d+/, "releases_per_page: 12"));

const WORDS =
  "border guard training centre people migration legal help region programme office report partner fund year".split(
    " ",
  );

/** The same text for the same number, on any machine. */
function text(seed: number, words: number): string {
  let state = seed * 2_654_435_761 + 1;
  return Array.from({ length: words }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[state % WORDS.length];
  }).join(" ");
}

function writeRelease(number: number, words: number): void {
  const date = new Date(Date.UTC(1998, 0, 1 + number)).toISOString().slice(0, 10);
  const fields = `title: Release ${number} on ${text(number, 5)}\ndate: ${date}\nlocation: smarhon\npartners: [european-union]\ncontacts: [press-office]\ntopics: [migration]`;
  const quote = `> ${text(number + 1, 30)}\n>\n> — Anna Kavalenka, Resident Representative`;
  writeFileSync(
    path.join(content, "releases", `${date}-release-${number}.md`),
    `---\n${fields}\n---\n\n${text(number, words)}\n\n${quote}\n\n${text(number + 2, 200)}\n`,
  );
}

try {
  console.log(`Writing ${count} releases …`);
  for (let number = 0; number < count; number++) writeRelease(number, 220);
  const args = ["--content", content, "--output", path.join(folder, "site"), "--cache", path.join(folder, "cache")];
  for (const [name, change] of [
    ["cold", () => {}],
    ["nothing changed", () => {}],
    ["one text changed", () => writeRelease(Math.floor(count / 2), 221)],
    ["one release added", () => writeRelease(count, 220)],
  ] as const) {
    change();
    const started = performance.now();
    const run = await dateline("build", args);
    const pages = /rendered +(\d+)/.exec(run.stdout)?.[1] ?? run.stderr;
    console.log(
      `${name.padEnd(20)} ${((performance.now() - started) / 1000).toFixed(2).padStart(7)} s   ${pages} pages rendered`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
