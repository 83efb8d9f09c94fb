import type { Document } from "../document.ts";
import type { Fault } from "../rule.ts";

interface Private {
  readonly what: string;
  readonly pattern: RegExp;
  readonly isOne?: (found: string) => boolean;
  readonly severity?: Fault["severity"];
}

/** What belongs to one person and can be misused, by form and, where there is one, by check digit. */
const privately: readonly Private[] = [
  {
    what: "a bank account (IBAN)",
    pattern: /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/g,
    isOne: isIban,
    severity: "warning",
  },
  {
    what: "the number of a bank card",
    pattern: /(?<![\d.-])[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{3,4}(?![\d.-])/g,
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

export function* privateData(document: Document): Generator<Fault> {
  for (const { pattern, what, isOne, severity } of privately) {
    for (const { at, found } of document.find(pattern, "source")) {
      if (isOne?.(found) === false) continue;
      yield {
        at,
        message: `This looks like ${what}.`,
        fix: "Delete it. If it was already published, tell the person; the repository's history still has it.",
        ...(severity ? { severity } : {}),
      };
    }
  }
}

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
  const doubled = (digit: number) => digit * 2 - (digit > 4 ? 9 : 0);
  return digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : doubled(digit)), 0) % 10 === 0;
}
