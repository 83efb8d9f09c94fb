import createMarkdown from "markdown-it";
import { divide, hasFrontMatter } from "../front-matter.ts";
import type { Format } from "../incoming.ts";
import { expandTemplates } from "../template-marks.ts";

const engine = createMarkdown({ html: true, linkify: false, typographer: false });
engine.disable("code");

/** Markdown with the front matter of Jekyll, Hugo or Eleventy, or without any; raw HTML in it is read as HTML. */
export const markdownFormat: Format = {
  name: "Markdown",
  matches: ({ name, text }) => /\.(?:md|markdown|mdown|mdx)$/i.test(name) || hasFrontMatter(text),
  read({ text }) {
    const { fields, body, look } = divide(text);
    const { text: plain, dropped } = expandTemplates(body);
    return { fields, html: engine.render(plain), dropped, look };
  },
};
