import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Finding } from "../../src/checks/finding.ts";
import { findings } from "../../src/checks/findings.ts";
import { loadContent } from "../../src/content/load.ts";
import { BUILD_TIME } from "./command.ts";
import { releaseFile } from "./content.ts";

const LANGUAGES = ["en", "ru", "be", "fr", "es", "ar", "zh"];

const SITE = `name: { en: Belarus }
description: { en: Press releases. }
origin: https://press.example.org
default_language: en
timezone: Europe/Minsk
country: BY
press_office: press-office
languages:
${LANGUAGES.map((lang) => `  ${lang}: { label: ${lang}, dir: ${lang === "ar" ? "rtl" : "ltr"} }`).join("\n")}
`;

/** What the check finds in the fixture "minimal", in seven languages, with some files written over it. */
export async function findingsIn(files: Readonly<Record<string, string | Buffer>>): Promise<readonly Finding[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  rmSync(path.join(folder, "releases"), { recursive: true });
  for (const [file, text] of Object.entries({ "site.yaml": SITE, ...files })) {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  const { content, problems } = loadContent(folder);
  if (!content) throw new Error(JSON.stringify(problems, undefined, 1));
  return (await findings(content, { contentDir: folder, now: new Date(BUILD_TIME) })).findings;
}

/**
 * A release for a rule's table: a text, or fields where it begins with the name of one, or fields, a line of three
 * hyphens and a text.
 */
export function releaseOf(example: string, lang = "en"): string {
  const [first = "", ...rest] = example.split("\n---\n");
  const hasFields = rest.length > 0 || /^[a-z]+: /.test(first);
  const fields = hasFields ? first : "";
  const defaults = { title: "A centre", ...(lang === "en" ? {} : { lang }) };
  const given = new Set([...fields.matchAll(/^([a-z]+):/gm)].map(([, name = ""]) => name));
  const plain = releaseFile(
    Object.fromEntries(
      ["title", "date", "location", "partners", "contacts"].flatMap((name) =>
        given.has(name) ? [[name, undefined]] : [],
      ),
    ),
    hasFields ? rest.join("\n---\n") || "Nothing else." : first,
  );
  const extra = Object.entries(defaults).flatMap(([name, value]) => (given.has(name) ? [] : [`${name}: ${value}`]));
  return plain
    .replace(/^title: A new centre\n/m, "")
    .replace("---\n", `---\n${[...extra, ...(fields ? [fields] : [])].join("\n")}\n`);
}

/** The names of the rules that fire on one release, and on nothing else of the fixture. */
export async function rulesFiring(example: string, lang = "en"): Promise<string[]> {
  const date = /^date: (\S+)/m.exec(example)?.[1] ?? "2018-03-04";
  const found = await findingsIn({ [`releases/${date}-example.md`]: releaseOf(example, lang) });
  return [...new Set(found.map(({ rule }) => rule))];
}
