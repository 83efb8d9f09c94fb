import { expect, test } from "vitest";
import { markdown, markdownParts } from "../../src/rendering/markdown.ts";

/** A text's HTML with its pictures as `[alone]` and `[among words]`. */
function laidOut(text: string): string {
  return markdownParts(text, "en", "", { pictures: { "a.jpg": {} } })
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
  expect(markdownParts(text, "en", "", names)).toEqual([
    {
      html: '<p><a href="constructor">c</a> d</p>\n<figure class="quote"><blockquote>\n<p>A.</p>\n</blockquote>\n<figcaption><span>constructor</span>, role</figcaption>\n</figure>',
    },
  ]);
});
