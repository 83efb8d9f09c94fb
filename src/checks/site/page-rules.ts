import type { Rule } from "../rule.ts";
import type { HtmlPage } from "./page.ts";
import { type BuiltSite, linkFaults, type PageFault, targetOf } from "./page-links.ts";

interface PageRule extends Pick<Rule, "name" | "severity" | "why"> {
  check(page: HtmlPage, site: BuiltSite): Iterable<PageFault>;
}

/** HTML, styles and scripts of one page, before compression; pictures are counted where the reader's screen chooses them. */
const HEAVIEST = 250_000;

/** The rules for every page of a built site. */
export const pageRules: readonly PageRule[] = [
  {
    name: "site-links",
    severity: "error",
    why: "A link that leads nowhere, on a page or in a feed, a sitemap, a text or what a page says as data.",
    check: linkFaults,
  },
  {
    name: "site-ids",
    severity: "error",
    why: "Of two elements with one id, links and screen readers find only the first.",
    *check({ ids }) {
      const seen = new Set<string>();
      for (const { value, offset } of ids) {
        if (seen.has(value))
          yield { offset, message: `The id “${value}” is there twice.`, fix: "Each id of a page is its own." };
        seen.add(value);
      }
    },
  },
  {
    name: "site-headings",
    severity: "warning",
    why: "Who cannot see the page moves by its headings (WCAG 1.3.1).",
    *check({ headings, refresh }) {
      if (refresh) return;
      const first = headings.filter(({ value }) => value === 1);
      if (first.length !== 1)
        yield {
          offset: first[1]?.offset ?? 0,
          message: `This page has ${first.length} headings of the first level.`,
          fix: "The page's title is its one h1.",
        };
      for (const [index, { value, offset }] of headings.entries()) {
        const before = headings[index - 1]?.value ?? value;
        if (value > before + 1)
          yield { offset, message: `A heading h${value} follows an h${before}.`, fix: `Make it an h${before + 1}.` };
      }
    },
  },
  {
    name: "site-metadata",
    severity: "error",
    why: "Title, language and canonical address are what search engines and screen readers go by.",
    *check({ file, title, meta, canonical, lang, refresh }) {
      const isNoPage = refresh || /(?:^|\/)404\.html$/.test(file);
      const missing = [
        ...(title === "" ? ["a title"] : []),
        ...(lang ? [] : ["a language (html lang)"]),
        ...(isNoPage || canonical !== undefined || /noindex/.test(meta.get("robots") ?? "")
          ? []
          : ["a canonical address"]),
      ];
      if (missing.length > 0)
        yield {
          offset: 0,
          message: `This page lacks ${missing.join(" and ")}.`,
          fix: "It belongs in the head of the page.",
        };
    },
  },
  {
    name: "site-description",
    severity: "warning",
    why: "Without a description search engines show whatever words come first.",
    *check({ file, meta, refresh }) {
      if (refresh || /(?:^|\/)404\.html$/.test(file) || meta.get("description")) return;
      yield { offset: 0, message: "This page lacks a description.", fix: "It belongs in the head of the page." };
    },
  },
  {
    name: "site-weight",
    severity: "warning",
    why: "Half the readers are on a slow phone.",
    *check({ file, html, links }, site) {
      const needed = new Set(
        links
          .map(({ value }) => value)
          .filter((value) => /\.(?:css|js|mjs)(?:\?|$)/.test(value) && value.startsWith("/")),
      );
      const bytes =
        Buffer.byteLength(html) +
        [...needed].reduce((sum, url) => sum + (site.size(targetOf(url, file, site)?.file ?? "") ?? 0), 0);
      if (bytes > HEAVIEST)
        yield {
          offset: 0,
          message: `${file} and its styles and scripts are ${Math.round(bytes / 1000)} kB.`,
          fix: `Up to ${HEAVIEST / 1000} kB load in a moment on a slow phone.`,
        };
    },
  },
];
