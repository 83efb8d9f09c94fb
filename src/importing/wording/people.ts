import { isOfficeName, PARTICLES } from "../../model/person-name.ts";
import { escapePattern } from "../../text/escape.ts";
import { type Countries, isContactHeading, MAIL, mayBeName, numbersIn, type PhoneNumber } from "./contact-lines.ts";

/** A person or office that a text says how to reach. */
export interface Person {
  readonly name?: string;
  readonly role?: string;
  readonly email?: string;
  /** E.164 (ITU-T). */
  readonly phone?: string;
  readonly ext?: string;
  readonly mobile?: string;
  /** Further numbers of the same person, as they are dialled. */
  readonly others?: readonly string[];
}

const OFFICE =
  /(?:press|media|communications?|information) (?:office|service|team|unit|officer|desk|section|department|relations)|public (?:relations|affairs|information)|пресс-(?:служб|центр|секретар)\p{L}*|прэс-служб\p{L}*|отдел\p{L}* (?:по )?(?:связ|коммуникац|информац)\p{L}*|service (?:de )?(?:presse|communication)|bureau de presse|oficina de (?:prensa|comunicación)|المكتب (?:الإعلامي|الصحفي)|新闻(?:处|办公室|中心)/iu;
const PERSON = new RegExp(
  `^(?:(?:Mr|Mrs|Ms|Dr|Prof|Mme|M|г-н|г-жа|Sr|Sra|D|D\\.ª|Dª|Don|Doña)\\.?\\s+)?\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?(?: (?:(?:${PARTICLES}) ){0,3}(?:\\p{Lu}\\.|(?:[dl]|al|el)?['’-]?\\p{Lu}[\\p{L}\\p{M}'’-]*)){1,4}$`,
  "u",
);
const SIGNS = /^[\p{Script=Arabic}\p{M} .]{4,40}$|^[\p{Script=Han}·]{2,12}$/u;

/** Words of a line of contacts that name nobody. */
const LABELS =
  /(?:^|(?<=[\s,;|(]))(?:e-?mail|mail|tel(?:ephone|efon[oe]?)?|phone|ph|mobile|mob|cell|whats ?app|viber|telegram|fax|or|at|on|and|via|by|call|эл(?:ектронная)?\.?\s?почта|почта|тел(?:ефон)?|моб|факс|или|тэл|courriel|tél(?:éphone)?|portable|ou|correo(?: electrónico)?|teléfono|móvil|البريد(?: الإلكتروني)?|بريد إلكتروني|هاتف|جوال|فاكس|أو|电子邮箱|邮箱|电子邮件|联系电话|电话|手机|传真)(?=[\s.:;,|()]|$)[.:]*/giu;
const HEADINGS =
  /^(?:(?:for\s+)?(?:(?:media|press|more|further|additional|general|all|any)\s+)*(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|information|queries|questions|interviews?|details)(?:\s+(?:person|details|for (?:the )?(?:media|press)))?|контакт\p{L}*(?: (?:лицо|для (?:прессы|сми)|данные|информация))?|кантакт\p{L}*|contacts? (?:de )?presse|contactos?(?: de prensa)?|معلومات الاتصال|للاتصال|للتواصل|جهة الاتصال|媒体联系人?|联系人|联系方式|relations? (?:avec la )?(?:presse|médias)|по (?:всем )?вопросам [\p{L} ]{3,40})\s*(?:[:：–—-]|,?\s+(?:please\s+)?contact\s*:?|$)\s*/iu;

/** Whom lines of contacts name, each with all that stands below or beside the name. */
export function peopleIn(lines: readonly string[], countries: Countries): Person[] {
  const people: Person[] = [];
  let now: Person = {};
  const end = () => {
    if (now.email || now.phone) people.push(now);
    now = {};
  };
  for (const [index, line] of lines.flatMap((each) => partsOf(each, countries)).entries()) {
    const mails = mailsIn(line);
    const numbers = numbersIn(line, countries);
    const named = nameIn(line, mails, numbers);
    if (named.name) {
      if (now.email || now.phone) end();
      if (now.name === undefined) now = named;
      else if (now.role === undefined) now = { ...now, role: named.name };
    } else if (named.role && now.name && now.role === undefined && !now.email && !now.phone)
      now = { ...now, role: named.role };
    if (index > 0 && mails.length > 0 && now.email) end();
    for (const email of mails) {
      if (now.email && now.email !== email) end();
      now = { ...now, email };
    }
    for (const number of numbers) now = withNumber(now, number);
  }
  end();
  return people;
}

/** A line that names several people, one behind the other, as lines. */
export function partsOf(line: string, countries: Countries): string[] {
  const parts = line.split(/\s*[;；]\s*|\s+\/\/\s+/).filter((part) => part !== "");
  const isEach =
    parts.length > 1 &&
    parts.filter((part) => part.search(MAIL) !== -1 || numbersIn(part, countries).length > 0).length > 1;
  return isEach ? parts : [line];
}

/** The email addresses of a line, in small letters. */
function mailsIn(line: string): string[] {
  return [...new Set([...line.matchAll(MAIL)].map(([mail]) => mail.replace(/\.$/, "").toLowerCase()))];
}

/** A person with one more number. */
function withNumber(person: Person, { phone, ext, isMobile }: PhoneNumber): Person {
  const { others = [] } = person;
  if (phone === person.phone || phone === person.mobile || others.includes(phone)) return person;
  if (person.phone === undefined) return { ...person, phone, ...(ext ? { ext } : {}) };
  if (person.mobile === undefined && isMobile) return { ...person, mobile: phone };
  return { ...person, others: [...others, phone] };
}

/** Who a line names before its addresses and numbers, and what that person does. */
function nameIn(
  line: string,
  mails: readonly string[],
  numbers: readonly PhoneNumber[],
): Pick<Person, "name" | "role"> {
  const first = Math.min(
    line.length,
    ...mails.map((mail) => line.toLowerCase().indexOf(mail)),
    ...numbers.map(({ start }) => start),
  );
  const behind = first < line.length ? words(rest(line, mails, numbers)) : [];
  const ahead = words(line.slice(0, first));
  const parts = ahead.length > 0 ? ahead : behind;
  const person = parts.findIndex((part) => (PERSON.test(part) || SIGNS.test(part)) && !isOffice(part));
  const at = person === -1 ? parts.findIndex((part) => OFFICE.test(part) && part.length <= 80) : person;
  if (at === -1) return parts[0] && mayBeName(parts[0]) ? { role: parts[0] } : {};
  const role = parts[at + 1] ?? (at > 0 ? parts[at - 1] : undefined);
  return { name: parts[at] ?? "", ...(role && role.length <= 80 ? { role } : {}) };
}

function rest(line: string, mails: readonly string[], numbers: readonly PhoneNumber[]): string {
  let left = numbers.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)},${text.slice(end)}`, line);
  for (const mail of mails) left = left.replaceAll(new RegExp(escapePattern(mail), "gi"), ",");
  return left;
}

/** What stands before a colon to say where somebody is. */
const WHERE = /^(?:in|at|en|à|au|в|у|ў)\s/iu;

/** The parts of a line between commas, brackets and dashes, without labels. */
function words(line: string): string[] {
  return line
    .replace(/^[\s•·*-]+/, "")
    .replace(/^([^:：]{3,60})[:：]/u, (label, said: string) =>
      isContactHeading(said) || WHERE.test(said) ? "" : label,
    )
    .replace(HEADINGS, "")
    .replace(/^(?:please )?contact\s+(?=\p{Lu})/iu, "")
    .split(/\s*[,،，:：;|()<>（）]+\s*|\s+[-–—/·•]+\s+|\t/)
    .map((part) =>
      part
        .replace(LABELS, " ")
        .replace(/^[\s.+-]+|[\s.+–—-]+$/g, "")
        .replace(/\s+/g, " "),
    )
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:office|direct|main|home|work|private)$/i.test(part));
}

/** Whether a name is that of an office and of no person. */
export function isOffice(name: string): boolean {
  return OFFICE.test(name) || isOfficeName(name);
}

/** Whether a line is nothing but a person's or a press office's name. */
export function isPerson(line: string): boolean {
  return PERSON.test(line.trim()) || (OFFICE.test(line) && mayBeName(line));
}

/** Words that ask to write or call. An email address without any of them near it is only mentioned. */
export const INVITES =
  /\b(?:contacts?|e-?mail(?:ing)?|write|call|reach(?: out)?|questions?|quer(?:y|ies)|inquiries|enquiries|media|press|information|details|join|send|submit|help|feedback|let us know|get in touch|tel|phone|contacter|contactez|écrire|écrivez|courriel|renseignements|contact[oa]r?|correo|escriba|información)\b|связ|обращ|пис(?:ьм|ать|ат)|почт|контакт|телефон|звон|свяж|звярта|пошт|зв['’]яз|звертай|пишіть|اتصال|مراسلة|مراسلتنا|بريد|للمزيد|هاتف|联系|邮箱|电话|邮件/iu;

/** Whom sentences say how to reach. In a part of its own at the end every number counts, elsewhere one that a word announces. */
export function peopleInSentences(text: string, isBlock: boolean, countries: Countries, above?: string): Person[] {
  const mails = mailsIn(text);
  const numbers = numbersIn(text, countries).filter(({ isNamed }) => isBlock || isNamed);
  const people = mails.flatMap((email): Person[] => {
    const at = text.toLowerCase().indexOf(email);
    const near = text.slice(Math.max(0, at - 220), at + email.length + 80);
    if (!isBlock && !INVITES.test(near.replaceAll(email, ""))) return [];
    const number = mails.length <= numbers.length ? numbers.shift() : undefined;
    const person = { ...nameBefore(text, Math.min(at, number?.start ?? at), above), email };
    return [number ? withNumber(person, number) : person];
  });
  for (const number of numbers) {
    const named = { ...nameBefore(text, number.start, above) };
    const [only] = people;
    if (only && people.length === 1 && (named.name === undefined || named.name === only.name))
      people.splice(0, 1, withNumber(only, number));
    else people.push(withNumber(named, number));
  }
  return people;
}

const NAMED_OFFICE =
  /(?:press|media|communications?) (?:office|service|team|unit)(?!\p{L})|пресс-служб\p{L}*|прэс-служб\p{L}*|service de presse|oficina de prensa|équipe de [\p{L}’' ]{4,60}|командой [\p{L} ]{4,60}/iu;
const NAMED_PERSON = new RegExp(
  `\\p{Lu}[\\p{L}'’-]+(?: (?:(?:${PARTICLES}) ){0,3}(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)){1,3}`,
  "u",
);

/** Who is named before a place in a sentence: `please contact Anna Kavalenka at …`, or in the short line above. */
function nameBefore(text: string, at: number, above: string | undefined): Pick<Person, "name"> {
  const before = text
    .slice(Math.max(0, at - 200), at)
    .replace(/^.*(?<!(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|\p{Lu}))[.!?;]\s+(?=\p{Lu})/su, "");
  const asked =
    /(?:please )?(?:contact|reach out to|write to|email)\s+(?:the )?([^,:;<(]{3,80}?)(?=\s*(?:[,:;<(]|\s(?:at|via|by|on)\b|$))/iu.exec(
      before,
    )?.[1];
  const person =
    new RegExp(`(${NAMED_PERSON.source})$`, "u").exec(asked ?? "")?.[1] ??
    new RegExp(
      `(${NAMED_PERSON.source})(?:,\\s*([^,;:<(]{3,70})){0,2}[\\s,;:–—<(-]*(?:[Ee]-?mail|[Tt]el|[Pp]hone|at|on|[Тт]ел)?[.:\\s<(–—-]*$`,
      "u",
    ).exec(before)?.[1];
  const isName =
    asked && (NAMED_OFFICE.test(asked) || (/^(?!An?\s|The\s)\p{Lu}/u.test(asked) && NAMED_PERSON.test(asked)));
  const name =
    (isName && !/@| and /.test(asked) ? asked : person) ??
    NAMED_OFFICE.exec(before)?.[0] ??
    (above && above.length < 60 && isPerson(above) ? above : undefined);
  return name ? { name: name.trim() } : {};
}
