import { distance } from "fastest-levenshtein";
import { decoded } from "../../model/address.ts";
import { type Phone, phoneOf } from "../../model/phone.ts";
import { table } from "../data.ts";
import type { Document } from "../document.ts";
import type { Severity } from "../finding.ts";
import { isSlip } from "../names.ts";
import type { Context, Fault } from "../rule.ts";

const DIGITS = "Compare it with the original, digit by digit.";

/** A number that begins with + and a country. */
const ABROAD = /(?<![\p{N}\p{L}+])(?<number>\+[\s\u00a0]?\d[\d\s\u00a0()./-]{5,20}\d)(?!\d)/gu;

/** A number that is introduced as one, without + and country. */
const AT_HOME =
  /(?<!\p{L})(?:tel|telephone|phone|mobile|fax|тел|телефон|моб|факс|тэл|tél|téléphone|teléfono|هاتف|电话)(?:\.|\s?(?:no|number|номер|n°|№)\.?|(?: \p{L}[\p{L}-]{0,30}){1,3}(?=\s?:))?\s?(?::|(?=[\s\u00a0(]*\d))[\s\ue000\u00a0]*(?<number>\(?\d[\d\u00a0 ()./-]{5,20}\d)(?![\d-])/giu;

/** Fewer digits are the number of an extension or of a service; more are no number at all. */
const FEWEST = 7;

export function* phone(document: Document, { content }: Context): Generator<Fault> {
  const { country } = content.site;
  const isNobodys = (number: string) =>
    (country || number.startsWith("+")) &&
    number.replace(/\D/g, "").length >= FEWEST &&
    readAs(number, country) === undefined;
  for (const pattern of country ? [ABROAD, AT_HOME] : [ABROAD]) {
    for (const { passage, match } of document.find(pattern)) {
      const number = match.groups?.number ?? "";
      if (!isNobodys(number)) continue;
      yield {
        at: document.in(passage, match.index + match[0].length - number.length, number.length),
        message: `${number} is not a possible phone number${number.startsWith("+") ? "" : ` in this country (${country})`}.`,
        fix: DIGITS,
      };
    }
  }
  for (const link of document.links) {
    const number = /^tel:(\+?[\d().\s-]+)$/i.exec(decoded(link.url))?.[1];
    if (number !== undefined && isNobodys(number))
      yield {
        at: document.link(link),
        message: `This link calls ${number}, which is not a possible phone number.`,
        fix: DIGITS,
      };
  }
}

/** In Belarus 80 is dialled before a city: with a digit less, the rest would be read as another kind of number. */
const BEFORE_CITY: Readonly<Record<string, readonly [RegExp, string]>> = {
  BY: [/^\(?8[\s\u00a0(-]*0(?=\d\d)/, "+375 "],
};

/** The number as it is dialled; without + it may begin with the country, or with what is dialled before a city. */
function readAs(number: string, country: string | undefined): Phone | undefined {
  const [before = /^00/, instead = "+"] = BEFORE_CITY[country ?? ""] ?? [];
  const plain = number.replace(before, instead).replace(/^00/, "+");
  return phoneOf(plain, country) ?? (number.startsWith("+") ? undefined : phoneOf(`+${number}`, country));
}

/** Ends of domains that stand in email addresses; of a country's two letters, those that are no word of English. */
const ENDS =
  "(?:com|org|net|int|gov|edu|info|mil|eu|[a-z]{2}\\.[a-z]{2}|by|ru|ua|kz|kg|uz|tj|tm|ge|am|az|md|pl|lt|lv|ee|fr|de|uk|ch|es|sg)";

const WHO = "(?<![\\w.+-])";
const SITE = "[\\w-]+(?:\\.[\\w-]+)*";

/** Patterns of email addresses in which a key was missed. Group 1 is the address. */
const broken: readonly (readonly [source: string, flags: string, what: string])[] = [
  [`${WHO}([\\w.+-]{1,64}@{2,}${SITE})`, "g", "has two @"],
  [`${WHO}([\\w.+-]{1,64}@[\\w.-]{1,80}@${SITE})`, "g", "has two @"],
  [`${WHO}([\\w.+-]{1,64}@${SITE},${ENDS})(?![\\w-])`, "gi", "has a comma in place of a dot"],
  [`${WHO}([\\w.+-]{1,64},[\\w.+-]{2,64}@[\\w-]+\\.${ENDS})(?![\\w-])`, "gi", "has a comma in it"],
  [`${WHO}([\\w.+-]{2,64}(?: @(?! )|@ )${SITE}\\.${ENDS})(?![\\w-])`, "gi", "has a space in it"],
  [`${WHO}([\\w.+-]{1,64}@${SITE}(?: \\.|\\. )${ENDS})(?![\\w.-])`, "gi", "has a space in it"],
  [
    `(?<=(?:[:(]|mail|to|at|по|на|à|al?) )([a-z]{2,24}\\. [a-z]{2,24}@${SITE}\\.${ENDS})(?![\\w-])`,
    "g",
    "has a space in it",
  ],
  [`${WHO}([\\w.+-]{1,64}(?:@\\.|\\.@|@${SITE}\\.\\.)${SITE})`, "g", "has a dot too many"],
  [
    "(?<=(?:[:(]|mail|to|at|contact|via|по|à|al?) )(?<![\\w.+@/-])([a-z][a-z\\d.+_-]{2,63}@[a-z][a-z\\d-]{2,62})(?![\\w@-]|\\.[\\w-])",
    "g",
    "has no end, such as .org",
  ],
];
const BROKEN = broken.map(([source, flags, what]) => [new RegExp(source, flags), what] as const);

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?<domain>[\w-]+(?:\.[\w-]+)+)/g;

export function* mail(document: Document, context: Context): Generator<Fault> {
  for (const passage of document.passages) {
    if (!passage.seen.includes("@")) continue;
    const taken: { index: number; end: number }[] = [];
    for (const [pattern, what] of BROKEN) {
      for (const { 1: found = "", index } of passage.seen.matchAll(pattern)) {
        const end = index + found.length;
        if (taken.some((other) => index < other.end && end > other.index)) continue;
        taken.push({ index, end });
        yield {
          at: document.in(passage, index, found.length),
          message: `The address ${found} ${what}: no email arrives there.`,
          fix: "Compare it with the original, character by character.",
        };
      }
    }
  }
  const places = [
    ...(document.contact?.email ? [{ text: document.contact.email, at: document.field(["email"]).offset }] : []),
    { text: document.body, at: document.bodyStart },
  ];
  for (const { text, at } of places) {
    for (const { 0: found, index, groups } of text.matchAll(MAIL)) {
      const meant = domainMeant(groups?.domain ?? "", context);
      if (meant !== undefined)
        yield {
          at: { offset: at + index, length: found.length },
          message: `The address ${found} has a slip in its domain.`,
          fix: `Did you mean “${meant}”?`,
        };
    }
  }
}

/** Domains that many people have, and ends of domains that nobody has. */
const COMMON =
  "gmail.com yahoo.com hotmail.com outlook.com icloud.com mail.ru yandex.ru undp.org un.org unicef.org unhcr.org iom.int who.int".split(
    " ",
  );
const NO_END: readonly (readonly [slip: RegExp, meant: string])[] = [
  [/^([\w-]+)\.(?:con|cmo|comm)$/, "$1.com"],
  [/^([\w-]+)\.(?:ogr|orh|rog)$/, "$1.org"],
  [/^([\w-]+)\.nte$/, "$1.net"],
  [/^([\w-]+)\.gvo$/, "$1.gov"],
  [/^([\w-]+)\.itn$/, "$1.int"],
];

function domainMeant(domain: string, { content }: Context): string | undefined {
  const written = domain.toLowerCase();
  const own = [...content.terms.contacts.values()].map(({ email = "" }) => email.split("@")[1]?.toLowerCase() ?? "");
  // A contact's own slip must not make itself right: what two contacts share is the office's.
  const known = new Set([...COMMON, ...own.filter((each, index) => each !== "" && own.indexOf(each) !== index)]);
  if (known.has(written)) return undefined;
  const [slip, meant = ""] = NO_END.find(([pattern]) => pattern.test(written)) ?? [];
  if (slip) return written.replace(slip, meant);
  return (
    [...known].find((other) => other.length >= 7 && distance(other, written) === 1) ??
    [...known].find(
      (other) => other.length >= 9 && other.length === written.length && isSlip(`@${other}`, `@${written}`),
    )
  );
}

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
