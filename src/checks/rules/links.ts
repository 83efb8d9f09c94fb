import { decoded } from "../../model/address.ts";
import { ownPaths } from "../../model/content.ts";
import { oncePer } from "../../model/memo.ts";
import { phoneOf } from "../../model/phone.ts";
import { pathPrefix } from "../../model/site.ts";
import { fileNamed } from "../../text/grammar/figures.ts";
import { withoutRedirect } from "../../text/redirects.ts";
import { table } from "../data.ts";
import type { Document } from "../document.ts";
import type { Link } from "../markup.ts";
import type { Context, Fault } from "../rule.ts";

/** Hosts that are kept for examples (RFC 2606). */
const EXAMPLE = /^https?:\/\/(?:www\.)?example\.(?:com|org|net|edu)(?=[:/?#]|$)/i;

/** Matches a stand-in for an address that is not known yet. */
const UNKNOWN =
  /^(?:https?:\/\/)?(?:#+|\.{2,3}|…|\?+|_+|(?:x|х){2,}|(?:insert|add|your|paste)?[-_ ]?(?:link|url|ссылка|lien|enlace)(?:[-_ ]?(?:here|tbc|tbd|to[-_ ]follow|to[-_ ]come))?|tb[cda]|todo|placeholder|link\.com)\/?$|(?:^|[/=._-])(?:insert|add|your|paste)[-_]?(?:the[-_])?(?:link|url|address)|(?:^|[/=])(?:x{3,}|tb[cd]|link[-_]here|url[-_]here|placeholder)(?:[/?#.]|$)/i;

/** Forms of addresses that lead nowhere. */
const forms = table<readonly { readonly finds: string; readonly what: string; readonly fix: string }[]>(
  "link-forms",
).map((form) => ({ ...form, pattern: new RegExp(form.finds, "i") }));

export function* linkForm(document: Document, context: Context): Generator<Fault> {
  for (const link of document.links) {
    const { url, words } = link;
    const at = document.link(link);
    // "http://…" in a text stands for any address.
    const isMentioned = words === url && /…|\.\.\./.test(url);
    if (!isMentioned && (EXAMPLE.test(url) || UNKNOWN.test(url))) {
      yield {
        at,
        message: `“${url}” stands where an address is still to be put in.`,
        fix: "Copy the address from the browser, or take the link out.",
      };
    } else if (differs(link, context)) {
      yield {
        at,
        message: `The words of this link are “${words}”, and it leads to ${url}.`,
        fix: "Correct the address, or give the link other words.",
      };
    }
    const form = forms.find(({ pattern }) => pattern.test(url));
    if (form && !/^https?:\/\/(?:…|\.\.\.)/.test(url))
      yield { at, message: `“${url.length > 60 ? `${url.slice(0, 60)}…` : url}” ${form.what}.`, fix: form.fix };
  }
  for (const { index } of document.body.matchAll(/(?<=(?<!!)\[[^[\]\n]{1,200}\]\()[ \t]*(?=\))/g)) {
    yield {
      at: document.inBody(index - 1, 2),
      message: "This link has no address.",
      fix: "Copy the address from the browser and put it between the brackets, or take the link out.",
    };
  }
}

/** Whether the words of a link are an address, and not that of the link. */
function differs({ words, url }: Link, { content }: Context): boolean {
  const written = words.replace(/^[*_`\s]+|[*_`\s]+$|\\(?=[^\p{L}\p{N}\s])/gu, "");
  const [, scheme = "", target = ""] = /^(mailto|tel):([^?]+)/i.exec(decoded(url)) ?? [];
  if (/mailto/i.test(scheme) && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(written))
    return target.toLowerCase().trim() !== written.toLowerCase();
  if (/tel/i.test(scheme)) {
    const [one, two] = [written, target].map((number) => phoneOf(number, content.site.country)?.dialled);
    return one !== undefined && two !== undefined && one !== two;
  }
  const [shown, real] = [written, url].map((each) =>
    /^(?:https?:\/\/|(?=www\.))(?:www\.)?([^\s/?#:]+)/i.exec(each)?.[1]?.toLowerCase(),
  );
  return (
    shown !== undefined && real !== undefined && !`.${shown}`.endsWith(`.${real}`) && !`.${real}`.endsWith(`.${shown}`)
  );
}

export function* https(document: Document): Generator<Fault> {
  const [first, ...more] = document.links.filter(({ url }) => /^http:\/\//i.test(url));
  if (!first) return;
  yield {
    at: document.link(first),
    message: `This link begins with http, not https${more.length > 0 ? `, and ${more.length} more of this text` : ""}.`,
    fix: "Open it with https:// and, if it works, write that.",
  };
}

/** Matches words that do not say where a link leads (WCAG 2.2, 2.4.4 and 2.4.9). */
const EMPTY =
  /^(?:(?:click |read |see |right |from |over )?here|this(?: (?:link|page|one|site|website))?|(?:this )?link|(?:read|learn|find out|see) more|more(?: info(?:rmation)?| details)?|details|website|тут|здесь|ссылка|по ссылке|по этой ссылке|подробнее|далее|читать далее|тут|падрабязней|ici|cliquez ici|lire la suite|en savoir plus|ce lien|aquí|haga clic aquí|leer más|más|este enlace|هنا|اضغط هنا|المزيد|这里|点击这里|更多|此处)[.…»›>→ ]*$/iu;

export function* linkText(document: Document): Generator<Fault> {
  for (const { words, url, offset, length } of document.links) {
    const written = words.replace(/[*_`]/g, "").trim();
    // A picture that is a link has words of its own.
    if (!(EMPTY.test(written) || words === "") || /!\[[^\]]+\]/.test(words)) continue;
    yield {
      at: document.inBody(offset, length),
      message: words
        ? `The link “${written}” does not say where it leads.`
        : "This link has no words, so nobody can see or hear it.",
      fix: `Link words that name the page: [the annual report](${url})`,
    };
  }
}

/** Parameters that tell an advertiser who followed the link, and change nothing of the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|ysclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|twclid|ttclid|li_fat_id|oly_enc_id|oly_anon_id|vero_id|_openstat|wickedid|ref_src|ref_url)(?:=|$)/i;

export function* tracking(document: Document): Generator<Fault> {
  for (const link of document.links) {
    const direct = withoutRedirect(link.url);
    const clean = withoutTracking(direct);
    if (clean === link.url) continue;
    yield {
      at: document.link(link),
      message:
        direct === link.url
          ? "This link tells its site where the reader came from, by parameters such as utm_source or fbclid."
          : "This link goes through the program that it was copied from, which learns who reads; some name the mailbox too.",
      fix: `Write ${clean}`,
      replacement: clean,
    };
  }
}

/** The address without its tracking parameters; all else to the letter as it was. */
function withoutTracking(url: string): string {
  const [, before = url, query = "", after = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(url) ?? [];
  const pairs = query.split("&");
  const kept = pairs.filter((pair) => !TRACKING.test(pair));
  if (kept.length === pairs.length) return url;
  return `${before}${kept.length > 0 ? `?${kept.join("&")}` : ""}${after}`;
}

export function* outerLinks(document: Document, { answers }: Context): Generator<Fault> {
  for (const link of document.links) {
    const answer = answers?.get(addressOf(link.url));
    if (!answer || answer.is === "there") continue;
    const asked = answer.age === 0 ? "" : ` (asked ${answer.age} ${answer.age === 1 ? "day" : "days"} ago)`;
    const [message, fix] =
      answer.is === "gone"
        ? [
            `This link leads nowhere: ${answer.said}${asked}.`,
            "Link to where the page is now or to a copy in a web archive, or delete the link.",
          ]
        : [
            `This page has moved permanently${asked}.`,
            `Look at ${answer.to} and, where it is the same page, link to it.`,
          ];
    yield { at: document.link(link), message, fix };
  }
}

/** Returns the address to ask a site for: without the place on the page. */
export function addressOf(url: string): string {
  return url.replace(/#.*$/s, "");
}

export function* innerLinks(document: Document, context: Context): Generator<Fault> {
  const { origin } = context.content.site;
  for (const link of document.links) {
    const { url: written } = link;
    const after = document.body.slice(link.urlOffset + written.length);
    // Within a page of the site, the whole address is as good as what follows its host and folder.
    const url = written.startsWith(`${origin}/`) ? written.slice(origin.length) : written;
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
