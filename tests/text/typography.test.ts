import { describe, expect, test } from "vitest";
import { parseText } from "../../src/text/text.ts";
import { typography } from "../../src/text/typography.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";

/** No-break spaces as they can be seen: wide ones and narrow ones. */
const shown = (text: string) => text.replaceAll("\u00a0", "~").replaceAll("\u202f", "_");
const set = (text: string, lang: string) => shown(typography(text, lang));

/** A language, words as an editor types them, and as they are published. */
type Case = readonly [lang: string, typed: string, published: string];

const quotations: readonly Case[] = [
  ["en", `He said "yes" to it, 'no' to that.`, "He said “yes” to it, ‘no’ to that."],
  ["en", `"He said 'yes' to it"`, "“He said ‘yes’ to it”"],
  ["en", `"He said "yes" to it"`, "“He said ‘yes’ to it”"],
  ["en", `'He said "yes" to it'`, "‘He said “yes” to it’"],
  ["en", `"'Green' plan" and "Nested: 'He said "x" y'"`, "“‘Green’ plan” and “Nested: ‘He said “x” y’”"],
  [
    "en",
    `The "Green" plan's cost ("low"), —"very"— and "really?".`,
    "The “Green” plan’s cost (“low”), —“very”— and “really?”.",
  ],
  ["en", `"Q&A" and "...and so on", she said.`, "“Q&A” and “...and so on”, she said."],
  [
    "en",
    '“Typed” "straight" and “typed \'inner\'”, ‘typed "x"’',
    "“Typed” “straight” and “typed ‘inner’”, ‘typed “x”’",
  ],
  ["en", `“One mark of each kind"`, "“One mark of each kind”"],
  ["ru", `Он сказал: "Это "важно" для всех".`, "Он сказал: «Это „важно“ для всех»."],
  ["ru", `«Газета "Правда"» и «кавычки» "кавычки"`, "«Газета „Правда“» и «кавычки» «кавычки»"],
  ["be", `"Праект 'Вада'"`, "«Праект „Вада“»"],
  ["fr", `c'est "l'essentiel" et l'"Europe"`, "c’est «~l’essentiel~» et l’«~Europe~»"],
  ["fr", `" mot " et "Il dit "oui""`, "«~mot~» et «~Il dit “oui”~»"],
  ["es", `El plan "Agua 'limpia'"`, "El plan «Agua “limpia”»"],
  ["de", `Das "Haus 'am See'"`, "Das „Haus ‚am See‘“"],
  ["sv", `Han sa "nej 'du' ja" och`, "Han sa ”nej ’du’ ja” och"],
  ["ar", `قال: "هذا مهم" وأضاف 'لن نتوقف' و"الأمم"`, "قال: ”هذا مهم“ وأضاف ’لن نتوقف‘ و”الأمم“"],
  ["zh", `他说"你好"然后'再见'了。`, "他说“你好”然后‘再见’了。"],
  ["zh-Hant", `他說"你好"。`, "他說「你好」。"],
  ["pt-BR", `Disse "sim".`, "Disse “sim”."],
  ["he", `צה"ל אמר "שלום"`, `צה"ל אמר ”שלום”`],
];

const apostrophes: readonly Case[] = [
  [
    "en",
    "O'Neil, the workers' union, y'all, 1990's, U2's, don't",
    "O’Neil, the workers’ union, y’all, 1990’s, U2’s, don’t",
  ],
  [
    "en",
    "music of the '90s, rock 'n' roll, the '24–'25 season",
    "music of the ’90s, rock ’n’ roll, the ’24–’25 season",
  ],
  ["en", "the '24 season of the workers' union", "the ’24 season of the workers’ union"],
  ["en", "'Tis 'em, class of '24, the '80s-'90s", "’Tis ’em, class of ’24, the ’80s-’90s"],
  ["en", "the class of '99 said: 'great fun'", "the class of ’99 said: ‘great fun’"],
  ["en", "Guns N' Roses, drivin' 'round, fish 'n' chips", "Guns N’ Roses, drivin’ ’round, fish ’n’ chips"],
  ["en", "Minister: '50 jobs saved'", "Minister: ‘50 jobs saved’"],
  ["en", `"'90s music" and the "workers'" union`, "“’90s music” and the “workers’” union"],
  ["en", "Word writes ‘90s and rock ‘n’ roll", "Word writes ’90s and rock ’n’ roll"],
  ["uk", "об'єкт у Слов'янську", "об’єкт у Слов’янську"],
  ["it", "un po' d'acqua", "un po’ d’acqua"],
  ["nl", "'s avonds", "’s avonds"],
];

const primes: readonly Case[] = [
  [
    "en",
    `a 5'10" man, 5' 6" tall, a 12" screen, 12"x10", 3.5" and 10½"`,
    "a 5′10″ man, 5′ 6″ tall, a 12″ screen, 12″x10″, 3.5″ and 10½″",
  ],
  ["en", `a 40' container at 53°54'N 27° 33' 30"E`, "a 40′ container at 53°54′N 27° 33′ 30″E"],
  ["en", `In "Vision 2030" and "Route 66" a 12" disc`, "In “Vision 2030” and “Route 66” a 12″ disc"],
  ["en", `"The 12" screen"`, "“The 12″ screen”"],
  ["en", "'Agenda 21' is here", "‘Agenda 21’ is here"],
];

const spaces: readonly Case[] = [
  ["fr", "Combien? Vraiment ! Oui;non; si\u00a0?", "Combien_? Vraiment_! Oui;non_; si_?"],
  ["fr", "Ex.: oui. Etc.; oui...!", "Ex.~: oui. Etc._; oui..._!"],
  ["fr", "Quoi?! Non !!! Que faire?…", "Quoi_?! Non_!!! Que faire_?…"],
  [
    "fr",
    "Le ministre : «nous voulons 50 % de plus» ; et après ?",
    "Le ministre~: «~nous voulons 50~% de plus~»_; et après_?",
  ],
  [
    "fr",
    "Attention: 50%, n°5, n° 6, 5 €, 3€ et 1 234 567 euros à 14 h 30",
    "Attention~: 50~%, n°~5, n°~6, 5~€, 3~€ et 1_234_567 euros à 14~h~30",
  ],
  [
    "fr",
    "À 12:30, 3:1, http://exemple.org/?a=1;b, a@b.fr :-) ;) (!) C:\\x :smile: &amp; AT&amp;T",
    "À 12:30, 3:1, http://exemple.org/?a=1;b, a@b.fr :-) ;) (!) C:\\x :smile: &amp; AT&amp;T",
  ],
  ["fr", "«\u202fdéjà\u202f» fait\u202f!", "«~déjà~» fait_!"],
  ["fr-CA", "Quoi? Non: oui!", "Quoi? Non~: oui!"],
  ["ru", "В 2026 г. на 5 % больше — 10 000 человек, № 5, №7", "В 2026~г. на 5~% больше~— 10~000 человек, №~5, №~7"],
  ["de", "Nr. 5, § 5 und 50 %", "Nr.~5, §~5 und 50~%"],
  ["es", "El 50 % en 10 km, n.º 5", "El 50~% en 10~km, n.º~5"],
  ["en", "It is 10 km, No. 5, p. 12, 50 %, 10 a.m.: why? 50%", "It is 10~km, No.~5, p.~12, 50~%, 10~a.m.: why? 50%"],
  ["en", "Call +375 17 327 48 76 or 017 327 48 76", "Call +375 17 327 48 76 or 017 327 48 76"],
];

describe.each(Object.entries({ quotations, apostrophes, primes, spaces }))("%s", (name, cases) => {
  test.each(cases)(`${name === "spaces" ? "T8" : "T7"}: in %s: %s`, (lang, typed, published) => {
    expect(set(typed, lang)).toBe(published);
  });

  test.each(cases)("set once more, nothing changes: %s: %s", (lang, typed) => {
    expect(set(typography(typed, lang), lang)).toBe(set(typed, lang));
  });
});

test("what is no words stays as it was typed", () => {
  const typed = `<a href="x"> https://example.org/?q='a'b "{count}" o'neil@example.org`;
  expect(set(typed, "en")).toBe(`<a href="x"> https://example.org/?q='a'b “{count}” o'neil@example.org`);
});

test("a quotation of several paragraphs opens each, and closes the last", () => {
  expect(set(`"One.\n\n"Two."`, "en")).toBe("“One.\n\n“Two.”");
});

describe("in a Markdown text", () => {
  const text = (source: string, lang: string) => shown(plainText(parseText(source, lang)));

  test("T7: marks of Markdown do not part a mark from its word, and code and addresses stay", () => {
    expect(text(`**"Bold"** and "*all*" and \`"code"\` at https://example.org/?a="b", [the '90s](x.pdf)`, "en")).toBe(
      `“Bold” and “all” and "code" at https://example.org/?a="b", the ’90s (x.pdf)`,
    );
    expect(text(`\`\`\`\n"code"\n\`\`\`\n\n\\"typed\\" &quot;pasted&quot;`, "en")).toBe(`"code"\n\n"typed" “pasted”`);
  });

  test("T8: spaces are put beside marks of Markdown", () => {
    expect(text("**Combien**? *Oui*; **Note :** « **mot** »&nbsp;!", "fr")).toBe("Combien_? Oui_; Note~: «~mot~»_!");
  });

  test("T7: a passage has the marks of its own language", () => {
    expect(text(`The newspaper ":ru["Правда" и "Труд"]" and\n\n:::fr\n"oui"!\n:::`, "en")).toBe(
      "The newspaper “«Правда» и «Труд»” and\n\n«~oui~»_!",
    );
  });

  test("T7: what stands below a picture, what it shows, and who is quoted", () => {
    const { pictures, quotes } = parseText(
      `![The "Green" hall](a.jpg "O'Neil's hall")\n\n> "No."\n>\n> — Ann O'Neil, Head of "Water"`,
      "en",
    );
    expect(pictures[0]).toMatchObject({ alt: "The “Green” hall", caption: "O’Neil’s hall" });
    expect(quotes).toEqual([{ text: "“No.”", speaker: "Ann O’Neil", role: "Head of “Water”" }]);
  });
});

test("a long text is set in time that grows with it", () => {
  const began = performance.now();
  for (const piece of ["'a ", '"a ', '12" ', "a' ", "« ", "1 ", "a? "]) typography(piece.repeat(20_000), "fr");
  expect(performance.now() - began).toBeLessThan(5000);
});
