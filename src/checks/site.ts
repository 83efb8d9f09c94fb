import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { inReadingOrder } from "../model/problem.ts";
import type { Finding } from "./finding.ts";
import { type HtmlPage, readPage } from "./page.ts";
import { pageRules } from "./page-rules.ts";
import { isWellFormed } from "./xml.ts";

export interface CheckedSite {
  readonly findings: readonly Finding[];
  readonly pages: number;
}

/** A built site as the checks of its pages see it. */
export interface BuiltSite {
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** The path that stands before every address (`/press`), as the pages' own canonical addresses say. */
  readonly prefix: string;
  /** The site's own origin (`https://press.example.org`). */
  readonly origin: string;
  /** Size in bytes of a file of the site; undefined where there is none. */
  size(file: string): number | undefined;
}

/** Checks the pages and feeds of a built site: any folder of HTML, whoever made it. */
export function siteFindings(folder: string): CheckedSite {
  if (!existsSync(folder)) return { findings: [], pages: 0 };
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .toSorted();
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const pages = new Map(
    files.filter((file) => file.endsWith(".html")).map((file) => [file, readPage(file, read(file))]),
  );
  const sizes = new Map<string, number | undefined>();
  const size = (file: string) => {
    if (!sizes.has(file)) {
      const stats = statSync(path.join(folder, file), { throwIfNoEntry: false });
      sizes.set(file, stats?.isFile() ? stats.size : undefined);
    }
    return sizes.get(file);
  };
  const site: BuiltSite = { pages, size, ...addressOf(pages) };
  const found = [...pages.values()].flatMap((page) =>
    pageRules.flatMap((rule) =>
      [...rule.check(page, site)].map(({ offset, message, fix }): Finding => {
        const before = page.html.slice(0, offset);
        return {
          rule: rule.name,
          severity: rule.severity,
          file: page.file,
          line: before.split("\n").length,
          column: offset - before.lastIndexOf("\n"),
          found: "",
          message,
          fix,
        };
      }),
    ),
  );
  const feeds = files.filter((file) => /\.(?:xml|atom|rss|webmanifest)$|(?:feed|manifest)[^/]*\.json$/.test(file));
  const broken = feeds.flatMap((file): Finding[] => {
    const fault = isWellFormed(file, read(file));
    return fault === undefined
      ? []
      : [{ rule: "site-feeds", severity: "error", file, line: 1, column: 1, found: "", ...fault }];
  });
  return { findings: inReadingOrder([...found, ...broken]) as Finding[], pages: pages.size };
}

/** Origin and path of a site: what the canonical addresses of its pages have before the pages' own paths. */
function addressOf(pages: ReadonlyMap<string, HtmlPage>): { origin: string; prefix: string } {
  for (const { file, canonical } of pages.values()) {
    const own = `/${file.replace(/(?:^|\/)index\.html$/, "/").replace(/^\//, "")}`;
    if (canonical === undefined || !canonical.endsWith(own)) continue;
    const before = canonical.slice(0, canonical.length - own.length);
    const [origin = ""] = /^https?:\/\/[^/]+/.exec(before) ?? [];
    return { origin, prefix: before.slice(origin.length) };
  }
  return { origin: "", prefix: "" };
}
