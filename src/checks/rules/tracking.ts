import type { Rule } from "../rule.ts";

/** Parameters that tell an advertiser who followed the link, and change nothing of the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|ysclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|twclid|ttclid|li_fat_id|oly_enc_id|oly_anon_id|vero_id|_openstat|wickedid|ref_src|ref_url)$/i;

export const tracking: Rule = {
  name: "tracking",
  group: "trust",
  severity: "warning",
  why: "A link with tracking tells others which journalist read what.",
  wrong: "Read [the report](https://example.org/report?utm_source=mail&id=7).",
  right: "Read [the report](https://example.org/report?id=7).",
  *check(document) {
    for (const { url, urlOffset } of document.links) {
      const clean = withoutTracking(url);
      if (clean === url) continue;
      yield {
        at: document.inBody(urlOffset, url.length),
        message: "This link tells its site where the reader came from, by parameters such as utm_source or fbclid.",
        fix: `Write ${clean}`,
        replacement: clean,
      };
    }
  },
};

/** The address without its tracking parameters; all else to the letter as it was. */
function withoutTracking(url: string): string {
  const [, before = url, query = "", after = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(url) ?? [];
  if (query === "") return url;
  const kept = query.split("&").filter((pair) => !TRACKING.test(pair.split("=")[0] ?? ""));
  if (kept.length === query.split("&").length) return url;
  return `${before}${kept.length > 0 ? `?${kept.join("&")}` : ""}${after}`;
}
