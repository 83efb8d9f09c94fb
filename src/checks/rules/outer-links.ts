import type { Rule } from "../rule.ts";

export const outerLinks: Rule = {
  name: "outer-links",
  group: "trust",
  severity: "warning",
  why: "Pages of others move and vanish; who follows a dead link doubts the rest (asked only with --links).",
  wrong: "(a link to a page that its site does not have any more)",
  right: "(a link to a page that is there)",
  *check(document, { answers }) {
    for (const { url, urlOffset } of document.links) {
      const answer = answers?.get(addressOf(url));
      const at = document.inBody(urlOffset, url.length);
      if (answer?.is === "gone") {
        yield {
          at,
          message: `This link leads nowhere: ${answer.said}${sinceWhen(answer.age)}.`,
          fix: "Link to where the page is now or to a copy in a web archive, or delete the link.",
        };
      } else if (answer?.is === "moved") {
        yield {
          at,
          message: `This page has moved for good${sinceWhen(answer.age)}.`,
          fix: `Look at ${answer.to} and, where it is the same page, link to it.`,
        };
      }
    }
  },
};

/** What is asked of a site: the address without the place on the page. */
export function addressOf(url: string): string {
  return url.replace(/#.*$/s, "");
}

function sinceWhen(days: number): string {
  return days === 0 ? "" : ` (asked ${days} ${days === 1 ? "day" : "days"} ago)`;
}
