import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findings } from "../../src/checks/findings.ts";
import { good, releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";

/** Words and signs that a text has many of: pasted, generated, or written by somebody who wants to stop the check. */
const repeated: Readonly<Record<string, string>> = {
  "long word": "abcdefghij",
  "long word in Cyrillic": "абвгдежзик",
  "long line": "the centre opens today ",
  "unknown words": "qzwxv kjhgx zxcvq wqzxy ",
  "short lines": "ab\n",
  "short paragraphs": "ab cd\n\n",
  list: "- ab cd\n",
  "straight quotes": '"a ',
  "typographic quotes": "“a ",
  "closing quotes": "a” ",
  brackets: "(",
  "closing brackets": ")",
  "square brackets": "[",
  links: "[a](",
  tags: "<a ",
  hyphens: "-",
  "joined words": "a-",
  dashes: "a — ",
  dots: "a.",
  apostrophes: "a'",
  stars: "*a ",
  "low lines": "a_",
  "mail signs": "a@",
  "broken mails": "a@b. ",
  digits: "1",
  "groups of digits": "1 ",
  "numbers by commas": "1,",
  "phone numbers": "+1 ",
  "per cent": "140% of ",
  backticks: "`a ",
  bars: "|a",
  passages: ":ru[",
  entities: "&a",
  addresses: "http://a.b/ ",
  "question marks": "? ",
  "letters for figures": "XX ",
  days: "3 March 2018 to ",
  months: "March ",
  quotations: "> a\n>\n> — Anna B\n\n",
  headings: "# a\n",
  "bold lines": "**a**\n\n",
  accents: "e\u0301",
  Chinese: "中心。",
  "mixed scripts": "aа ",
  acronyms: "ABCD ",
  millions: "4.5 million euros ",
  "one paragraph": "The same paragraph of sixty letters and more stands here many times over.\n\n",
  styles: '<p style="',
  "account numbers": "GB82 WEST ",
  notes: "(Anna, please check with ",
  placeholders: "[insert ",
  commas: ", ",
  spaces: "a          ",
};

const SHORT = 20_000;

/** Four times the text may take ten times as long, and no moment more: what looks at each place from each other takes sixteen. */
const RATIO = 10;
const MOMENT = 200;

test.each(Object.entries(repeated))("the check of many %s takes time that grows with the text", async (_, words) => {
  const [short, long] = [await timeOf(words, SHORT), await timeOf(words, 4 * SHORT)];
  expect(long).toBeLessThan(RATIO * short + MOMENT);
});

test("the check of a long word in a title takes time that grows with it", async () => {
  const [short, long] = [await timeOf("", 0, "x".repeat(4000)), await timeOf("", 0, "x".repeat(16_000))];
  expect(long).toBeLessThan(RATIO * short + MOMENT);
});

/** The best of three, in milliseconds. */
async function timeOf(words: string, length: number, title = "A new centre"): Promise<number> {
  const file = "releases/2018-03-04-a.md";
  const text = releaseFile({ title }, `It is.\n\n${words.repeat(Math.ceil(length / Math.max(1, words.length)))}`);
  const contentDir = ownFolder();
  mkdirSync(path.join(contentDir, "releases"));
  writeFileSync(path.join(contentDir, file), text);
  const content = good({ [file]: text });
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time++) {
    const started = performance.now();
    await findings(content, { contentDir, now: new Date("2018-03-05T00:00:00Z"), only: new Set([file]) });
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
