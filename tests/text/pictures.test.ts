import { expect, test } from "vitest";
import { parseText } from "../../src/text/text.ts";
import { markdown, markdownParts } from "../support/text.ts";

/** A text's HTML with its pictures as `[alone]` and `[among words]`. */
function laidOut(text: string): string {
  return markdownParts(text, { pictures: { "a.jpg": {} } })
    .map((part) => ("html" in part ? part.html : part.alone ? "[alone]" : "[among words]"))
    .join("");
}

test("a picture stands for its paragraph, but never for a heading or a cell of a table", () => {
  expect(laidOut("One.\n\n![x](a.jpg)\n\nTwo.")).toBe("<p>One.</p>\n[alone]<p>Two.</p>\n");
  expect(laidOut("# ![x](a.jpg)\n\nTwo.")).toBe("<h2>[among words]</h2>\n<p>Two.</p>\n");
  expect(laidOut("| a | b |\n|---|---|\n| ![x](a.jpg) | two |")).toContain(
    "<tr>\n<td>[among words]</td>\n<td>two</td>\n</tr>",
  );
  expect(markdown("# ![x](a.jpg)", "en")).toBe("<h2>x</h2>\n");
});

test("a name that every object knows is the name of nothing", () => {
  const names = { speakers: {}, files: {}, pictures: {} };
  const text = "[c](constructor) ![d](constructor)\n\n> A.\n>\n> — constructor, role";
  expect(markdownParts(text, names)).toEqual([
    {
      html: '<p><a href="constructor">c</a> d</p>\n<figure class="quote"><blockquote>\n<p>A.</p>\n</blockquote>\n<figcaption><span>constructor</span>, role</figcaption>\n</figure>',
    },
  ]);
});

test.each([
  ["with its caption in single marks", "![cap](x.jpg 'single')", { alt: "cap", file: "x.jpg", caption: "single" }],
  ["with brackets in its words", "![a [b]](x.jpg)", { alt: "a [b]", file: "x.jpg" }],
  ["with a blank in its name", '![a](<x y.jpg> "c")', { alt: "a", file: "x y.jpg", caption: "c" }],
  ["with brackets in its name", "![a](x(1).jpg)", { alt: "a", file: "x(1).jpg" }],
  ["as the words of a link", "[![a](x.jpg)](https://example.org/)", { alt: "a", file: "x.jpg" }],
  ["named at the end of the text", "![a][b]\n\n[b]: x.jpg 'c'", { alt: "a", file: "x.jpg", caption: "c" }],
  ["over two lines of a quote", "> Words. ![a\n> b](x.jpg)", { alt: "a b", file: "x.jpg" }],
  ["in a cell of a table", "| a | b |\n|---|---|\n| x | ![a \\| b](x.jpg) |", { alt: "a | b", file: "x.jpg" }],
])("a picture %s is known to the page and to all others", (_, text, said) => {
  const body = `\`![no](no.jpg)\`\n\n${text}`;
  const [picture, ...more] = parseText(body, "en").pictures;
  expect(picture).toMatchObject(said);
  expect(more).toEqual([]);
  expect(body.slice(picture?.at, picture?.end)).toMatch(/^!\[.*[)\]]$/s);
  expect(markdownParts(body, { pictures: { [said.file]: {} } }).filter((part) => "picture" in part)).toHaveLength(1);
  const replaced = `${body.slice(0, picture?.at)}(${said.file})${body.slice(picture?.end)}`;
  expect(replaced).not.toContain("![a");
  expect(replaced).toContain(`(${said.file})`);
});

test("a picture of another site is never loaded", () => {
  expect(markdown("![t](//tracker.example/p.gif) ![u](/p.gif)", "en")).toBe('<p>t <img src="/p.gif" alt="u"></p>\n');
});
