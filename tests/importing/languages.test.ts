import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/importing/wording/language.ts";

const texts: readonly (readonly [lang: string, text: string])[] = [
  ["ru", "Министерство здравоохранения открыло новый учебный центр в Минске."],
  ["be", "Пагранічнікі адкрылі новы навучальны цэнтр у Смаргоні для сарака афіцэраў з абодвух бакоў мяжы."],
  ["uk", "Прикордонники відкрили новий навчальний центр у Сморгоні для сорока офіцерів."],
  ["fr", "Le ministère ouvre un nouveau centre de formation pour quarante agents dans la capitale."],
  ["fa", "وزارت بهداشت یک مرکز جدید برای آموزش در تهران افتتاح کرد"],
  ["zh", "卫生部在北京开设了一个新的培训中心。"],
  ["kk", "Қазақстан Республикасының Денсаулық сақтау министрлігі жаңа орталық ашты. Онда қырық адам істейді."],
  ["ky", "Кыргыз Республикасынын Саламаттыкты сактоо министрлиги жаңы борбор ачты. Борбордо үч жүз адам окуйт."],
  ["tg", "Вазорати тандурустии Ҷумҳурии Тоҷикистон маркази навро кушод. Дар марказ чил нафар кор мекунанд."],
  ["mn", "Эрүүл мэндийн яам Улаанбаатар хотод шинэ төв нээлээ. Төвд дөчин хүн ажиллана."],
  ["uz", "Sog‘liqni saqlash vazirligi Toshkentda yangi o‘quv markazini ochdi. Markazda qirq kishi ishlaydi."],
];

describe("the language of a text is told by its words and letters:", () => {
  test.each(texts)("%s", (lang, text) => {
    const languages = [...new Set(["en", "ru", lang])];
    expect([languageOf(text, languages, "en"), languageOf(Array(9).fill(text).join(" "), languages, "en")]).toEqual([
      lang,
      lang,
    ]);
  });

  test("a language that the site does not have is recognised in a long text", () => {
    const [kazakh, tajik] = ["kk", "tg"].map((lang) => texts.find(([each]) => each === lang)?.[1] ?? "");
    const long = (text = "") => languageOf(Array(9).fill(text).join(" "), ["en", "ru"], "en");
    expect([long(kazakh), long(tajik)]).toEqual(["kk", "tg"]);
  });
});
