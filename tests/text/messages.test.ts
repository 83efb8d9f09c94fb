import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { day, moment, weekdays } from "../../src/text/dates.ts";
import { marked, message } from "../../src/text/messages.ts";
import { countryName, directionOf, languageName } from "../../src/text/names.ts";
import { period } from "../../src/text/period.ts";
import { fileSize } from "../../src/text/sizes.ts";

const words = new Map([
  ["en", { "n.one": "{count} release", "n.other": "{count} releases", hello: "Hello {name}" }],
  [
    "ru",
    { "n.one": "{count} релиз", "n.few": "{count} релиза", "n.many": "{count} релизов", "n.other": "{count} релиза" },
  ],
]);

describe("a word", () => {
  test.each([
    ["en", 1, "1 release"],
    ["en", 1234, "1,234 releases"],
    ["ru", 1, "1 релиз"],
    ["ru", 3, "3 релиза"],
    ["ru", 5, "5 релизов"],
    ["ru", 21, "21 релиз"],
  ])("in %s for %i", (lang, count, expected) => {
    expect(message(words, "n", lang, { count })).toBe(expected);
  });

  test("has its slots filled, and is never a key on a page", () => {
    expect(message(words, "hello", "en", { name: "Anna" })).toBe("Hello Anna");
    expect(() => message(words, "hello", "ru")).toThrow("strings/ru.yaml has no word for “hello”.");
  });

  test("is written for the place where it will stand, and what is marked up already is put in as it is", () => {
    const upper = (text: string) => text.toUpperCase();
    expect(message(words, "hello", "en", { name: "Anna" }, upper)).toBe("HELLO ANNA");
    expect(message(words, "hello", "en", { name: marked("<b>Anna</b>") }, upper)).toBe("HELLO <b>Anna</b>");
  });

  test.each([
    ["Who pays?", "5 мая 2026 г.", "Who pays? 5 мая 2026 г."],
    ["The bill", "5 May", "The bill. 5 May."],
    ["“Enough!”", "<i>5 мая 2026 г.</i>", "“Enough!” <i>5 мая 2026 г.</i>"],
    ["$& $1 {date}", "5 May", "$& $1 {date}. 5 May."],
  ])("has one full stop where a slot ends with one: %s", (title, date, expected) => {
    const sentence = new Map([["en", { said: "{title}. {date}." }]]);
    expect(message(sentence, "said", "en", { title, date: marked(date) })).toBe(expected);
  });
});

test.each([
  ["en", "27 January 2017"],
  ["ru", "27 января 2017 г."],
  ["fr", "27 janvier 2017"],
  ["zh", "2017年1月27日"],
])("a day in %s", (lang, expected) => {
  expect(day("2017-01-27", lang)).toBe(expected);
  expect(day("2017-01-27T23:30:00-05:00", lang)).toBe(expected);
});

test("the first of a month is counted in French, and no other day", () => {
  expect([day("2026-10-01", "fr"), day("2026-10-11", "fr"), day("2026-10-01", "en")]).toEqual([
    "1er octobre 2026",
    "11 octobre 2026",
    "1 October 2026",
  ]);
  expect(moment("2026-10-01 09:00 +00:00", "fr")).toMatch(/^1er octobre 2026/);
});

test.each([
  ["2026-03-04 09:00 +03:00", "en", "4 March 2026 at 09:00 (UTC+03:00)"],
  ["2026-03-04T21:30:00Z", "ru", "4 марта 2026 г. в 21:30 (UTC)"],
  ["2026-03-04 00:05 -0500", "zh", "2026年3月4日 00:05 (UTC−0500)"],
])("a moment, %s, in %s is told in the time zone it was written in", (instant, lang, expected) => {
  expect(moment(instant, lang)).toBe(expected);
});

test.each([
  ["en", "4 March 2026, 09:00–17:30 (UTC+03:00)"],
  ["ru", "4 марта 2026 г., 09:00–17:30 (UTC+03:00)"],
  ["es", "4 de marzo de 2026, 09:00–17:30 (UTC+03:00)"],
  ["ar", "4 مارس 2026، \u206809:00–17:30\u2069 (UTC+03:00)"],
  ["zh", "2026年3月4日 09:00–17:30 (UTC+03:00)"],
])("an event of one day in %s has its day once, and no “at” before two times", (lang, expected) => {
  expect(period("2026-03-04 09:00 +03:00", "2026-03-04 17:30 +03:00", lang)).toBe(expected);
});

test("days of the week, countries, languages and sizes are those of the language", () => {
  expect([weekdays(0, 4, "en"), weekdays(5, 5, "ru"), weekdays(0, 4, "zh")]).toEqual(["Mon–Fri", "сб", "周一–周五"]);
  expect([countryName("BY", "en"), countryName("BY", "ru"), countryName("CN", "zh")]).toEqual([
    "Belarus",
    "Беларусь",
    "中国",
  ]);
  expect([languageName("ar", "en"), languageName("en", "be")]).toEqual(["Arabic", "англійская"]);
  expect(["ar", "ru", "ur", "zh", "ps"].map(directionOf)).toEqual(["rtl", "ltr", "rtl", "ltr", "rtl"]);
  expect([fileSize(340_400, "en"), fileSize(1_240_000, "en"), fileSize(12, "en")]).toEqual([
    "340 kB",
    "1.2 MB",
    "1 kB",
  ]);
  expect(fileSize(1_240_000, "ru")).toBe("1,2 МБ");
});

const table = (lang: string) => load(readFileSync(`templates/strings/${lang}.yaml`, "utf8")) as Record<string, string>;
const PLURAL = /\.(?:zero|one|two|few|many|other)$/;

test("every language has the words of English, in each of its own plural forms", () => {
  const english = Object.keys(table("en"));
  for (const file of readdirSync("templates/strings")) {
    const lang = file.replace(".yaml", "");
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    const expected = english.flatMap((key) => {
      if (!PLURAL.test(key)) return [key];
      return key.endsWith(".other") ? forms.map((form) => key.replace(PLURAL, `.${form}`)) : [];
    });
    expect(Object.keys(table(lang)).toSorted()).toEqual(expected.toSorted());
  }
});

test("the colon has the blank before it that French wants", () => {
  expect(table("fr").colon).toBe("\u00a0: ");
});

describe("L4: punctuation and the space beside it are the language's own", () => {
  const wrong: Readonly<Record<string, RegExp>> = {
    ar: /[,;?]/,
    fr: / [:;!?»]|« |[\p{L})}][:;!?]/u,
    zh: /[，。：；！？、（）《》“”] | [，。：；！？、（）《》]|\p{Script=Han}[,:;!?(]|[,:;!?)]\p{Script=Han}/u,
  };
  test.each(Object.keys(wrong))("in the words of %s", (lang) => {
    const found = Object.entries(table(lang)).filter(([, text]) => wrong[lang]?.test(text));
    expect(found).toEqual([]);
  });

  test.each(["comma", "list", "colon", "brackets"])("%s has its space in every language but Chinese", (key) => {
    for (const file of readdirSync("templates/strings")) {
      const lang = file.replace(".yaml", "");
      expect({ lang, space: /^ \(|[^\s] $/.test(table(lang)[key] ?? "") }).toEqual({ lang, space: lang !== "zh" });
    }
  });

  test("no template has punctuation of its own", () => {
    const marks = readdirSync("templates", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".njk"))
      .flatMap((name) => {
        const text = readFileSync(`templates/${name}`, "utf8").replace(
          /\{% block policy %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}/gs,
          "",
        );
        return [...text.replace(/<[^>]*>/g, "").matchAll(/[^\s·–]+/gu)].map(([mark]) => `${name}: ${mark}`);
      });
    expect(marks).toEqual([]);
  });
});

test("every word is used", () => {
  const sources = ["templates", "src"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:njk|ts)$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  const text = sources.join("\n");
  const prefixes = [...text.matchAll(/\("([\w-]+\.)" \+ /g), ...text.matchAll(/`([\w-]+\.)\$\{/g)].map(
    ([, prefix = ""]) => prefix,
  );
  const keys = Object.keys(table("en")).map((key) => key.replace(PLURAL, ""));
  const unused = keys.filter((key) => !text.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});
