import { readFileSync } from "node:fs";
import { type OutputFile, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { COLOURS, coloursOf } from "../model/site.ts";
import { overridable } from "../roots.ts";
import { minified } from "../styling/styles.ts";
import type { Xml } from "../text/xml.ts";
import type { Feed } from "./document.ts";

/** The style sheet of feeds, for people who open one in a browser. CSS: browsers are giving up XSLT. */
export const FEED_STYLES = "feed.css";

export function feedStyleFiles({ site }: Press): OutputFile[] {
  const sheet = minified([], readFileSync(overridable("assets/feed.css"), "utf8"));
  const css = sheet.replace(COLOURS.brand, coloursOf(site).brand);
  return [textFile(FEED_STYLES, css)];
}

/**
 * Returns an explanation of the feed in XHTML, with a link to the page that shows the same. Browsers show it, and feed readers ignore it
 * (RFC 4287, § 6.4; RSS 2.0, “Extending RSS”).
 */
export function explained({ explanation, home }: Feed): Readonly<Record<string, Xml>> {
  return {
    "h:div": {
      "@xmlns:h": "http://www.w3.org/1999/xhtml",
      "h:p": [explanation.what, explanation.how],
      "h:a": { "@href": home, "#text": explanation.page },
    },
  };
}
