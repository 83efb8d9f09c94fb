import { table } from "../data.ts";
import type { Document } from "../document.ts";
import type { Severity } from "../finding.ts";
import type { Fault } from "../rule.ts";

/** A line of `data/private-data.yaml`. */
interface Private {
  readonly what: string;
  readonly finds: string;
  readonly flags: string;
  readonly is?: "iban" | "card";
  readonly severity?: Severity;
}

const tests = { iban: isIban, card: isCard } as const;
const forms = table<readonly Private[]>("private-data").map(({ finds, flags, is, ...form }) => ({
  ...form,
  pattern: new RegExp(finds, flags),
  isOne: is ? tests[is] : () => true,
}));

export function* privateData(document: Document): Generator<Fault> {
  for (const { pattern, what, isOne, severity } of forms) {
    for (const { at, found } of document.find(pattern, "source")) {
      if (!isOne(found)) continue;
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
