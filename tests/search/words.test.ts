import { expect, test } from "vitest";
import { commonWords } from "../../src/search/words.ts";
import { unitsApart } from "../../src/text/units.ts";

test("the words of an index stand by how many releases have them, each once, short ones and numbers left out", () => {
  const texts = [
    "The villages' wells: 112 WELLS of the village-school",
    "Wells, rivers and Rivers",
    "Wells of the river’s end and 水文站 O'Neil",
    "Wells réunis, сёла",
  ];
  expect(commonWords(texts).split("\n")).toEqual([
    "o'neil rivers river’s réunis village-school villages сёла",
    "",
    "wells",
    "",
  ]);
  expect(commonWords([])).toBe("");
});

test.each([
  ["难民返校", " 难  民  返  校 "],
  ["UNICEF难民, 64座", "UNICEF 难  民 , 64 座 "],
  ["โรงเรียน", " โ  ร  ง  เ  รี  ย  น "],
  ["ミンスク", " ミ  ン  ス  ク "],
  ['<a href="/水/" title="水">水 &amp; b</a>', '<a href="/水/" title="水"> 水  &amp; b</a>'],
  ["Schools in Minsk, школы и مدارس, 학교", "Schools in Minsk, школы и مدارس, 학교"],
])("L1: of %s each character that is written without spaces between words is a word", (text, apart) => {
  expect(unitsApart(text)).toBe(apart);
});
