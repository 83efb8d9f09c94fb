import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadContent } from "../../src/content/load.ts";
import type { Options } from "../../src/importing/options.ts";
import { importRelease } from "../../src/importing/release.ts";
import type { Partner, Terms } from "../../src/model/terms.ts";
import { type Counts, type Label, rowOf, score, scored } from "./import-score.ts";
import { pageOfWml } from "./wml.ts";

/**
 * `npm run bench:import -- CORPORA [--misses]`: how well the importer recognises what people wrote down of a sample of
 * releases (tests/bench/import-labels.json). The releases themselves are not in this repository: CORPORA is the folder that
 * has `digitalgov`, `ministry` and `multilingual` in it, and `../seed` beside it. Prints, asserts nothing.
 */
const corpora = process.argv[2];
if (corpora === undefined || !existsSync(corpora)) {
  console.error("Say where the corpora are: npm run bench:import -- /path/to/corpora");
  process.exit(1);
}
const KNOWN = "known partners";
const showsMisses = process.argv.includes("--misses");
const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-"));
cpSync("tests/fixtures/minimal", folder, { recursive: true });
// An office that knows nobody: every partner, contact and place has to be told from the words alone.
const labels = ["en", "ru", "be", "fr", "es", "ar", "zh"].map((lang) => `  ${lang}: { label: ${lang}, dir: ltr }`);
const site = path.join(folder, "site.yaml");
writeFileSync(site, readFileSync(site, "utf8").replace(/languages:\n.*\n/, `languages:\n${labels.join("\n")}\n`));
const { content, problems } = loadContent(folder);
if (!content) throw new Error(JSON.stringify(problems));
const none = new Map();
const strangers = { partners: none, contacts: none, locations: none, topics: none, people: none };

/** The other case: an office that has entered its partners, here all that the labels want without doubt, with their other names. */
function partnersOf(items: readonly Label[]): Terms {
  const partners = new Map<string, Partner>();
  for (const { name = "", aliases = [], optional } of items.flatMap((item) => item.partners)) {
    if (!optional) partners.set(name, { name, aliases: [...aliases] });
  }
  return { ...strangers, partners };
}

function pathOf(file: string): string {
  return file.startsWith("seed/") ? path.join(corpora ?? "", "..", file) : path.join(corpora ?? "", file);
}

for (const sample of ["import-labels.json", "import-labels-extra.json"]) {
  const items: Label[] = JSON.parse(readFileSync(path.join("tests", "bench", sample), "utf8"));
  const missing = items.filter(({ file }) => !existsSync(pathOf(file)));
  if (missing.length > 0) {
    console.error(
      `${missing.length} of ${items.length} releases are not in ${corpora}, the first: ${missing[0]?.file}`,
    );
    process.exitCode = 1;
  }
  const entered = partnersOf(items);
  const strict = new Map<string, Counts>();
  const lenient = new Map<string, Counts>();
  for (const label of items) {
    if (!existsSync(pathOf(label.file))) continue;
    const read = readFileSync(pathOf(label.file));
    const isWml = label.file.endsWith(".wml");
    const source = {
      name: label.file.replace(/wml$/, "html"),
      bytes: isWml ? Buffer.from(pageOfWml(read.toString())) : read,
      path: pathOf(label.file),
    };
    const options: Options = { contacts: [], from: "the command line" };
    const office = { site: content.site, options, addressOf: () => undefined };
    const told = await importRelease(source, { ...office, terms: strangers });
    const known = await importRelease(source, { ...office, terms: entered });
    const results = [
      ...scored.map((field) => [field, score(field, label, told.draft, told.lang)] as const),
      [KNOWN, score("partners", label, known.draft, known.lang)] as const,
    ];
    for (const [field, result] of results) {
      add(strict, field, result.strict);
      add(lenient, field, result.lenient);
      if (showsMisses) console.log(result.remarks.map((remark) => `${label.file} | ${field} | ${remark}`).join("\n"));
    }
  }
  console.log(
    `\n${sample}, ${items.length - missing.length} releases: hits of found of wanted, precision, recall; optional items wanted | left aside`,
  );
  for (const field of [...scored, KNOWN])
    console.log(`${field.padEnd(15)} ${rowOf(strict.get(field))} | ${rowOf(lenient.get(field))}`);
}
rmSync(folder, { recursive: true, force: true });

function add(counts: Map<string, Counts>, field: string, { hits, found, wanted }: Counts): void {
  const known = counts.get(field) ?? { hits: 0, found: 0, wanted: 0 };
  counts.set(field, { hits: known.hits + hits, found: known.found + found, wanted: known.wanted + wanted });
}
