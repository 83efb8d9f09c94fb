import { isOfficeName, PARTICLES } from "../../model/person-name.ts";
import { escapePattern } from "../../text/escape.ts";
import { isContactHeading, MAIL, mayBeName, numbersIn, type PhoneNumber } from "./contact-lines.ts";

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
  /(?:^|(?<=[\s,;|(]))(?:e-?mail|mail|tel(?:ephone)?|phone|ph|mobile|mob|cell|whats ?app|viber|telegram|fax|or|at|on|and|via|by|call|эл(?:ектронная)?\.?\s?почта|почта|тел(?:ефон)?|моб|факс|или|тэл|courriel|tél(?:éphone)?|portable|ou|correo(?: electrónico)?|teléfono|móvil|البريد(?: الإلكتروني)?|بريد إلكتروني|هاتف|جوال|فاكس|أو|电子邮箱|邮箱|电子邮件|联系电话|电话|手机|传真)(?=[\s.:;,|()]|$)[.:]*/giu;
const HEADINGS =
  /^(?:(?:for\s+)?(?:(?:media|press|more|further|additional|general|all|any)\s+)*(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|information|queries|questions|interviews?|details)(?:\s+(?:person|details|for (?:the )?(?:media|press)))?|контакт\p{L}*(?: (?:лицо|для (?:прессы|сми)|данные|информация))?|кантакт\p{L}*|contacts? (?:de )?presse|contactos?(?: de prensa)?|معلومات الاتصال|للاتصال|للتواصل|جهة الاتصال|媒体联系人?|联系人|联系方式|relations? (?:avec la )?(?:presse|médias)|по (?:всем )?вопросам [\p{L} ]{3,40})\s*(?:[:：–—-]|,?\s+(?:please\s+)?contact\s*:?|$)\s*/iu;

/** Whom lines of contacts name, each with all that stands below or beside the name. */
export function peopleIn(lines: readonly string[], country: string | undefined): Person[] {
  const people: Person[] = [];
  let now: Person = {};
  const end = () => {
    if (now.email || now.phone) people.push(now);
    now = {};
  };
  for (const [index, line] of lines.flatMap((each) => partsOf(each, country)).entries()) {
    const mails = mailsIn(line);
    const numbers = numbersIn(line, country);
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
export function partsOf(line: string, country: string | undefined): string[] {
  const parts = line.split(/\s*[;；]\s*|\s+\/\/\s+/).filter((part) => part !== "");
  const isEach =
    parts.length > 1 &&
    parts.filter((part) => part.search(MAIL) !== -1 || numbersIn(part, country).length > 0).length > 1;
  return isEach ? parts : [line];
}

/** The email addresses of a line, in small letters. */
export function mailsIn(line: string): string[] {
  return [...new Set([...line.matchAll(MAIL)].map(([mail]) => mail.replace(/\.$/, "").toLowerCase()))];
}

/** A person with one more number. */
export function withNumber(person: Person, { phone, ext, isMobile }: PhoneNumber): Person {
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

/** The parts of a line between commas, brackets and dashes, without labels. */
function words(line: string): string[] {
  return line
    .replace(/^[\s•·*-]+/, "")
    .replace(/^([^:：]{3,60})[:：]/u, (label, said: string) => (isContactHeading(said) ? "" : label))
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
