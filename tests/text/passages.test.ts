import { describe, expect, test } from "vitest";
import { BLANK, readMarkdown } from "../../src/checks/markup.ts";
import { markdown } from "../support/text.ts";

describe("a passage in another language", () => {
  test("is marked inside a line, with its direction and what else it holds", () => {
    expect(markdown("They call it :ar[سد **كبير**], or :ru[плотина].", "en")).toBe(
      '<p>They call it <span lang="ar" dir="rtl">سد <strong>كبير</strong></span>, or <span lang="ru" dir="ltr">плотина</span>.</p>\n',
    );
  });

  test("is marked whatever its language's code is made of", () => {
    expect(markdown(":es-419[Comité] :zh-Hant-TW[水]", "en")).toBe(
      '<p><span lang="es-419" dir="ltr">Comité</span> <span lang="zh-Hant-TW" dir="ltr">水</span></p>\n',
    );
    expect(readMarkdown(":es-419[Comité] :zh-Hant-TW[水] met", "en").words.replaceAll(BLANK, "").trim()).toBe("met");
  });

  test("is marked over whole paragraphs", () => {
    expect(markdown(":::ar\nالماء حياة.\n\nالماء حق.\n:::\n\nAfter.", "en")).toBe(
      '<div lang="ar" dir="rtl">\n<p>الماء حياة.</p>\n<p>الماء حق.</p>\n</div>\n<p>After.</p>\n',
    );
  });

  test("is only what names a language; other words keep their colons and brackets", () => {
    expect(markdown("See:qqq[1] and :xx[2] and note:[3].\n\n:::warning\nx\n:::", "en")).toBe(
      "<p>See:qqq[1] and :xx[2] and note:[3].</p>\n<p>:::warning\nx\n:::</p>\n",
    );
  });

  test("may be what somebody said", () => {
    expect(markdown("> :ru[Вода – это жизнь.]\n>\n> — Anna Petrova, engineer", "en")).toContain(
      '<blockquote>\n<p><span lang="ru" dir="ltr">Вода\u00a0– это жизнь.</span></p>\n</blockquote>',
    );
  });
});
