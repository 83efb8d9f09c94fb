import type { Rule } from "../rule.ts";

export const https: Rule = {
  name: "https",
  group: "trust",
  severity: "warning",
  why: "What is read over http can be changed on its way, and browsers warn of it.",
  wrong: "Read [the report](http://example.org/report).",
  right: "Read [the report](https://example.org/report).",
  *check(document) {
    const open = document.links.filter(({ url }) => /^http:\/\//i.test(url));
    const [first] = open;
    if (!first) return;
    yield {
      at: document.inBody(first.urlOffset, first.url.length),
      message: `This link begins with http, not https${open.length > 1 ? `, and ${open.length - 1} more of this text` : ""}.`,
      fix: "Try it with https:// and write it so where it works.",
    };
  },
};
