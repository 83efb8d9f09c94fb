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

test.each([
  ["zh", "联合国开发计划署与欧洲联盟合作，培训六十名边防人员！", "COVID-19期间，气候变化影响加剧。"],
  ["ja", "国連開発計画は本日、「新しいプロジェクトを開始する。」と発表した。", "次の文。"],
  ["ar", "هل بدأ المشروع الجديد في مدينة سمورغون هذا الأسبوع بدعم من الاتحاد؟", " نعم، بدأ."],
  ["en", "The centre in Washington was opened on Monday by Dr. Jane Roe of the U.S. Department.", " It has 20 beds."],
  ["de", "Das Zentrum in Minsk wurde am Montag, den 3. Oktober, von Dr. Roe eröffnet.", " Es hat 20 Betten."],
  ["ru", "Центр в г. Минске открыт 3 октября при поддержке ЕС (ст. 5 закона) и ООН.", " Он имеет 20 мест."],
  ["fr", "« Nous avons attendu dix ans ce bateau sur la rivière Neman. »", " La ligne ouvre lundi."],
  ["en", "She said: “We waited for ten years for this ferry to come.”", " The line opens on Monday."],
])("L1: a sentence of %s ends where its readers see it end", (lang, first, rest) => {
  expect(parseText(first + rest, lang).firstSentence.replaceAll(/\s/g, " ")).toBe(first);
});

test("L1: a long sentence without spaces is cut, and no character of it is", () => {
  const { firstSentence } = parseText("𠮷野家".repeat(200), "ja");
  expect(firstSentence.length).toBeLessThanOrEqual(300);
  expect(firstSentence).not.toMatch(/\p{Cs}/u);
});
