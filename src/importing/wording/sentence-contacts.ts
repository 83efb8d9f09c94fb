import { PARTICLES } from "../../model/person-name.ts";
import { numbersIn } from "./contact-lines.ts";
import { isPerson, mailsIn, type Person, withNumber } from "./people.ts";

/** Words that ask to write or call. An email address without any of them near it is only mentioned. */
export const INVITES =
  /\b(?:contacts?|e-?mail(?:ing)?|write|call|reach(?: out)?|questions?|quer(?:y|ies)|inquiries|enquiries|media|press|information|details|join|send|submit|help|feedback|let us know|get in touch|tel|phone|contacter|contactez|écrire|écrivez|courriel|renseignements|contact[oa]r?|correo|escriba|información)\b|связ|обращ|пис(?:ьм|ать|ат)|почт|контакт|телефон|звон|свяж|звярта|пошт|зв['’]яз|звертай|пишіть|اتصال|مراسلة|مراسلتنا|بريد|للمزيد|هاتف|联系|邮箱|电话|邮件/iu;

/** Whom sentences say how to reach. In a part of its own at the end every number counts, elsewhere one that a word announces. */
export function peopleInSentences(text: string, isBlock: boolean, country?: string, above?: string): Person[] {
  const mails = mailsIn(text);
  const numbers = numbersIn(text, country).filter(({ isNamed }) => isBlock || isNamed);
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

const OFFICE =
  /(?:press|media|communications?) (?:office|service|team|unit)(?!\p{L})|пресс-служб\p{L}*|прэс-служб\p{L}*|service de presse|oficina de prensa|équipe de [\p{L}’' ]{4,60}|командой [\p{L} ]{4,60}/iu;
const PERSON = new RegExp(
  `\\p{Lu}[\\p{L}'’-]+(?: (?:(?:${PARTICLES}) ){0,3}(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)){1,3}`,
  "u",
);

/** Who is named before a place in a sentence: `please contact Anna Kavalenka at …`, or in the short line above. */
export function nameBefore(text: string, at: number, above: string | undefined): Pick<Person, "name"> {
  const before = text
    .slice(Math.max(0, at - 200), at)
    .replace(/^.*(?<!(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|\p{Lu}))[.!?;]\s+(?=\p{Lu})/su, "");
  const asked =
    /(?:please )?(?:contact|reach out to|write to|email)\s+(?:the )?([^,:;<(]{3,80}?)(?=\s*(?:[,:;<(]|\s(?:at|via|by|on)\b|$))/iu.exec(
      before,
    )?.[1];
  const person =
    new RegExp(`(${PERSON.source})$`, "u").exec(asked ?? "")?.[1] ??
    new RegExp(
      `(${PERSON.source})(?:,\\s*([^,;:<(]{3,70})){0,2}[\\s,;:–—<(-]*(?:[Ee]-?mail|[Tt]el|[Pp]hone|at|on|[Тт]ел)?[.:\\s<(–—-]*$`,
      "u",
    ).exec(before)?.[1];
  const isName = asked && (OFFICE.test(asked) || (/^(?!An?\s|The\s)\p{Lu}/u.test(asked) && PERSON.test(asked)));
  const name =
    (isName && !/@| and /.test(asked) ? asked : person) ??
    OFFICE.exec(before)?.[0] ??
    (above && above.length < 60 && isPerson(above) ? above : undefined);
  return name ? { name: name.trim() } : {};
}
