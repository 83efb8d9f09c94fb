import type { Fault, Rule } from "../rule.ts";

interface Pattern {
  readonly pattern: RegExp;
  readonly what: string;
  readonly isOne?: (found: string) => boolean;
  readonly severity?: Fault["severity"];
}

/** What belongs to one person and can be misused, by form and, where there is one, by check digit. */
const patterns: readonly Pattern[] = [
  {
    what: "a bank account (IBAN)",
    pattern: /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/g,
    isOne: isIban,
    severity: "warning",
  },
  {
    what: "the number of a bank card",
    pattern: /(?<![\d.-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{3,4}(?![\d.-])/g,
    isOne: isCard,
  },
  {
    what: "the number of a passport",
    pattern:
      /(?<!\p{L})(?:passport|паспорт\p{Ll}*|пашпарт\p{Ll}*|passeport|pasaporte)(?:\s+(?:no\.?|number|№|номер|серия|n°|núm\.?|num\.?))*[\s:.№]*((?:[A-ZА-Я]{1,2}[ ]?\d{6,8})|\d{2} ?\d{2} ?\d{6}|\d{9})(?!\d)/giu,
  },
  {
    what: "the personal number of a citizen of Belarus",
    pattern: /(?<![\p{L}\d])[1-6]\d{6}[ABCHKEMАВСНКЕМ]\d{3}(?:PB|BA|BI|РВ|ВА)\d(?![\p{L}\d])/gu,
  },
  { what: "a social security number", pattern: /(?:SSN|social security)\D{0,20}\d{3}-\d{2}-\d{4}(?!\d)/gi },
  { what: "a СНИЛС number", pattern: /(?<!\d)\d{3}-\d{3}-\d{3} \d{2}(?!\d)/g },
];

export const privateData: Rule = {
  name: "private-data",
  group: "people",
  severity: "error",
  why: "The data of a private person, once published, cannot be called back.",
  wrong: "Her passport No. MP1234567 was taken from her.",
  right: "Her passport was taken from her.",
  *check(document) {
    for (const passage of document.passages) {
      for (const { pattern, what, isOne, severity } of patterns) {
        for (const { 0: found, index } of passage.source.matchAll(pattern)) {
          if (isOne && !isOne(found)) continue;
          yield {
            at: document.in(passage, index, found.length),
            message: `This looks like ${what}.`,
            fix: "Delete it. If it was already published, tell the person; the repository's history still has it.",
            ...(severity ? { severity } : {}),
          };
        }
      }
    }
  },
};

/** ISO 13616: moved to the end, letters as numbers, the rest by 97 is 1. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(" ", "");
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}

/** ISO/IEC 7812: the sum of Luhn. */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, "")].map(Number).toReversed();
  if (!/^[3-6]/.test(found)) return false;
  const sum = digits.reduce(
    (all, digit, index) => all + (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)),
    0,
  );
  return sum % 10 === 0;
}
