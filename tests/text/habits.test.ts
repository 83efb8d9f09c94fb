import fc from "fast-check";
import createMarkdown, { type Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { expect, test } from "vitest";
import { visibleIn } from "../../src/checks/rules/visible-markup.ts";
import { grammarFor } from "../../src/text/grammar/grammar.ts";
import { parseText } from "../../src/text/text.ts";
import { commonMark } from "../../src/text/writers/common-mark.ts";
import { htmlOf } from "../../src/text/writers/html.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";

/** The same texts each time; `SEED=2 RUNS=20000` tries others, and fast-check prints the seed and path of a text that fails. */
const RUNS = { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 400) };

/** Words as they stand in releases. */
const words = fc.constantFrom(
  "The ministry",
  "said yes",
  "5 > 3 & 2 < 4",
  "AT&T",
  "&copy; &amp;",
  '"We will"',
  "O'Neil's",
  "1986. A great year",
  "#UNDP",
  "file_name_here",
  "C#",
  "12) twelve",
  "3. Oktober 2026",
  "8. März",
  "21. Jahrhundert",
  "+ 375 17",
  "– 09:00",
  "- a dash",
  "– another",
  "10-15 people",
  "2*3*4 m",
  "中心表示，",
  "“治水先治源”",
  "是今年的重点。",
  "مركز",
  "the end.",
  "f***",
  "a|b",
  "word\\",
  "https://example.org/a_b",
  "press@example.org",
  "[sic]",
  "(see 1)",
  "~ 5",
  "=",
  "+375 17",
  "½ 100 %",
);

/** What editors put around or between words, rightly or not. */
const marked = (inner: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 4, arbitrary: inner },
    inner.map((text) => `**${text}**`),
    inner.map((text) => `**${text} **`),
    inner.map((text) => `** ${text} **`),
    inner.map((text) => `*${text}*`),
    inner.map((text) => `_${text}_`),
    inner.map((text) => `***${text}***`),
    inner.map((text) => `~~${text}~~`),
    inner.map((text) => `[${text}](https://example.org/x)`),
    inner.map((text) => `[${text}](https://example.org/my plan.pdf)`),
    inner.map((text) => `[${text}] (https://example.org/x)`),
    inner.map((text) => `[${text}](<my plan.pdf> "A title")`),
    inner.map((text) => `![${text}](My Photo (1).JPG "The "best" one")`),
    inner.map((text) => `[${text}][1]`),
    inner.map((text) => `:ru[${text}]`),
    inner.map((text) => `\`${text}\``),
    inner.map((text) => `<b>${text}</b>`),
    inner.map((text) => `<sub>${text}</sub>`),
    inner.map((text) => `${text}<https://example.org/a>`),
    inner.map((text) => `[${text}]: https://example.org/a`),
    inner.map((text) => `~${text}~`),
    inner.map((text) => `“**${text}**”`),
    inner.map((text) => `<o:p>${text}</o:p>`),
    inner.map((text) => `{{< youtube ${text} >}}`),
    fc.constantFrom(
      "[^1]",
      "[^2]",
      "<br>",
      "**",
      "*",
      "`",
      "[",
      "](",
      "![",
      "<",
      "~~",
      "\\*",
      "_",
      "  \n",
      "\\\n",
      "\n",
    ),
  );

const line = fc
  .array(
    marked(
      fc.oneof(
        words,
        fc.array(marked(words), { minLength: 1, maxLength: 2 }).map((all) => all.join(" ")),
      ),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((all) => fc.constantFrom(" ", "", ", ").map((between) => all.join(between)));

const block = fc.oneof(
  { weight: 5, arbitrary: line },
  line.map((text) => `    ${text}`),
  line.map((text) => `\t${text}`),
  line.map((text) => `## ${text.replaceAll("\n", " ")}`),
  line.map((text) => `##${text}`),
  line.map((text) => `> ${text}\n>\n> — Anna Kavalenka, Minister`),
  line.map((text) => `> ${text}\n> ${text}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `- ${text}`).join("\n")),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((text, index) => `${index + 1}. ${text}`).join("\n")),
  fc.tuple(line, line).map(([a, b]) => `3. ${a}\n2. ${b}\n7) ${a}`),
  fc.tuple(line, line).map(([a, b]) => `8. März 2026: ${a}\n15. März 2026: ${b}`),
  fc.tuple(line, line).map(([a, b]) => `Du pain :\n– ${a} ;\n– ${b}`),
  fc.tuple(line, line).map(([a, b]) => `a) ${a}\nb) ${b}`),
  line.map((text) => `- ${text}\n  - ${text}\n\n      ${text}`),
  line.map((text) => `- [ ] ${text}`),
  line.map((text) => `o\t${text}\no\t${text}`),
  line.map((text) => `1.${text}\n2.${text}`),
  line.map((text) => `Town\tBeds\n${text}\t714`),
  line.map((text) => `| a | b |\n| --- | --- |\n| ${text.replaceAll("\n", " ")} | 1 | 2 |`),
  line.map((text) => `${text}\n\n# # #`),
  line.map((text) => `> — ${text}\n> ${text}`),
  line.map((text) => `• ${text}\n• ${text}`),
  line.map((text) => `${text}\n---`),
  fc.tuple(line, line).map((cells) => {
    const [a, b] = cells.map((text) => text.replaceAll("\n", " ").replaceAll("|", "\\|"));
    return `| ${a} | ${b} |\n| --- | --: |\n| ${b} | 714 |`;
  }),
  line.map((text) => `| ${text} | x |\n| y | z |`),
  line.map((text) => `[^1]: ${text}`),
  line.map((text) => `[1]: https://example.org/ref "${text}"`),
  line.map((text) => `:::ru\n${text}\n:::`),
  fc.constantFrom(
    "```\n**code** [x](y)\n```",
    "From: Anna\nSent: Monday\nTo: us",
    "Content-Type: text/plain; charset=utf-8",
    "* * *",
    "<!-- note -->",
    '[caption id="a"]x[/caption]',
    "===",
    "-30-",
  ),
);

const texts = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .chain((all) => fc.constantFrom("\n\n", "\n\n", "\n").map((between) => all.join(between).trim()));

/** What a reader of HTML sees, on one line; the numbers of footnotes and their links back are none of the text. */
function seenIn(html: string): string {
  return html
    .replace(
      /<sup[^>]*>(?:<a [^>]*>)?\[?\d+(?::\d+)?\]?(?:<\/a>)?<\/sup>|<a [^>]*(?:backref|doc-backlink)[^>]*>.*?<\/a>|<code>[\s\S]*?<\/code>/g,
      "",
    )
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<hr[^>]*>/g, "")
    .replaceAll("<figcaption>", "<figcaption>— ")
    .replace(/<br>|<\/(?:p|li|h\d|td|th|tr|figcaption|blockquote|figure)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** How often each character that may be a mark is seen. */
function marksIn(text: string): string {
  return [..."*_~`#<>{}\\"].map((mark) => mark + (text.split(mark).length - 1)).join(" ");
}

const withoutCode = (html: string) => html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "code");

test("no form of a text shows marks that its page does not", () => {
  fc.assert(
    fc.property(texts, (source) => {
      const text = parseText(source, "en");
      const page = seenIn(htmlOf(text, { prefix: "", speakers: { "Anna Kavalenka": "/en/speakers/anna/" } }));
      expect(seenIn(htmlOf(text, { prefix: "", footnotes: "unlinked", base: "https://press.example.org/en/x/" }))).toBe(
        page,
      );
      // Code, lines across the page and addresses have their own characters.
      const isPlain = !/`|\[\^|:\/\/|\* \* \*/.test(source);
      if (isPlain) expect(marksIn(plainText(text).replace(/\* \* \*$/gm, ""))).toBe(marksIn(page));
    }),
    RUNS,
  );
});

/** Markdown as GitHub and most other programs read it. */
const others = createMarkdown({ html: true }).use(footnote);
others.disable("footnote_inline");

test("a text as CommonMark shows other readers what its page shows, and has nothing that only this site knows", () => {
  fc.assert(
    fc.property(texts, (source) => {
      const text = parseText(source, "en");
      const written = commonMark(text);
      expect({ written, seen: seenIn(others.render(written)) }).toEqual({
        written,
        seen: seenIn(htmlOf(text, { prefix: "" })),
      });
    }),
    RUNS,
  );
});

/** The kinds of blocks of a text, in its order. */
function blocksOf(tokens: readonly Token[]): string[] {
  // Passages are told apart here only; a picture that is not here is words elsewhere.
  return tokens
    .filter(({ type, hidden }) => !/^(?:container_passage|inline|figure$|paragraph)/.test(type) && !hidden)
    .map(({ type, tag }) => `${type} ${tag}`);
}

test("a text as CommonMark has the blocks that it had", () => {
  fc.assert(
    fc.property(texts, (source) => {
      const text = parseText(source, "en");
      const written = commonMark(text);
      expect({ written, blocks: blocksOf(grammarFor("en").parse(written, {})) }).toEqual({
        written,
        blocks: blocksOf(text.tokens),
      });
    }),
    RUNS,
  );
});

test("the check names whatever of Markdown and HTML readers see", () => {
  fc.assert(
    fc.property(texts, (source) => {
      const shown = seenIn(withoutCode(htmlOf(parseText(source, "en"), { prefix: "" })));
      const isVisible =
        /(?<![*\p{L}\\])\*\*(?!\*)|\]\(http|\] \(http|\[\^|<\/?b>|~~|\{\{<|\[caption/u.test(shown) &&
        !source.includes("\\");
      expect({ source, shown, isNamed: !isVisible || visibleIn(source, "en").length > 0 }).toEqual({
        source,
        shown,
        isNamed: true,
      });
    }),
    RUNS,
  );
});
