import { describe, expect, test } from "vitest";
import { isolated, isolatedHtml } from "../../src/text/isolate.ts";
import { parseText } from "../../src/text/text.ts";
import { commonMark } from "../../src/text/writers/common-mark.ts";
import { htmlOf } from "../../src/text/writers/html.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";

/** What isolates, as it can be seen. */
const shown = (text: string) =>
  text
    .replace(/\u2066\u202d|<bdo dir="ltr">/g, "{")
    .replace(/\u202c\u2069|<\/bdo>/g, "}")
    .replace(/\u2068|<bdi>/g, "[")
    .replace(/\u2069|<\/bdi>/g, "]");

describe("L3: in a text from right to left, what is read from left to right is isolated", () => {
  const cases = [
    "للتواصل: [+375 17 327 48 76]، و[+963-11-3333-4444]، أو [+375(29)1234567].",
    "اتصل على [(017) 327-48-76] أو [8 (017) 327-48-76] أو [017 327 4876] أو [00375 29 123-45-67]",
    "رقم {٠٢ ٢٥٧٨ ٤٨٤٠} و[۰۲۱ ۲۵۷۸ ۴۸۴۰]",
    "المرجع [RP/2026/31] و[2026/31/RP] و[A/RES/70/1] و[ISBN-978-92-1-126456-7]",
    "[COVID-19] و[SDG-16.a] و[12-A] و[#COP30] و[@undp_ar]",
    "بريد [2030@example.org] أو [o'neil@example.org] أو [press.office@example.org].",
    "بلغ [1 234 567] أو [10\u00a0000] في [2026-10-02]",
    "العدد 1000 - 2000 و1,000 – 2,000 [± 5] [$ 5]",
    "من [-5] إلى [+10] و[+5–+10] و[$5-$10] و[−3°] و[$5m] و[+5°C] و[-3km]",
  ];

  test.each(cases)("%s", (expected) => {
    const plain = expected.replace(/[[\]{}]/g, "");
    expect(shown(isolated(plain, "ar"))).toBe(expected);
    expect(shown(isolatedHtml(`<p>${plain}</p>`, "rtl"))).toBe(`<p>${expected}</p>`);
    expect(shown(isolated(isolated(plain, "ar"), "ar"))).toBe(expected);
    expect(isolated(plain, "en")).toBe(plain);
    expect(isolatedHtml(`<p>${plain}</p>`, "ltr")).toBe(`<p>${plain}</p>`);
  });

  test("numbers that Arabic has in its own order stay", () => {
    for (const words of [
      "خلال 2020-2025",
      "1,234 و3.5 و56%",
      "في 14:30 و24/7 و12/2024",
      "٢-١٠-٢٠٢٦",
      "2019 200 شخص",
      "(2026) 15",
      "H5N1",
    ])
      expect(isolated(words, "ar")).toBe(words);
  });

  test("an address is an element on a page; plain words leave it, because programs find it by its end", () => {
    const words = "زوروا https://example.org/ar/2026?a=1&amp;b=2.";
    expect(isolatedHtml(words, "rtl")).toBe("زوروا <bdi>https://example.org/ar/2026?a=1&amp;b=2</bdi>.");
    expect(isolated(words, "ar")).toBe(words);
  });
});

describe("in HTML", () => {
  test("what is isolated already, what is no words, and what runs from left to right stay", () => {
    const left = [
      '<a href="tel:+375173274876"><bdi>+375 17 327 48 76</bdi></a>',
      "<code>+375 17 327 48 76</code>",
      '<script>"+375 17 327 48 76"</script>',
      '<span lang="en" dir="ltr">Call <b>+375 17 327 48 76</b></span>',
      '<img alt="+375 17 327 48 76">',
      "<title>+375 17 327 48 76</title>",
    ];
    for (const html of left) expect(isolatedHtml(html, "rtl")).toBe(html);
  });

  test("a part from right to left is found in a page from left to right, and its end", () => {
    expect(isolatedHtml('<div dir="rtl"><div>+5 17</div>+6</div> +7', "ltr")).toBe(
      '<div dir="rtl"><div><bdi>+5</bdi> 17</div><bdi>+6</bdi></div> +7',
    );
  });
});

describe("in a Markdown text", () => {
  const source =
    "اتصل على (017) 327-48-76 أو **+375 17 327 48 76** أو press@example.org، [المرجع RP/2026/31](/a) و`12-A`.";
  const text = parseText(source, "ar");

  test("L3: elements in HTML, characters in plain text and in Markdown", () => {
    expect(shown(htmlOf(text))).toContain("<p>اتصل على [(017) 327-48-76] أو <strong>[+375 17 327 48 76]</strong> أو");
    expect(shown(htmlOf(text))).toContain('<a href="/a">المرجع [RP/2026/31]</a> و<code>12-A</code>');
    expect(shown(plainText(text))).toContain("اتصل على [(017) 327-48-76] أو [+375 17 327 48 76] أو press@example.org");
    expect(shown(commonMark(text))).toContain("أو **[+375 17 327 48 76]** أو <press@example.org>");
    const mail = parseText("اكتب إلى [press@example.org](mailto:press@example.org)", "ar");
    expect(commonMark(mail)).toBe("اكتب إلى <press@example.org>");
  });

  test("a passage is as its own language is", () => {
    expect(shown(plainText(parseText("Call +375 17 327 48 76, :ar[هاتف +375 17 327 48 76]", "en")))).toBe(
      "Call +375 17 327 48 76, هاتف [+375 17 327 48 76]",
    );
    expect(shown(htmlOf(parseText(":::ar\nهاتف +375 17 327 48 76\n:::", "en")))).toContain("هاتف [+375 17 327 48 76]");
  });
});

test.each([
  ["الحساب IBAN BY20 OLMP 3135 0000 0010 0000 0933.", "الحساب [IBAN BY20 OLMP 3135 0000 0010 0000 0933]."],
  ["عبر WhatsApp +375 17 327 48 76 أو", "عبر [WhatsApp +375 17 327 48 76] أو"],
  ["القرار Resolution A/RES/70/1 of 2015", "القرار [Resolution A/RES/70/1 of] 2015"],
  ["لقاح COVID-19 UNDP و", "لقاح [COVID-19 UNDP] و"],
])("L3: Latin words beside a number or code stay with it: %s", (text, isolates) => {
  expect(shown(isolated(text, "ar"))).toBe(isolates);
});

test("a long text is isolated in time that grows with it", () => {
  const began = performance.now();
  for (const piece of ["a", "a ", "IBAN 3135 ", "a.", "a/", "1", "1 ", "a@", "+1 ", "(1) ", "1-"]) {
    isolated(`${piece.repeat(50_000)} 1`, "ar");
    isolatedHtml(`<p>${piece.repeat(50_000)} 1</p>`, "rtl");
  }
  expect(performance.now() - began).toBeLessThan(5000);
});
