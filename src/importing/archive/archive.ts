import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../content/disk.ts";
import { decoded } from "../../model/address.ts";
import { attempt } from "../../model/attempt.ts";
import { grouped } from "../../model/grouped.ts";
import type { Site } from "../../model/site.ts";
import { textField } from "../fields.ts";
import { divide, hasFrontMatter } from "../front-matter.ts";
import type { Fields } from "../incoming.ts";
import type { Options } from "../options.ts";
import { addressPath, type UniqueName } from "../release-name.ts";
import { languageNamed } from "../wording/language.ts";
import { aliasesOf, ownDay, slugFor } from "./addresses.ts";
import { LARGEST, textOf } from "./encoding.ts";
import type { Memory } from "./memory.ts";

/** A text of an archive. */
interface Located {
  /** Path as it is reported and remembered: the folder's own name and its parent's, then the path inside; / on every system. */
  readonly name: string;
  readonly path: string;
  /** The language that a folder or the file's name gives. */
  readonly lang?: string;
}

/** A file of an archive and the release that it will be. */
export interface Planned extends Located {
  /** File or folder name in releases/; undefined where only reading the text tells it. */
  readonly key: string | undefined;
  /** The key without the number that makes it one of its own. */
  readonly wanted: string | undefined;
}

/** Ends of names of texts. Pictures and documents come with the texts that name them. */
const TEXT = /\.(?:md|markdown|mdx|html?|xhtml|txt|docx|doc|rtf|odt|pages|eml|mht|mhtml)$/i;

/** Days that must be known of an archive before one long before them is left aside. */
const ENOUGH_DAYS = 3;

/** The files of a folder: its texts, and all others. */
function filesIn(root: string): { readonly texts: string[]; readonly others: string[] } {
  const files = filesBelow(root).filter((file) => !/(?:^|\/)(?:~\$|(?:node_modules|_site)\/)/.test(file));
  const isText = (file: string) =>
    TEXT.test(file) ||
    (!/\.[a-z0-9]{2,5}$/i.test(file) && hasFrontMatter(readFileSync(path.join(root, file), "utf8").slice(0, 200)));
  const texts = new Set(files.filter(isText));
  return { texts: [...texts], others: files.filter((file) => !texts.has(file)) };
}

/**
 * Plans the import of a folder: which files are one release in several languages (same path, but for the language's folder
 * or ending), what each release is called, and where links between them will lead. Reads each file's fields, keeps no text.
 */
export function planArchive(root: string, site: Site, options: Options, memory: Memory, unique: UniqueName) {
  const prefix = path.resolve(root).split(path.sep).slice(-2).join("/");
  const { texts, others } = filesIn(root);
  const entries = texts.map((file) => {
    const { lang, rest } = placed(`${path.basename(path.resolve(root))}/${file}`.normalize("NFC"), site);
    const entry = {
      name: `${prefix}/${file}`.normalize("NFC"),
      path: path.join(root, file),
      ...(lang ? { lang } : {}),
    };
    return { entry, join: lang ? rest : `alone ${file}` };
  });
  const order = Object.keys(site.languages);
  const planned: Planned[] = [];
  const links = linksOf(site, options);
  for (const versions of grouped(entries, ({ join }) => [join]).values()) {
    const group: Located[] = versions.map(({ entry }) => entry);
    group.sort((a, b) => order.indexOf(a.lang ?? "") - order.indexOf(b.lang ?? ""));
    const fields = group.map((entry) => fieldsOf(entry.path));
    const remembered = group.map(({ name }) => memory.get(name)?.file).find((file) => file !== undefined);
    const [{ name } = { name: "" }] = group;
    const [first = {}] = fields;
    const day = ownDay(first, name);
    const wanted = day && `${day}-${slugFor(first, name)}`;
    const key = remembered ? keyOf(remembered) : wanted && unique(wanted);
    for (const [index, entry] of group.entries()) {
      planned.push({ ...entry, key, wanted });
      if (key) links.add(entry, fields[index] ?? {}, key);
    }
  }
  const days = planned.flatMap(({ wanted = "" }) => /^\d{4}-\d{2}-\d{2}/.exec(wanted)?.[0] ?? []).toSorted();
  return {
    planned,
    addressOf: links.find,
    /** Files that are not imported by themselves. */
    skipped: others.map((file) => path.join(root, file)),
    /** The first day that the archive's own fields and names give; undefined where too few do. */
    earliest: days.length >= ENOUGH_DAYS ? days[0] : undefined,
  };
}

/** A path without the part that names a language, and that language. */
function placed(file: string, site: Site): { lang?: string; rest: string } {
  const folders = file.split("/");
  const name = folders.pop() ?? "";
  const [, stem = "", ending = ""] = /^(.*)\.([a-zA-Z-]{2,12})(?=\.\w+$)/.exec(name) ?? [];
  const bySuffix = languageNamed(ending, site.languages);
  if (bySuffix) return { lang: bySuffix, rest: [...folders, stem].join("/") };
  for (const [index, folder] of folders.entries()) {
    const lang = languageNamed(folder, site.languages);
    if (lang) return { lang, rest: [...folders.toSpliced(index, 1), name].join("/") };
  }
  const alone = languageNamed(name.replace(/\.\w+$/, ""), site.languages);
  return alone && folders.length > 1 ? { lang: alone, rest: folders.join("/") } : { rest: file };
}

/** The fields that a text file gives before it is read as a whole; none where it has none, or cannot be read. */
function fieldsOf(file: string): Fields {
  if (/\.(?:docx?|rtf|odt|txt)$/i.test(file) || statSync(file).size > LARGEST) return {};
  const text = attempt(() => textOf(readFileSync(file))) ?? "";
  return hasFrontMatter(text) ? divide(text).fields : {};
}

/** The file or folder name of a release's file. */
export function keyOf(file: string): string {
  return file.replace(/^releases\//, "").replace(/\/.*$|\.md$/, "");
}

/** Where links of the old site lead: by its addresses, and by the names of its files. */
function linksOf({ default_language: first }: Site, options: Options) {
  const languages = new Map<string, string>();
  /** Path, name or alias → language → new address. */
  const known = new Map<string, Map<string, string>>();
  const add = ({ name, lang = options.lang }: Located, fields: Fields, key: string) => {
    const own = lang ?? textField(fields, "lang") ?? first;
    languages.set(name, own);
    const address = `/${own}/${addressPath(key)}/`;
    const parts = name.replace(/\.\w+$/, "").split("/");
    const tails = [1, 2, 3].map((count) => parts.slice(-count).join("/"));
    for (const word of [...tails, ...aliasesOf(fields, name, options.permalink).map(bare)]) {
      const addresses = known.get(word) ?? new Map<string, string>();
      // A name that several files have leads nowhere: nobody can tell which is meant.
      addresses.set(own, addresses.has(own) && addresses.get(own) !== address ? "" : address);
      known.set(word, addresses);
    }
  };
  const find = (href: string, from: string): string | undefined => {
    const { origin } = options;
    const isOutside = /^(?:https?:)?\/\//i.test(href);
    if (isOutside && !(origin && URL.canParse(href) && new URL(href).host === new URL(origin).host)) return undefined;
    const plain = bare(isOutside ? new URL(href).pathname : href);
    const parts = plain.split("/").filter((part) => part !== "." && part !== "..");
    const isName = /\.(?:md|markdown)$/i.test(href.split(/[?#]/)[0] ?? "");
    const tails = isName || parts.length > 1 ? parts.map((_, index) => parts.slice(index).join("/")) : [plain];
    for (const tail of tails) {
      if (!isName && !tail.includes("/") && tail !== plain) break;
      const addresses = known.get(tail);
      const address = addresses?.get(languages.get(from) ?? first) ?? addresses?.values().next().value;
      if (address) return address;
    }
    return undefined;
  };
  return { add, find };
}

/** An address or path without slashes at its ends, query, anchor and the end of a file's name. */
function bare(address: string): string {
  return decoded(address.split(/[?#]/)[0] ?? "")
    .normalize("NFC")
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.(?:md|markdown|html?)$/i, "")
    .replace(/\/index$/, "");
}
