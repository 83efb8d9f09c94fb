import type { Document } from "./document.ts";
import type { Fault } from "./rule.ts";

/** Numbers in words, in their order from one on, by language; then the tens. */
const names: Partial<Record<string, readonly [ones: string, tens: string]>> = {
  en: [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "ten twenty thirty forty fifty sixty seventy eighty ninety",
  ],
  ru: [
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
    "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
  ],
  fr: [
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "dix vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
  ],
  es: [
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  ],
};

const values = new Map(
  Object.entries(names).map(([lang, [ones = "", tens = ""] = []]) => [
    lang,
    new Map([
      ...ones.split(" ").map((name, index) => [name, index + 1] as const),
      ...tens.split(" ").map((name, index) => [name, (index + 1) * 10] as const),
    ]),
  ]),
);

const BOTH = /(?<![\p{L}\p{N}-])([\p{L}-]{2,24})[\s\u00a0]\((\d{1,3})\)/gu;

/** Numbers that stand in words and in digits, and are two. */
export function* numbersInWordsThatDiffer(document: Document): Generator<Fault> {
  for (const passage of document.passages) {
    const known = values.get(passage.lang.split("-")[0] ?? "");
    if (!known || !/\(\d/.test(passage.text)) continue;
    for (const { 0: found, 1: word = "", 2: digits = "", index } of passage.text.matchAll(BOTH)) {
      const before = /([\p{L}-]{2,24})[\s\u00a0]$/u.exec(passage.text.slice(Math.max(0, index - 26), index))?.[1] ?? "";
      const value = numberIn(word, before, known);
      // Of larger numbers, such as "one hundred and two", only the end is read.
      if (value === undefined || value === Number(digits) || value === Number(digits) % 100) continue;
      yield {
        at: document.in(passage, index, found.length),
        message: `“${found}” says two numbers.`,
        fix: "Make sure which is right, and correct the other.",
      };
    }
  }
}

/** The value of a number in words: "seven", "twenty-one" or, with the word before, "twenty one". */
function numberIn(word: string, before: string, known: ReadonlyMap<string, number>): number | undefined {
  const value = known.get(word.toLowerCase());
  if (value === undefined) {
    const [tens = "", ones = "", more] = word.toLowerCase().split("-");
    const [high, low] = [known.get(tens), known.get(ones)];
    return more === undefined && high !== undefined && low !== undefined && high >= 20 ? high + low : undefined;
  }
  const tens = known.get(before.toLowerCase());
  return tens !== undefined && tens >= 20 && value < 10 ? tens + value : value;
}
