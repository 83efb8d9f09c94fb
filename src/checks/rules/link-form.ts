import { linkTargetFaults } from "../link-targets.ts";
import type { Rule } from "../rule.ts";

/** Forms of addresses that lead nowhere, and what is wrong with them. */
const faults: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:[a-z]:\\|file:|\\\\)/i,
    "is a file on somebody's computer",
    "Put the file beside the release and name it in documents, or link to where it is on the web.",
  ],
  [
    /^(?:https?:\/\/)?(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/i,
    "is an address inside an office or computer",
    "Write the public address.",
  ],
  [
    /^https?:\/\/[^/]*\.(?:local|internal|lan|intranet|test|invalid)(?:[:/]|$)/i,
    "is an address inside an office",
    "Write the public address.",
  ],
  [/^https?:\/\/https?(?::|\/)/i, "has https:// twice", "Delete one."],
  [
    /^(?:https?:(?!\/\/)|https?:\/\/\/|htt?p?s?\/\/|htp|ttps?:|https?;\/\/)/i,
    "does not begin as an address does",
    "Begin it with https://",
  ],
  [/^https?:\/\/[^/?#.]+(?:[/?#]|$)/i, "names no site", "Write the whole address, with .org or the like."],
  [/^www\./i, "lacks its beginning, so it leads to a page of this site", "Put https:// before it."],
  [/^javascript:|^data:|^vbscript:/i, "is a program, no address", "Delete the link."],
  [/^mailto:(?![^@\s]+@[^@\s.]+\.[^@\s]+)/i, "is no mail address", "Write mailto: and the whole address."],
  [/%20$/, "ends with a space", "Delete %20 at its end."],
];

export const linkForm: Rule = {
  name: "link-form",
  group: "trust",
  severity: "warning",
  why: "A link that cannot work, or leads elsewhere than its words say, costs a journalist on deadline a minute and the office its word.",
  wrong: "Read [the report](https://https://www.undp.org/report).",
  right: "Read [the report](https://www.undp.org/report).",
  *check(document, context) {
    yield* linkTargetFaults(document, context);
    for (const { url, urlOffset } of document.links) {
      const fault = faults.find(([pattern]) => pattern.test(url));
      // "http://…" in a text stands for any address.
      if (!fault || /^https?:\/\/(?:…|\.\.\.)/.test(url)) continue;
      yield {
        at: document.inBody(urlOffset, url.length),
        message: `“${url.length > 60 ? `${url.slice(0, 60)}…` : url}” ${fault[1]}.`,
        fix: fault[2],
      };
    }
  },
};
