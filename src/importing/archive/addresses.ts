import { aliasFaults } from "../../content/aliases.ts";
import { listField, textField, valuesOf } from "../fields.ts";
import type { Fields } from "../incoming.ts";
import type { Office } from "../office.ts";
import { plain } from "../recognisers/title.ts";
import { keyFor, short, slugged } from "../release-name.ts";
import { dayInPath, dayOfField } from "../wording/calendar.ts";

/** Returns the day that a source's own fields or its file name give: the name of the release's file begins with it. */
export function ownDay(fields: Fields, name: string): string | undefined {
  return valuesOf(fields, "date").map(dayOfField).find(Boolean) ?? dayInPath(name)?.date;
}

/**
 * The last part of a release's new address: the old one's, so that people find it again, else the file's name, else the
 * title, in small Latin letters. Names such as `index` or `document1` say nothing and are passed over.
 */
export function slugFor(fields: Fields, name: string): string {
  const own = textField(fields, "slug");
  const permalink = textField(fields, "address");
  const last = permalink
    ?.replace(/\/(?:index\.html)?$/, "")
    .split("/")
    .at(-1);
  const parts = name.split("/");
  const file = bareName(parts.at(-1) ?? "");
  const bundle = /^_?index$/i.test(file) ? bareName(parts.at(-2) ?? "") : file;
  const title = plain(textField(fields, "title") ?? "");
  for (const words of [own, last, bundle]) {
    const slug = words === undefined || /[{:]/.test(words) ? "" : slugged(words.replace(/\.\w{2,5}$/, ""));
    if (says(slug)) return slug;
  }
  return short(slugged(title)) || slugged(bundle) || "release";
}

/** Whether a name says something: `index`, `document1` and a mere number do not. */
function says(slug: string): boolean {
  return (
    /[a-z]{3}/.test(slug) &&
    !/^(?:index|document|untitled|press-release|release|page|text|file|new|draft|email|mail|message|scan|copy)-?\d*$/.test(
      slug,
    )
  );
}

function bareName(name: string): string {
  return name.replace(/\.(?:md|markdown|mdx|html?|xhtml|txt|docx?|eml|mht|mhtml|rtf|odt)$/i, "");
}

/** Words of a text without a title that name its release. */
const FEW_WORDS = 6;

/** The same for a text that may have no title: the file's name names it where that says something, else its first words. */
export function keyForText(date: string | undefined, title: string | undefined, name: string, text: string): string {
  const file = slugged(bareName(name.split("/").at(-1) ?? ""));
  const words = text.split(/\s+/).slice(0, FEW_WORDS).join(" ");
  return keyFor(date, title ?? (says(file) ? file : words));
}

/**
 * The old addresses of a post: those that its fields name (Hugo: url, aliases; Jekyll: permalink, redirect_from; Eleventy:
 * permalink), what `pattern` makes of it, else the one that its generator gave it by rule.
 */
export function aliasesOf(fields: Fields, name: string, pattern: string | undefined): string[] {
  const named = [
    ...listField(fields, "aliases"),
    ...listField(fields, "canonical").flatMap((url) => (URL.canParse(url) ? [new URL(url).pathname] : [])),
  ].filter((address) => !/[{]|:(?:year|title|slug)/.test(address));
  const hasOwn = textField(fields, "address") !== undefined;
  const rule = hasOwn ? undefined : (pattern ?? ruleFor(fields, name));
  const all = [...named, ...(rule ? [fill(rule, fields, name)] : [])].map(asPath).filter((address) => address !== "/");
  return [...new Set(all)];
}

/** Jekyll's default for `_posts`, Hugo's for what lies under `content/`; of any other folder nothing is known. */
function ruleFor(fields: Fields, name: string): string | undefined {
  if (/(?:^|\/)_posts\//.test(name)) return "/:categories/:year/:month/:day/:title.html";
  if (/(?:^|\/)content\//.test(name)) return textField(fields, "slug") ? "/:folder/:slug/" : "/:folder/:filename/";
  return undefined;
}

function fill(pattern: string, fields: Fields, name: string): string {
  const [year = "", month = "", day = ""] = (ownDay(fields, name) ?? "").split("-");
  const folder = name
    .replace(/^.*?(?:^|\/)content\//, "")
    .split("/")
    .slice(0, -1);
  const filename = bareName(name.split("/").at(-1) ?? "");
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    slug: textField(fields, "slug") ?? slugged(filename),
    title: filename.replace(/^\d{4}-\d{2}-\d{2}-/, ""),
    filename,
    folder: folder.join("/"),
    section: folder[0] ?? "",
    categories: listField(fields, "categories").join("/").toLowerCase(),
  };
  return pattern.replace(/:([a-z]+)/g, (whole, part: string) => values[part] ?? whole).replace(/\/{2,}/g, "/");
}

/** An address as a path that begins with a slash, without host and anchor. Its query may be all that tells two pages apart. */
function asPath(address: string): string {
  const url = /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
  const [path = "", query] = (url ? url.pathname + url.search : (address.split("#")[0] ?? "")).trim().split(/\?(.*)/s);
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const isFolder = parts.length > 0 && (/\/\.?$/.test(path) || parts.at(-1) === "..");
  const clean: string[] = [];
  for (const part of parts) {
    if (part === "..") clean.pop();
    else clean.push(part);
  }
  return `/${clean.join("/")}${isFolder && clean.length > 0 ? "/" : ""}${query ? `?${query}` : ""}`;
}

/**
 * Returns a function that takes an old address for a release, and says why that cannot be, where it cannot: each leads to one release, and
 * the first that names it has it. `nameOf` says what a release's file was made of, where an import made it.
 */
export function claimsIn({ site, releases, pages }: Office, nameOf?: (file: string) => string | undefined) {
  const faultOf = aliasFaults(site, releases, pages);
  const claim = (written: string, by: string) => {
    const [, lang = "", year = ""] = written.split("/");
    // The addresses of releases to come are not known yet: all that have their form are the site's own.
    if (Object.hasOwn(site.languages, lang) && /^\d{4}$/.test(year))
      return `“${written}” has the form of an address of this site.`;
    return faultOf(written, by)?.message;
  };
  for (const { file, aliases = [] } of releases) for (const alias of aliases) claim(alias, nameOf?.(file) ?? file);
  return claim;
}
