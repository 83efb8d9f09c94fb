import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";

/** A text of a corpus as a release: what the rules need and the corpus has. */
interface Text {
  readonly file: string;
  readonly title: string;
  readonly date: string;
  readonly summary?: string;
  readonly body: string;
}

/**
 * Writes the Markdown files of a corpus (and its WML files, as text) as releases of a content folder, the fields read leniently; what is
 * of their own site's software (shortcodes), and the pictures, are taken out. Returns each release's file and where it comes from.
 */
export function contentOf(corpus: string, folder: string, lang = "en", times = 1): Map<string, string> {
  mkdirSync(path.join(folder, "releases"), { recursive: true });
  for (const [name, text] of Object.entries(SITE)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text.replaceAll("LANG", lang));
  }
  const from = new Map<string, string>();
  for (let time = 0; time < times; time++) {
    for (const file of readdirSync(corpus, { recursive: true, encoding: "utf8" }).toSorted()) {
      if (!/\.(?:md|wml)$/.test(file)) continue;
      const text = textOf(path.join(corpus, file), file);
      const slug = file
        .replace(/\.\w+$/, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(-80)
        .replace(/^-+/, "");
      const name = `releases/${text.date}-${slug}${time > 0 ? `-${time}` : ""}.md`;
      const fields = { title: text.title, ...(text.summary ? { summary: text.summary } : {}), date: text.date };
      const lines = Object.entries(fields).map(
        ([key, value]) => `${key}: ${key === "date" ? value : JSON.stringify(value)}`,
      );
      const body = time === 0 ? text.body : varied(text.body, time);
      writeFileSync(
        path.join(folder, name),
        `---\n${lines.join("\n")}\nlocation: town\npartners: []\ncontacts: [office]\n${/speeches/.test(corpus) ? "type: speech\n" : ""}${body === "" ? "draft: true\n" : ""}---\n\n${body}\n`,
      );
      from.set(name, file);
    }
  }
  return from;
}

const SITE = {
  "site.yaml":
    "name: { en: Press }\ndescription: { en: News. }\norigin: https://press.example.org\ndefault_language: LANG\ntimezone: UTC\npress_office: office\nlanguages:\n  LANG: { label: LANG, dir: ltr }\n",
  "contacts/office.yaml": "name: Press Office\nemail: press@example.org\n",
  "locations/town.yaml": "name: Town\ncountry: US\n",
};

function textOf(whole: string, file: string): Text {
  const source = readFileSync(whole, "utf8").replace(/\r\n?/g, "\n");
  if (file.endsWith(".wml")) {
    const title = /<define-tag pagetitle>(.*?)<\/define-tag>/s.exec(source)?.[1] ?? file;
    const date = /<define-tag release_date>(\S+?)<\/define-tag>/.exec(source)?.[1] ?? "2015-01-01";
    const body = source
      .replace(/^#.*$/gm, "")
      .replace(/"?>\/ChangeLog">/g, "")
      .replace(/<(?:correction|dsa|dsatable\w*|ul)\b[^"<]*(?:"[^"]*"[^"<>]*)*>/g, "")
      .replace(/<define-tag.*?<\/define-tag>/gs, "")
      .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, "$2")
      .replace(/<(?:codename|revision|release)>/g, "7.1")
      .replace(/<[^>]*>/g, "");
    return {
      file,
      title: plain(title),
      date,
      body: body
        .replace(/^[ \t]+/gm, "")
        .replace(/&nbsp;/g, " ")
        .trim(),
    };
  }
  const [, yaml = "", rest = ""] = /^\s*---\s*\n(.*?)\n---\s*\n?(.*)$/s.exec(source) ?? ["", "", source];
  const fields = fieldsOf(yaml);
  const named = /(\d{4}-\d{2}-\d{2})/;
  const date =
    named.exec(String(fields.date instanceof Date ? fields.date.toISOString() : (fields.date ?? "")))?.[1] ??
    named.exec(file)?.[1] ??
    "2015-01-01";
  return {
    file,
    title: plain(String(fields.title ?? file)),
    date,
    ...(fields.summary ? { summary: plain(String(fields.summary)) } : {}),
    body: rest
      .replace(/\[\s*\{\{[<%][\s\S]*?[>%]\}\}\s*\]\([^)]*\)/g, "")
      .replace(/\]\(\s*\{\{[<%][^{}]*[>%]\}\}[^()\n]*\)/g, "](/en/releases/)")
      .replace(/\{\{[<%][\s\S]*?[>%]\}\}/g, "")
      .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
      .replace(/^[ \t]+$/gm, "")
      .trim(),
  };
}

function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    return (load(yaml) ?? {}) as Record<string, unknown>;
  } catch {
    return Object.fromEntries(
      [...yaml.matchAll(/^(\w+):[ ]*(.+)$/gm)].map(([, name = "", value = ""]) => [
        name,
        value.replace(/^["']|["']$/g, ""),
      ]),
    );
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  hellip: "…",
  ldquo: "“",
  lsquo: "‘",
  mdash: "—",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  rdquo: "”",
  rsquo: "’",
};

const plain = (words: string) =>
  words
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, " ")
    .trim() || "Untitled";

/** The same text with other long words, so that an archive of copies has as many different words as a real one. */
function varied(body: string, time: number): string {
  let count = 0;
  return body.replace(/(?<![\p{L}\d/.@-])\p{Ll}{7,}(?![\p{L}\d/.@-])/gu, (word) =>
    ++count % 97 === 0 ? `${word.slice(0, -2)}${"aeiou"[time % 5]}${word.slice(-2)}` : word,
  );
}
