import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Finding } from "../../src/checks/finding.ts";
import { type CheckOptions, findings } from "../../src/checks/findings.ts";
import { inspectFiles } from "../../src/content/inspect.ts";
import { loadContent } from "../../src/content/load.ts";
import { BUILD_TIME } from "./command.ts";
import { releaseFile } from "./content.ts";
import { ownFolder } from "./folder.ts";

/** A site in the given languages; each costs its interface's words to be read. */
function siteIn(langs: readonly string[]): string {
  const languages = [...new Set(["en", ...langs])].map((lang) => `  ${lang}: { label: ${lang}, dir: ltr }`);
  return `name: { en: Belarus }
description: { en: Press releases. }
origin: https://press.example.org
default_language: en
timezone: Europe/Minsk
country: BY
press_office: press-office
languages:
${languages.join("\n")}
`;
}

/** What the check finds in the fixture "minimal", with some files written over it. */
export async function findingsIn(
  files: Readonly<Record<string, string | Buffer>>,
  langs: readonly string[] = [],
  more: Pick<CheckOptions, "answers"> = {},
): Promise<readonly Finding[]> {
  const folder = ownFolder();
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  rmSync(path.join(folder, "releases"), { recursive: true });
  // Whatever picture a text names is there.
  const pictures = Object.values(files).flatMap((text) => [...String(text).matchAll(/!\[[^\]]*\]\(([\w.-]+)\)/g)]);
  const picture = readFileSync("tests/fixtures/showcase/releases/2026-02-11-school-wells/school-well.jpg");
  const named = Object.fromEntries(pictures.map(([, name]) => [`releases/${name}`, picture]));
  for (const [file, text] of Object.entries({ "site.yaml": siteIn(langs), ...named, ...files })) {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  const { content, problems } = loadContent(folder);
  if (!content) throw new Error(JSON.stringify(problems, undefined, 1));
  const seen = (await inspectFiles(content.files, path.join(folder, ".cache"))).files;
  return (await findings({ ...content, files: seen }, { contentDir: folder, now: new Date(BUILD_TIME), ...more }))
    .findings;
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

/** For each example, a release of its own in one site, the rules that fire on it. */
export async function rulesFiring(examples: readonly (readonly [lang: string, text: string])[]): Promise<string[][]> {
  const files = examples.map(
    ([, text], index) => `releases/${/^date: (\S+)/m.exec(text)?.[1] ?? "2018-03-04"}-example-${index}.md`,
  );
  const written = Object.fromEntries(
    examples.map(([lang, text], index) => [files[index] ?? "", releaseOf(text, lang)]),
  );
  const found = await findingsIn(
    written,
    examples.map(([lang]) => lang),
  );
  return files.map((file) => found.filter((finding) => finding.file === file).map(({ rule }) => rule));
}
