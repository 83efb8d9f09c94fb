import { ownPaths } from "../../model/content.ts";
import type { Context, Rule } from "../rule.ts";

export const innerLinks: Rule = {
  name: "inner-links",
  group: "trust",
  severity: "error",
  why: "A link within the site that leads nowhere says that nobody has read the page.",
  wrong: "See [the first release](/en/2017/no-such-release/).",
  right: "See [the press office](/en/press-office/).",
  *check(document, context) {
    for (const { url, urlOffset } of document.links) {
      const at = document.inBody(urlOffset, url.length);
      if (/^(?:\.{0,2}\/)?[^:/?#]*\.(?:md|yaml)(?:#|$)/i.test(url)) {
        yield {
          at,
          message: `“${url}” is a file of content/, which no reader has.`,
          fix: "Write the address of the page: /en/2017/name-of-the-release/",
        };
      } else if (
        url.startsWith("/") &&
        !url.startsWith("//") &&
        !addressesOf(context).has(plain(url)) &&
        !isOwn(url, context)
      ) {
        yield {
          at,
          message: `There is no page ${plain(url)} on this site.`,
          fix: "Copy the address of the page from the browser, from the first / on.",
        };
      }
    }
  },
};

const plain = (url: string) => `${url.replace(/[?#].*$/, "").replace(/\/(?:index\.html)?$/, "")}/`;

/** Lists and the files that the build makes are not looked up one by one. */
function isOwn(url: string, { content }: Context): boolean {
  const [, lang = "", name = ""] = url.split(/[/?#]/);
  if (/\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(url)) return true;
  return (
    (lang in content.site.languages &&
      (name === "" || ownPaths.includes(name) || (/^\d{4}$/.test(name) && !/^\/[^/]+\/\d{4}\/[^/?#]/.test(url)))) ||
    lang === ""
  );
}

const known = new WeakMap<Context, ReadonlySet<string>>();

/** The addresses of releases and standing pages, and the old ones that lead to them. */
function addressesOf(context: Context): ReadonlySet<string> {
  let addresses = known.get(context);
  if (!addresses) {
    const { releases, pages } = context.content;
    addresses = new Set([
      ...releases.flatMap(({ lang, year, slug, aliases = [] }) => [`/${lang}/${year}/${slug}/`, ...aliases.map(plain)]),
      ...pages.map(({ lang, key }) => `/${lang}/${key}/`),
    ]);
    known.set(context, addresses);
  }
  return addresses;
}
