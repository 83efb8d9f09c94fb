import { ownPaths } from "../../model/content.ts";
import { oncePer } from "../../model/memo.ts";
import { pathPrefix } from "../../model/site.ts";
import { fileNamed } from "../../text/grammar/figures.ts";
import type { Document } from "../document.ts";
import type { Context, Fault } from "../rule.ts";

export function* innerLinks(document: Document, context: Context): Generator<Fault> {
  for (const link of document.links) {
    const { url } = link;
    const after = document.body.slice(link.urlOffset + url.length);
    if (/^(?:\.{0,2}\/)?[^:/?#]*\.(?:md|yaml)(?:#|$)/i.test(url)) {
      yield {
        at: document.link(link),
        message: `“${url}” is a file of content/, which no reader has.`,
        fix: "Write the address of the page: /en/2017/name-of-the-release/",
      };
    } else if (/^\/(?!\/)/.test(url) && !leads(url, context)) {
      yield { at: document.link(link), ...lost(url, pathPrefix(context.content.site)) };
    } else if (isRelative(url) && ENDS.test(after) && !isBeside(url, document, context))
      yield { at: document.link(link), ...relative(url, link.words) };
  }
}

/** Neither a whole address nor one from the first / on, nor a place in the text; what begins with www. is link-form's. */
const isRelative = (url: string) => !/^(?:[a-z][a-z\d+.-]*:|["'/?#\\]|www\.|$)/i.test(url);

/** Matches the end of a link behind its address, with a title or without. Other brackets stand around words: [sic](to be seen). */
const ENDS = /^>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;

/** Whether a relative address is a document that the release names, or leads from its page to another. */
function isBeside(url: string, { release, lang, file }: Document, context: Context): boolean {
  if (release?.documents?.some((document) => document.file === fileNamed(url))) return true;
  const here = release ? `/${lang}/${release.year}/${release.slug}/` : `/${lang}/${file.split(/[/.]/)[1]}/`;
  const { pathname } = new URL(url, `https://site.invalid${here}`);
  return addressesOf(context).has(plain(pathname)) || (!/\.[a-z0-9]+$/i.test(pathname) && leads(pathname, context));
}

/** Tells of a lost address that begins with /. A browser shows it with the site's folder before it, which a text leaves out. */
function lost(url: string, prefix: string): Omit<Fault, "at"> {
  const replacement = url.slice(prefix.length);
  if (prefix !== "" && url.startsWith(`${prefix}/`))
    return {
      message: `“${url}” leads to nothing: the folder ${prefix} is put before the address by itself.`,
      fix: `Write ${replacement}, or run the check with --fix.`,
      replacement,
    };
  const start = prefix === "" ? "from the first / on" : `from the first / after ${prefix} on`;
  return {
    message: `There is no page ${plain(url)} on this site.`,
    fix: `Copy the address of the page from the browser, ${start}.`,
  };
}

function relative(url: string, words: string): Omit<Fault, "at"> {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(url)) {
    return {
      message: `“${url}” is an email address, and as a link leads to a page of this site that is not there.`,
      fix: `Write mailto:${url}, or run the check with --fix.`,
      replacement: `mailto:${url}`,
    };
  }
  const name = url.replace(/^\.\//, "");
  if (/^[^/]+\.(?:jpe?g|png|gif|webp|avif)$/i.test(name)) {
    return {
      message: `“${url}” is a picture and no document of this text, so the link leads nowhere.`,
      fix: `To show it, put the file beside the release, and an exclamation mark right before the square bracket: ![${words}](${name})`,
    };
  }
  if (/^[^/]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|zip|tiff?|mp[34])$/i.test(name)) {
    return {
      message: `“${url}” is no document of this text, so the link leads nowhere.`,
      fix: `Put the file beside the release and name it in its fields, as documents: [{ file: ${name}, title: … }], then link to ${name}.`,
    };
  }
  return {
    message: `“${url}” leads to no page of this site.`,
    fix: "Write the whole address, from https:// on; that of a page of this site from the first / on.",
  };
}

const plain = (url: string) =>
  `${url
    .normalize("NFC")
    .replace(/[?#].*$/, "")
    .replace(/\/(?:index\.html)?$/, "")}/`;

/** Whether an address of the site leads somewhere. Lists and the files that the build makes are not looked up one by one. */
function leads(url: string, context: Context): boolean {
  const [, lang = "", name = "", more = ""] = url.split(/[/?#]/);
  if (lang === "" || /\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(url) || addressesOf(context).has(plain(url))) return true;
  const isYear = /^\d{4}$/.test(name) && (more === "" || !/^\/[^/]+\/\d{4}\//.test(url));
  return lang in context.content.site.languages && (name === "" || ownPaths.includes(name) || isYear);
}

/** The addresses of releases and standing pages, and the old ones that lead to them. */
const addressesOf = oncePer(
  ({ content: { releases, pages } }: Context): ReadonlySet<string> =>
    new Set([
      ...releases.flatMap(({ lang, year, slug, aliases = [] }) => [`/${lang}/${year}/${slug}/`, ...aliases.map(plain)]),
      ...pages.map(({ lang, key }) => `/${lang}/${key}/`),
    ]),
);
