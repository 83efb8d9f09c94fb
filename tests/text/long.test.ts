import { expect, test } from "vitest";
import { visibleIn } from "../../src/checks/rules/visible-markup.ts";
import { parseText } from "../../src/text/text.ts";
import { commonMark } from "../../src/text/writers/common-mark.ts";
import { htmlOf } from "../../src/text/writers/html.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";

const LETTERS = 50_000;
const times = (words: string) => words.repeat(LETTERS / words.length);

/** Milliseconds of the processor. What takes the square of its length, as each of these once did or could, takes a minute. */
const LONGEST = 4_000;

test.each([
  ["a word", times("ü")],
  ["a number", times("1")],
  ["a Chinese word", times("中")],
  ["an address", `https://example.org/${times("a/")}`],
  ["mail addresses that are none", times("a@b.")],
  ["brackets", times("[")],
  ["links without an end", times("[a](b c ")],
  ["captions without an end", times('[a](b.pdf "')],
  ["pictures without an end", times("![")],
  ["passages without an end", times(":ru[")],
  ["backticks", times("`")],
  ["code without an end", times("```a\n")],
  ["stars", times("*a ")],
  ["underscores", times("_")],
  ["bars", times("|")],
  ["quotes in quotes", times(">")],
  ["HTML in HTML", times("<blockquote>")],
  ["tags without an end", times("<sub>")],
  ["footnotes", `${times("x[^1] ")}\n\n${times("[^1]: y\n")}`],
  ["quotation marks", times('" a')],
  ["lists in lists", times("- ")],
  ["numbered lines", times("a\n2. b\n")],
  ["indented lines", Array.from({ length: 300 }, (_, index) => `${" ".repeat(4 * index)}a`).join("\n")],
  ["templates without an end", times("{{< a")],
  ["tags of a forum", times("[b]")],
])("S3: %s of 50,000 letters is read, written and checked in time that grows with it", (_, source) => {
  const start = process.cpuUsage();
  const text = parseText(source, "en");
  for (const write of [htmlOf, plainText, commonMark]) expect(typeof write(text, { prefix: "" })).toBe("string");
  expect([text.quotes, text.pictures].map(Array.isArray)).toEqual([true, true]);
  expect(visibleIn(source, "en").length).toBeGreaterThanOrEqual(0);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(LONGEST);
});
