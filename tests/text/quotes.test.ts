import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributionOf, blockQuotes } from "../../src/text/grammar/quotes.ts";
import { forgetTexts, parseText } from "../../src/text/text.ts";
import { markdown, quotesOf } from "../support/text.ts";

test.each([
  ["— Anna Kavalenka, Resident Representative", "", "Anna Kavalenka", "Resident Representative"],
  ["– Anna Kavalenka", "", "Anna Kavalenka", ""],
  ["-- Anna Kavalenka, Minister of Health, Northland.", "", "Anna Kavalenka", "Minister of Health, Northland"],
  ["— said **Anna Kavalenka**, Minister", "said", "Anna Kavalenka", "Minister"],
  ["— сказала **Анна Коваленко**, министр", "сказала", "Анна Коваленко", "министр"],
  ["— آنا كوفالنكا، الممثلة المقيمة", "", "آنا كوفالنكا", "الممثلة المقيمة"],
  ["— 安娜·科瓦连卡，驻地代表", "", "安娜·科瓦连卡", "驻地代表"],
])("%s", (line, before, speaker, role) => {
  expect(attributionOf(line)).toMatchObject({ before, speaker, role });
  expect(markdown(`> X.\n>\n> ${line}`, "en")).toContain(role ? line.match(/[,،，] ?/)?.[0] : speaker);
});

describe("a block quote with its speaker", () => {
  const body =
    "Before.\n\n> First.\n>\n> Second\n> line.\n>\n> — Anna Kavalenka, Minister\n\n> Nobody said this.\n\nAfter.";

  test("is data", () => {
    expect(quotesOf(body)).toEqual([{ text: "First.\n\nSecond line.", speaker: "Anna Kavalenka", role: "Minister" }]);
  });

  test("is a figure on the page, its words once; one without a speaker stays a plain quote", () => {
    expect(markdown(body, "en")).toMatchInlineSnapshot(`
      "<p>Before.</p>
      <figure class="quote"><blockquote>
      <p>First.</p>
      <p>Second
      line.</p>
      </blockquote>
      <figcaption><span>Anna Kavalenka</span>, Minister</figcaption>
      </figure><blockquote>
      <p>Nobody said this.</p>
      </blockquote>
      <p>After.</p>
      "
    `);
  });

  test("may have its speaker right below its words", () => {
    const html = markdown("> Words.\n> — Anna Kavalenka", "en");
    expect(html).toContain("<p>Words.</p>");
    expect(html).toContain("<figcaption><span>Anna Kavalenka</span></figcaption>");
  });

  test("is set smaller when it is long", () => {
    expect(markdown(`> ${"Words and more. ".repeat(30)}\n>\n> — Anna`, "en")).toContain('class="quote long"');
  });

  test("is the same for the data and for the page, wherever its speaker stands", () => {
    const texts = [
      "> A.\n>\n> — Anna\n>\n> More.",
      " > A.\n >\n > — Anna",
      "> A.\n> — Anna",
      "> A.\n— Anna",
      "> A.\n\n— Anna",
      "> > A.\n> >\n> > — Anna",
      "- > A.\n  >\n  > — Anna",
      "> - A.\n> — Anna",
      "> A.\n> — Anna\n> ===",
      ":::ru\n> A.\n>\n> — Anna\n:::",
      "```\n> A.\n> — Anna\n```",
    ];
    for (const text of texts) {
      const shown = markdown(text, "en").matchAll(/<figcaption><span>(.*?)<\/span>/g);
      expect([text, ...quotesOf(text).map(({ speaker }) => speaker)]).toEqual([
        text,
        ...[...shown].map(([, name]) => name),
      ]);
    }
  });

  test("may have the line of its speaker without a sign of its own", () => {
    expect(quotesOf("> We need\npeace.\n— Anna Kavalenka, Minister")).toEqual([
      { text: "We need peace.", speaker: "Anna Kavalenka", role: "Minister" },
    ]);
  });

  test.each(["— , Minister", "— ***", "— 2017", `— ${"and so on and ".repeat(40)}`])(
    "has a speaker only where the line names one: %s",
    (line) => {
      const text = `> Walls.\n>\n> ${line}`;
      expect(quotesOf(text)).toEqual([]);
      expect(markdown(text, "en")).toMatch(/^<blockquote>\n<p>Walls.<\/p>\n<p>—/);
    },
  );

  test("is no quote when it is nothing but a speaker", () => {
    expect(markdown("> — Anna Kavalenka", "en")).not.toContain("<figure");
    expect(quotesOf("> — Anna Kavalenka")).toEqual([]);
  });
});

test.each(["—— 安娜，部长", "——安娜，部长", "── 安娜，部长", "— 安娜，部长"])(
  "L4: who spoke is known behind the dashes of Chinese: %s",
  (line) => {
    const [quote] = parseText(`> 我们不需要墙。\n>\n> ${line}`, "zh").quotes;
    expect(quote).toMatchObject({ speaker: "安娜", role: "部长" });
  },
);

test("quotes are the same whether the rest of the text is parsed or not", () => {
  const usual = [
    "> What was “said” [here](https://example.org/1).",
    "> — Anna Kavalenka, *Minister*",
    "— Anna Kavalenka",
    ">",
    "> > Inside. -- **Ivan** Kavaliou",
    "> - Item",
    "- An item",
    "Words.",
    "",
    "",
    "",
  ];
  const rare = [
    "> 2. Second",
    "> Item[^1]",
    "  > Indented.",
    "> Refers to [a].",
    "- > In an item",
    "1. First",
    "3) Third",
    "    > Deep",
    "[a]: /b",
    "[^1]: > A note.",
    "```",
    "~~~",
    ":::ru",
    ":::",
    "| a | b |",
    "|---|---|",
    "===",
    "---",
    "* * *",
    "# Heading",
    "<p>",
    "\u00a0> Words",
    " ",
    "\t",
  ];
  const line = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  );
  const text = fc.array(line, { minLength: 3, maxLength: 14 }).map((all) => all.join("\n").trim());
  let alone = 0;
  fc.assert(
    fc.property(text, (source) => {
      forgetTexts();
      const read = parseText(source, "en");
      const found = read.quotesAlone;
      expect(found).toEqual(read.quotes);
      if (found.length > 0 && blockQuotes(source) !== undefined) alone++;
    }),
    { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 3000) },
  );
  expect(alone).toBeGreaterThan(50);
});
