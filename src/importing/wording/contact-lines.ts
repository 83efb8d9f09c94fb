import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from "libphonenumber-js/max";
import { withPlainDigits } from "../../text/days.ts";
import { daysIn } from "./calendar.ts";

export const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** A phone number in a line: as it is dialled (E.164, ITU-T), with its extension, and where it stands. */
export interface PhoneNumber {
  readonly phone: string;
  readonly ext?: string;
  readonly start: number;
  readonly end: number;
  /** The word before it says so, or its country's numbers do. */
  readonly isMobile: boolean;
  /** A word before it says that it is to be called. */
  readonly isNamed: boolean;
}

const NAMED =
  /(?<![\p{L}])(?:tel|telephone|phone|ph|call|mobile|mob|cell|direct|office|landline|whats ?app|viber|telegram|signal|hotline|t|m|тел|телефон\p{L}*|моб|сот|ват?сап|тэл\p{L}*|tél|téléphone|portable|fixe|teléfono|móvil|celular|llam\p{L}+|هاتف|تلفون|جوال|موبايل|واتساب|واتس اب|电话|手机|热线|☎|📞|📱)[\s.:()/№–—-]*(?:no\.?|number|is|at|on)?[\s.:(+–—-]*$/iu;
const MOBILE =
  /(?:^m[\s.:]|mob|cell|whats ?app|viber|telegram|signal|моб|сот|ват?сап|portable|móvil|celular|جوال|موبايل|واتس|手机|📱)/iu;
const NO_PHONE =
  /(?:dial-?in(?: number)?(?: is)?|code|(?<!\p{L}\.?\s?\/\s?)(?:fax|факс)|télécopie|فاكس|传真|iban|account|рахунок|сч[её]т|№|(?<!\p{L})(?:ref(?:erence)?|no|n°|id|isbn|issn|doi|ext))[\s.:#№]*(?:no\.?|number)?[\s.:(+]*$/iu;

/** What announces an extension: of two numbers with a comma between them the second is none. */
const EXTENSION = /ext|доб|вн|poste|anexo|تحويلة|转|分机|[x#;]/iu;

/** Countries of whose numbers those without a country code can be: the first comes first; undefined where only whole numbers count. */
export type Countries = readonly (CountryCode | undefined)[];

/** Phone numbers of a line. */
export function numbersIn(written: string, countries: Countries): PhoneNumber[] {
  // In most of the world 00 stands for the + of a country's code.
  const text = withPlainDigits(written).replace(/(?<![\d+.-])00(?=[1-9]\d[\d ().-]{6})/g, " +");
  if ((text.match(/\d/g)?.length ?? 0) < 6) return [];
  const found: PhoneNumber[] = [];
  for (const country of countries) {
    for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, country ?? {})) {
      const before = text.slice(Math.max(0, startsAt - 24), startsAt);
      const isTaken = found.some(({ start, end }) => startsAt < end && start < endsAt);
      if (isTaken || !number.isValid() || NO_PHONE.test(before) || daysIn(text.slice(startsAt, endsAt)).length > 0)
        continue;
      const label = NAMED.exec(before)?.[0];
      found.push({
        phone: number.number,
        ...(number.ext && EXTENSION.test(text.slice(startsAt, endsAt)) ? { ext: number.ext } : {}),
        start: startsAt,
        end: endsAt,
        isMobile: MOBILE.test(label ?? "") || number.getType() === "MOBILE",
        isNamed: label !== undefined,
      });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Addresses whose ending names no country: of services that shorten others or show films, and endings that are sold everywhere. */
const ANYWHERE =
  /(?:(?:\/|\.)(?:youtu\.be|(?:bit|ow|cutt)\.ly|(?:t|wa|fb|m)\.me|t\.co|goo\.gl|is\.gd|lnkd\.in|vk\.cc|clck\.ru|instagr\.am)|\.(?:ai|cc|fm|gg|io|tv|ws))$/i;

/** Countries whose numbers a text may hold: the site's, those of its addresses, and of North America where a number is grouped as there. */
export function countriesOf(text: string, own: string | undefined): Countries {
  const ends = [...text.matchAll(/(?:@|https?:\/\/|www\.)[\w.-]*\.([a-z]{2,3})(?![\w-])/gi)].flatMap(
    ([address, end = ""]) => (ANYWHERE.test(address) ? [] : [end.toUpperCase()]),
  );
  const named = ends.map((end) => ({ UK: "GB", GOV: "US", EDU: "US", MIL: "US" })[end] ?? end);
  const isAmerican = /(?<![\d+.-])(?:1[-. ])?\(?[2-9]\d{2}\)?[-. ][2-9]\d{2}[-. ]\d{4}(?!\d)/.test(text);
  const codes = [own ?? "", ...named, ...(isAmerican ? ["US"] : [])].filter((code) => isSupportedCountry(code));
  return codes.length > 0 ? [...new Set(codes)] : [undefined];
}

/** Whether a line has an address or number by which somebody can be reached. */
export function hasWay(line: string, countries: Countries): boolean {
  return line.search(MAIL) !== -1 || numbersIn(line, countries).length > 0;
}

const HEADING =
  /^(?:(?:media|press|news)?[ -]*(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies))|(?:media|press|further|more|contact) (?:information|queries|questions|details|office|team)|for (?:(?:more|further|additional|any|media|press|all) )+(?:information|details|inquiries|enquiries|queries|questions|contacts?|interviews?)|for (?:media|press|interviews?)|контакт\p{L}*|кантакт\p{L}*|для (?:связи|справок|прессы|сми)|подробн\p{L}+(?= информац)|(?:дополнительная|подробная) информация|contacts? (?:de )?presse|contact|pour (?:plus|toute|tout|en savoir|de plus)|renseignements|relations? (?:avec la )?(?:presse|médias)|contactos?|para (?:más|mayor)|(?:más|mayor(?:es)?) (?:información|informes)|informes|(?:de )?plus d['’]informations?|معلومات الاتصال|للاتصال|للتواصل|جهة الاتصال|ل?لمزيد|ل?لاستفسار\p{L}*|媒体联系|咨询)(?!\p{L})|^(?:请?联系(?!电话|邮箱|地址)|媒体|咨询|如需|垂询|更多信息|更多资讯|欲了解)/iu;
const LONGEST = 90;
const FEW_WORDS = 5;

/** A heading over whom to call, or a line that begins as one and says who. */
export function isContactHeading(text: string): boolean {
  const line = text.trim();
  return (
    line.length < LONGEST && HEADING.test(line) && (line.split(/\s+/).length <= FEW_WORDS || /[:：]|\d{4}|@/.test(line))
  );
}

/** Whether a line can be a person's or an office's name, or a role: a few words that end as no sentence does. */
export function mayBeName(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return (
    words.length <= 8 &&
    line.length <= 80 &&
    /^[\p{Lu}\p{Lo}]/u.test(line.trim()) &&
    !/[.!?:;]$/.test(line) &&
    !/\d{3}/.test(line)
  );
}
