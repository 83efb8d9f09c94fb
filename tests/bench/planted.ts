import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Finding } from "../../src/checks/finding.ts";
import { findings } from "../../src/checks/findings.ts";
import { loadContent } from "../../src/content/load.ts";
import { releaseOf } from "../support/check.ts";
import { contentOf } from "./corpus.ts";
import { later } from "./planted-later.ts";
import { planted, written } from "./planted-texts.ts";

/**
 * `npm run bench:planted -- …/digitalgov/news`: how many of the errors of `planted-texts.ts` the check names. An error is
 * named where the text with it has a finding that the same text without it does not have.
 */
const LANGS = ["en", "ru", "fr", "es"];

const [corpus = ""] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "dateline-planted-"));
try {
  const from = new Map([...contentOf(corpus, folder)].map(([file, source]) => [source, file]));
  const pairs = [
    ...planted.map(({ kind, file, find, put, fields = "" }, index) => {
      const right = from.get(file) ?? "";
      const text = readFileSync(path.join(folder, right), "utf8");
      if (text.split(find).length !== 2) throw new Error(`“${find}” is not once in ${file}`);
      const with_ = text.replace(find, () => put).replace("---\n", () => `---\n${fields}`);
      return { kind, what: put, right, wrong: write(right.replace(/\.md$/, `-${index}.md`), with_) };
    }),
    ...[...written, ...later.map(([kind, lang, text]) => ({ kind, lang, text }))].map(({ kind, lang, text }, index) => {
      const name = (which: string) => `releases/2018-03-04-written-${index}-${which}.md`;
      const side = (which: "right" | "wrong") =>
        text.replace(/⟦(.*?)⇒(.*?)⟧/gs, (_, right: string, wrong: string) => (which === "right" ? right : wrong));
      const made = (which: "right" | "wrong") => write(name(which), fitted(releaseOf(side(which), lang)));
      return { kind, what: /⟦.*?⟧/s.exec(text)?.[0] ?? "", right: made("right"), wrong: made("wrong") };
    }),
  ];
  const site = readFileSync(path.join(folder, "site.yaml"), "utf8");
  const more = LANGS.slice(1).map((lang) => `  ${lang}: { label: ${lang}, dir: ltr }\n`);
  write("site.yaml", `${site}${more.join("")}country: BY\n`);
  const { content, problems } = loadContent(folder);
  if (!content) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const only = new Set(pairs.flatMap(({ right, wrong }) => [right, wrong]));
  const checked = await findings(content, { contentDir: folder, now: new Date("2026-11-23T12:00:00Z"), only });
  const of = (file: string) => checked.findings.filter((finding) => finding.file === file);
  const key = ({ rule, found, message }: Finding) => [rule, found, message].join("\n");
  const kinds = new Map<string, { named: number; all: number }>();
  for (const { kind, what, right, wrong } of pairs) {
    const before = new Set(of(right).map(key));
    const fresh = of(wrong).filter(
      (finding) => finding.severity !== "hint" && finding.rule !== "summary" && !before.has(key(finding)),
    );
    const count = kinds.get(kind) ?? { named: 0, all: 0 };
    kinds.set(kind, { named: count.named + (fresh.length > 0 ? 1 : 0), all: count.all + 1 });
    const said = fresh.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`).join(" | ");
    console.log(`${fresh.length > 0 ? "✓" : "✗"} ${kind}: ${what.replaceAll("\n", " ").slice(0, 70)} → ${said}`);
  }
  for (const [kind, { named, all }] of kinds) console.log(`${kind}: ${named} of ${all}`);
  const named = [...kinds.values()].reduce((sum, each) => sum + each.named, 0);
  console.log(`${named} of ${pairs.length} errors of ${kinds.size} kinds are named.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(file: string, text: string): string {
  writeFileSync(path.join(folder, file), text);
  return file;
}

/** Names of the corpus's own place and office in the place of the fixture's. */
function fitted(text: string): string {
  return text.replace("location: smarhon", "location: town").replace("[press-office]", "[office]");
}
