import { expect, test } from "vitest";
import { wordsIn } from "../../src/text/summary.ts";
import { parseText } from "../../src/text/text.ts";

const firstSentence = (text: string) => parseText(text, "en").firstSentence;
const withoutMarks = (text: string) => wordsIn(parseText(text, "en").tokens);

test("a description has the words of the text, and none of its marks", () => {
  expect(
    firstSentence(
      "The file_name_here of **Minsk** \\*is\\* 5 * 3 = 15 for [the UN](https://e.org/a_(b)) &amp; `all`: see [it][1].\n\n[1]: /x",
    ),
  ).toBe("The file_name_here of Minsk *is* 5 * 3 = 15 for the UN & all: see it.");
  expect(firstSentence('It is "so" in :es-419[México] and :zh-Hant-TW[水]\nhere')).toBe(
    "It is “so” in México and 水 here",
  );
});

test("a description is of the first paragraph: no heading, list, quote, table or picture", () => {
  const before =
    "Title\n---\n\n# Two\n\n1. One\n\n* Two\n\n> Three.\n\n![Four](a.jpg)\n\n| a |\n|---|\n| b |\n\n```\nfive\n```\n\n";
  expect(firstSentence(`${before}Six *is* it.\n\nSeven.`)).toBe("Six is it.");
  expect(firstSentence("> Three.")).toBe("");
});

test("the note of a change is told without its marks, all of it", () => {
  expect(withoutMarks("The *number* was 3_000.\n\n- [It](/x) is 4_000.")).toBe("The number was 3_000. It is 4_000.");
});
