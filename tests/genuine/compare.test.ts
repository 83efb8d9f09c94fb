import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Around } from "../../src/genuine/around.ts";
import { compare } from "../../src/genuine/compare.ts";
import { partOf, partText } from "../../src/genuine/manifest.ts";
import { saidIn, sketchIn } from "../../src/genuine/said.ts";
import { saidOf, sketchOf, wordsOf } from "../../src/text/plain-words.ts";

const phrase = (text: string) => wordsOf(text).map((word) => word.text);
const around: Around = {
  phrases: [phrase("Copy quote"), phrase("Press release"), ["download", "*"]],
  tail: [phrase("Cite this release")],
  site: "https://press.example.org/",
};

const ISSUED = `Wells reach 112 schools

Harbour Office · Press release

Osh, 11 February 2026

Between August and November, 112 schools received wells (https://wells.example.org/list). They lie between 1,100 and 2,900 metres above the sea.

“The rigs worked from dawn,” said Aida Nur, “and the drivers slept in classrooms.”
— Aida Nur, head of works

1. Schools without a safe source come first.
2. The larger school comes before the smaller one.

Nobody paid more than €2.4 million, −5% against the plan.
`;

function told(text: string) {
  const words = wordsOf(text);
  const { added, missing, isPart, same } = compare(words, wordsOf(ISSUED), ISSUED, around);
  return {
    added: [...added].map((index) => words[index]?.text),
    missing: missing.map(({ words: lost }) => lost),
    isPart,
    same,
  };
}

const UNCHANGED = { added: [], missing: [] };

describe("a text that was issued stays the same", () => {
  test.each([
    ["as it was", ISSUED],
    ["with straight quotation marks", ISSUED.replace(/[“”]/g, '"')],
    ["with those of another language", ISSUED.replaceAll("“", "«").replaceAll("”", "»")],
    ["quoted in a mail, in short lines", ISSUED.replace(/(.{1,60})(?: |$)/gm, "> $1\n")],
    ["in one line", ISSUED.replace(/\s+/g, " ")],
    ["in capital letters", ISSUED.toUpperCase()],
    ["with invisible characters", ISSUED.replace(/(\p{Lu})(\p{Ll})/gu, "$1\u200b$2")],
    [
      "with the line ends of Windows and spaces that do not break",
      ISSUED.replaceAll("\n", "\r\n").replaceAll(" ", "\u00a0"),
    ],
    ["in decomposed letters", ISSUED.normalize("NFD")],
    ["without addresses and numbers of entries", ISSUED.replace(/ \(https[^)]*\)|^\d\. /gm, "")],
    [
      "with the words around it on its page",
      `PRESS RELEASE\n${ISSUED.replace("— Aida", "COPY QUOTE\n— Aida")}\nDownload JPEG, 1800 × 1200\n`,
    ],
    ["up to what follows it", `${ISSUED}\nCITE THIS RELEASE\nHarbour Office. Whatever.`],
    ["with the address that it had under another name", `${ISSUED}\nhttps://press.example.org/en/2026/old-name/`],
    ["without the line of its office", ISSUED.replace("Harbour Office · Press release\n\n", "")],
  ])("%s", (_, text) => {
    expect(told(text)).toMatchObject(UNCHANGED);
  });

  test("a part of it is told as a part", () => {
    expect(told("They lie between 1,100 and 2,900 metres above the sea.")).toMatchObject({
      ...UNCHANGED,
      isPart: true,
    });
    expect(told(ISSUED)).toMatchObject({ isPart: false });
    expect(told(ISSUED.replace(/^1\..*\n/m, ""))).toMatchObject({ ...UNCHANGED, isPart: true });
  });
});

/** The head and the end of a mail in which somebody forwards a text. */
const HEAD = `---------- Forwarded message ----------
From: Press Office <press@example.org>
Date: Wed, 11 Feb 2026 at 09:14
Subject: Wells reach 112 schools
To: <desk@example.com>

Dear colleagues,

`;
const END = `
Best regards,
Jane Roe | The Daily

This message is confidential. If you received it in error, delete it.
`;

describe("what stands around a release in a mail is no part of it", () => {
  const contacts = `\nPRESS RELEASE\n\nCall Jane Roe in Osh at any hour.\n${"We dig wells in all valleys of the country.\n".repeat(12)}`;
  const parts = (text: string, issued = ISSUED) => {
    const words = wordsOf(text);
    const { added, missing, begin, cut } = compare(words, wordsOf(issued), issued, around);
    const [from = 0, to = text.length] = [begin && words[begin]?.from, words[cut]?.from];
    const changed = [...added].map((index) => words[index]?.text);
    return { added: changed, missing, before: text.slice(0, from), after: text.slice(to) };
  };

  test.each([
    ["forwarded", HEAD + ISSUED + END, ISSUED],
    ["quoted in short lines", (HEAD + ISSUED + END).replace(/(.{1,60})(?: |$)/gm, "> $1\n"), ISSUED],
    ["without the sections below its text", HEAD + ISSUED + END, ISSUED + contacts],
  ])("%s", (_, text, issued) => {
    const { added, missing, before, after } = parts(text, issued);
    expect({ added, missing }).toEqual(UNCHANGED);
    expect(before).toMatch(/Forwarded message[\s\S]*Dear colleagues,\W*$/);
    expect(after).toMatch(/^Best regards[\s\S]*delete it\.\s*$/);
  });

  test("a word inside it is still a change, and so is what stands in the place of its beginning or its end", () => {
    const inside = HEAD + ISSUED.replace("112 schools received", "113 schools received") + END;
    expect(parts(inside).added).toEqual(["113"]);
    const cutOff = ISSUED.replace(/Nobody paid.*\n/, "Send money to account 7.\n");
    expect(parts(HEAD + cutOff).added).toEqual(phrase("Send money to account 7"));
    const advert = "Buy our sneakers at half the price.";
    expect(parts(`${ISSUED}\n${advert}\n`).added).toEqual(phrase("Buy our sneakers at half the price"));
    expect(parts(`${advert}\n\n${ISSUED}`).added).toEqual(phrase("Buy our sneakers at half the price"));
    const [, ...withoutTitle] = ISSUED.split("\n");
    expect(parts(`Wells are poisoned\n${withoutTitle.join("\n")}`).added).toEqual(["are", "poisoned"]);
    const title = "Wells reach 112 schools\n\nHarbour Office · Press release\n\nSend money to account 7 now.";
    expect(parts(title).added).toEqual(phrase("Send money to account 7 now"));
  });
});

describe("a text that was changed is told so", () => {
  test.each([
    ["a digit", "112 schools received", "113 schools received", ["113"], ["112"]],
    ["a decimal point", "2.4 million", "24 million", ["24"], ["2.4"]],
    ["a sign", "−5%", "5%", [], ["−"]],
    ["a per cent sign", "−5%", "−5", [], ["%"]],
    ["a currency", "€2.4", "$2.4", ["$"], ["€"]],
    ["a word that was left out", "Nobody paid more", "Nobody more", [], ["paid"]],
    ["a word that was added", "lie between", "do not lie between", ["do", "not"], []],
    ["a name", "Aida Nur, head", "Asel Nur, head", ["asel"], ["Aida"]],
    [
      "an address",
      "https://wells.example.org/list",
      "https://evil.example.org/list",
      ["https://evil.example.org/list"],
      [],
    ],
    [
      "an address that looks like the site's",
      "https://wells.example.org/list",
      "https://press.example.org.evil.example/list",
      ["https://press.example.org.evil.example/list"],
      [],
    ],
    [
      "a sentence at the end",
      "the plan.\n",
      "the plan. Send money to account 7.\n",
      phrase("Send money to account 7"),
      [],
    ],
    [
      "a sentence at the beginning",
      "Wells reach",
      "For immediate attention. Wells reach",
      phrase("For immediate attention"),
      [],
    ],
  ])("%s", (_, from, to, added, missing) => {
    expect(ISSUED).toContain(from);
    expect(told(ISSUED.replace(from, to))).toMatchObject({ added, missing, isPart: false });
  });

  test("any word replaced anywhere is found", () => {
    const spoken = wordsOf(ISSUED).filter(({ optional, from }) => !optional && from > ISSUED.indexOf("Osh"));
    fc.assert(
      fc.property(fc.constantFrom(...spoken), fc.stringMatching(/^[qxz]{3,9}$/), ({ from, to }, word) => {
        const { added } = told(`${ISSUED.slice(0, from)} ${word} ${ISSUED.slice(to)}`);
        expect(added).toContain(word);
      }),
      { numRuns: 60 },
    );
  });
});

test("words of scripts without spaces are their characters, and looks of one word are one word", () => {
  expect(phrase("难民2026年")).toEqual(["难", "民", "2026", "年"]);
  expect(phrase("km² ﬁve Straße STRASSE Ο ΛΟΓΟΣ")).toEqual(["km2", "five", "strasse", "strasse", "ο", "λογος"]);
  expect(phrase("аб'ява абʼява аб’ява")).toEqual(["аб", "ява", "аб", "ява", "аб", "ява"]);
  expect(phrase("\u2068press@example.org\u2069، هاتـــف")).toEqual(["press@example.org", "هاتف"]);
});

test("20 unchanged words of any text are enough to find it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 20, maxLength: 200 }),
      fc.nat(),
      (words, start) => {
        const at = start % (words.length - 19);
        const sketch = new Set(sketchOf(words));
        expect(sketchOf(words.slice(at, at + 20)).some((number) => sketch.has(number))).toBe(true);
      },
    ),
  );
});

test("a manifest is read as it was written, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 })), fc.stringMatching(/^[\w/ .-]{1,40}$/), (sketch, file) => {
      const release = { is: "live", day: "2026-02-11", version: 2, words: "ab", sketch } as const;
      const part = {
        site: "https://a.example/",
        name: "2026",
        key: undefined,
        rows: [{ file, sha256: "a".repeat(64), release }],
      };
      expect(partOf(partText(part))).toEqual(part);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => partOf(text) === undefined));
});

test("a build finds the same words in a text as a check of it does", () => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[ \n\u00a0\w!"#&'()*+,./:;<>?–—«»“”‘’…%$€£°À-ÿА-яЁёІіЇїЎўҐґ-]{1,8}$/) },
    fc.constantFrom(
      ...[
        "1. ",
        "\n2) Zwei\n",
        "https://a.example/B?c",
        "mailto:A@b.example",
        " (https://a.example/b_c)",
        " a.b@c.example ",
        "(a@b.c-d.example)5",
        "Tel: 5",
        "tel:+375",
        "[Picture]",
        "-5",
        "–5",
        "a-5",
        "·-5",
        "l·l",
      ],
      ...[
        "İ",
        "ǅ",
        "ß",
        "µ",
        "ﬁ",
        "e\u0301",
        "\u2068x\u2069",
        "\u00ad",
        "\ufeff",
        "½",
        "№",
        "中文",
        "هاتـــف",
        "×",
        "−5",
        "\r\n",
      ],
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      expect(saidIn(text)).toEqual(saidOf(wordsOf(text)));
    }),
    { numRuns: 2000 },
  );
  expect(saidIn(ISSUED)).toEqual(saidOf(wordsOf(ISSUED)));
});

test("finds a text by the same numbers in a build as in a browser", () => {
  // U+FDFA is one word with spaces in it once it is in its plain form.
  const words = fc.array(fc.oneof(fc.constantFrom("a", "wells", "Вада", "صلى الله", "中", "€"), fc.string()), {
    maxLength: 60,
    size: "max",
  });
  fc.assert(
    fc.property(words, (said) => {
      expect(sketchIn(said)).toEqual(sketchOf(said));
    }),
  );
});
