import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { placeAt } from "../../content/frame.ts";
import { decoded } from "../../model/address.ts";
import { countsOf } from "../../model/grouped.ts";
import { memoized } from "../../model/memo.ts";
import { inReadingOrder } from "../../model/problem.ts";
import { asFinding, type Finding, type Severity } from "../finding.ts";
import { addressReader } from "./data-links.ts";
import { type HtmlPage, readPage } from "./page.ts";
import { type BuiltSite, lostFaults, type PageFault } from "./page-links.ts";
import { pageRules } from "./page-rules.ts";
import { isWellFormed } from "./xml.ts";

/** Checks the pages and feeds of a built site: any folder of HTML, whoever made it. Returns the findings, and how many pages there are. */
export function siteFindings(folder: string) {
  if (!existsSync(folder)) return { findings: [], pages: 0 };
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .toSorted();
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const pages = new Map(
    files.filter((file) => file.endsWith(".html")).map((file) => [file, readPage(file, read(file))]),
  );
  const size = memoized((file: string) => {
    const stats = statSync(path.join(folder, file), { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : undefined;
  });
  const site: BuiltSite = { pages, size, ...addressOf(pages) };
  const found = [...pages.values()].flatMap((page) =>
    pageRules.flatMap((rule) =>
      [...rule.check(page, site)].map((fault) => findingAt(page.file, page.html, rule.name, rule.severity, fault)),
    ),
  );
  const lost = files
    .filter((file) => !pages.has(file) && size(file) !== undefined)
    .flatMap((file) => {
      const addressesIn = addressReader(file);
      const text = addressesIn ? read(file) : "";
      const faults = [...lostFaults(file, addressesIn?.(text) ?? [], site)];
      return faults.map((fault) => findingAt(file, text, "site-links", "error", fault));
    });
  const feeds = files.filter((file) => /\.(?:xml|atom|rss|webmanifest)$|(?:feed|manifest)[^/]*\.json$/.test(file));
  const broken = feeds.flatMap((file): Finding[] => {
    const fault = isWellFormed(file, read(file));
    return fault === undefined ? [] : [asFinding({ file, ...fault }, "site-feeds", "error")];
  });
  return { findings: inReadingOrder([...found, ...lost, ...broken]) as Finding[], pages: pages.size };
}

function findingAt(file: string, text: string, rule: string, severity: Severity, fault: PageFault): Finding {
  const { offset, message, fix } = fault;
  return { rule, severity, file, ...placeAt(text, offset), found: "", message, fix };
}

/** Origin and decoded path of a site: what the canonical addresses of most of its pages have before the pages' own paths. */
function addressOf(pages: ReadonlyMap<string, HtmlPage>): { origin: string; prefix: string } {
  const before = [...pages.values()].flatMap(({ file, canonical }) => {
    const own = `/${file.replace(/(?:^|\/)index\.html$/, "/").replace(/^\//, "")}`;
    return canonical?.endsWith(own) ? [canonical.slice(0, -own.length)] : [];
  });
  const [most = ""] = [...countsOf(before)].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const [origin = ""] = /^https?:\/\/[^/]+/.exec(most) ?? [];
  return { origin, prefix: decoded(most.slice(origin.length)) };
}
