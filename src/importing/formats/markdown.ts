import createMarkdown from "markdown-it";
import footnotes from "markdown-it-footnote";
import { addresses } from "../../text/grammar/addresses.ts";
import { divide, hasFrontMatter } from "../front-matter.ts";
import type { Format } from "../incoming.ts";
import { elementOf } from "../markup/html.ts";
import { expandTemplates } from "../markup/template-marks.ts";
import { hasTags } from "./web-page.ts";

const engine = createMarkdown({ html: true, linkify: false, typographer: false });
engine.disable("code");
// Deeper than what is refused as HTML, so that nothing is lost without a word.
engine.set({ maxNesting: 200 });
engine.use(footnotes);
// A line that begins with a dash says who spoke, or what somebody answers.
engine.renderer.rules.softbreak = (tokens, index) =>
  /^\s*[—–]\s*(?:\p{Lu}|$)/u.test(tokens[index + 1]?.content ?? "") ? "<br>\n" : "\n";
// Addresses as people copy them, with spaces in them.
engine.use(addresses);
// `CO~2~` and `m^2^`, as Pandoc has them.
for (const [name, marked] of Object.entries({
  sub: /(?<=[\p{L}\p{N})\]])~([\p{L}\p{N}+−-]{1,8})~(?!~)/uy,
  sup: /(?<=[\p{L}\p{N})\]])\^([\p{L}\p{N}+−-]{1,8})\^/uy,
})) {
  engine.inline.ruler.after("emphasis", name, (state, silent) => {
    marked.lastIndex = state.pos;
    const [whole, words = ""] = marked.exec(state.src) ?? [];
    if (whole === undefined) return false;
    if (!silent) {
      state.push(`${name}_open`, name, 1);
      state.push("text", "", 0).content = words;
      state.push(`${name}_close`, name, -1);
    }
    state.pos += whole.length;
    return true;
  });
}

/** A tag of kramdown, in which there is Markdown. */
const WITH_MARKDOWN = /^<(?:div|section|aside|article)\s[^<>]*\bmarkdown\s*=[^<>]*>$/gim;

/** Headings or links as only Markdown has them. */
const MARKS = /^#{1,6} \S|\[[^\][\n]+\]\(https?:\/\/[^\s)]+\)/m;

/** The words of a field that may be written in Markdown, with entities and tags as what they mean. */
export function wordsOf(field: string): string {
  return /[*_`[\]<&\\~^]/.test(field) ? (elementOf(engine.renderInline(field)).textContent ?? field) : field;
}

/** Markdown with the front matter of Jekyll, Hugo or Eleventy, or without any; raw HTML in it is read as HTML. */
export const markdownFormat: Format = {
  name: "Markdown",
  matches: ({ name, text }) =>
    /\.(?:md|markdown|mdown|mdx)$/i.test(name) || hasFrontMatter(text) || hasTags(text) || MARKS.test(text),
  read({ text }) {
    const { fields, body, look } = divide(text);
    const { text: plain, dropped } = expandTemplates(body.replace(WITH_MARKDOWN, "\n\n"));
    return { fields, html: engine.render(plain), dropped, look };
  },
};
