import { type CountryCode, findPhoneNumbersInText } from "libphonenumber-js/max";
import type { Draft, Recognise } from "../draft.ts";
import type { Block } from "../incoming.ts";
import { isContactHeading } from "./tail.ts";

/** A person or office that a journalist can reach, as the text gives it. */
export interface FoundContact {
  /** The contact's file in contacts/, where it is a known one. */
  readonly id?: string;
  readonly name?: string;
  readonly role?: string;
  readonly email?: string;
  /** E.164 (ITU-T). */
  readonly phone?: string;
  /** Whether it stands in a part of its own at the end, and not in the middle of a sentence of the text. */
  readonly isBlock: boolean;
}

const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Words that ask to write or call. A mail address without any of them near it is just mentioned. */
const INVITES =
  /\b(?:contacts?|e-?mail(?:ing)?|write|call|reach(?: out)?|questions?|quer(?:y|ies)|inquiries|enquiries|media|press|information|details|join|send|submit|help|feedback|let us know|get in touch|tel|phone|contacter|contactez|écrire|écrivez|courriel|renseignements|contact[oa]r?|correo|escriba|información)\b|связ|обращ|пис(?:ьм|ать|ат)|почт|контакт|телефон|звон|свяж|звярта|пошт|зв['’]яз|звертай|пишіть|اتصال|مراسلة|مراسلتنا|بريد|للمزيد|هاتف|联系|邮箱|电话|邮件/iu;

/** Whom to call: mail addresses and phone numbers that the text invites to use, with the names beside them. */
export const contacts: Recognise = (draft, { terms, site }) => {
  const known = [...terms.contacts];
  const seen = new Set<string>();
  let isUnderHeading = false;
  for (const [index, block] of draft.blocks.entries()) {
    if (block.kind === "picture" || block.kind === "code") continue;
    if (block.kind === "heading" || isContactHeading(block.text)) isUnderHeading = isContactHeading(block.text);
    const isBlock =
      isUnderHeading || (index >= draft.blocks.length - 6 && INVITES.test(block.text) && block.text.length < 700);
    for (const contact of contactsIn(block, isBlock, site.country, draft.blocks[index - 1])) {
      const key = contact.email ?? contact.phone ?? "";
      if (seen.has(key)) continue;
      seen.add(key);
      const id = known.find(
        ([, { email, phone, mobile }]) =>
          (email !== undefined && email.toLowerCase() === contact.email) ||
          (contact.phone !== undefined &&
            [phone, mobile].some((number) => number?.replace(/[^\d+]/g, "") === contact.phone)),
      )?.[0];
      draft.found(
        "contacts",
        { ...(id ? { id } : {}), ...contact },
        around(block.text, contact),
        id || isBlock ? "certain" : "likely",
      );
    }
  }
  takeOut(draft);
};

function contactsIn(
  block: Block,
  isBlock: boolean,
  country: string | undefined,
  above: Block | undefined,
): FoundContact[] {
  const { text } = block;
  const mails = [
    ...new Set(
      [...text.matchAll(MAIL), ...block.markdown.replaceAll("\\", "").matchAll(/(?<=mailto:)[^)?>\s]+@[^)?>\s]+/g)].map(
        ([mail]) => mail.replace(/\.$/, "").toLowerCase(),
      ),
    ),
  ];
  const numbers = findPhoneNumbersInText(text, country ? (country as CountryCode) : {})
    .filter(({ number, startsAt }) => number.isValid() && isMeant(text, startsAt, isBlock))
    .map(({ number, startsAt }) => ({ phone: number.number as string, at: startsAt }));
  const found: FoundContact[] = mails.flatMap((email) => {
    const at = text.toLowerCase().indexOf(email);
    const near = at === -1 ? text : text.slice(Math.max(0, at - 220), at + email.length + 80);
    if (!isBlock && !INVITES.test(near.replaceAll(email, ""))) return [];
    const phone = numbers.length > 0 && mails.length <= numbers.length ? numbers.shift()?.phone : undefined;
    return [{ ...nameBefore(text, at === -1 ? text.length : at, above), email, ...(phone ? { phone } : {}), isBlock }];
  });
  for (const { phone, at } of numbers) found.push({ ...nameBefore(text, at, above), phone, isBlock });
  return found;
}

/** A number in running text is a phone number only where it begins with a plus sign or a word says so. */
function isMeant(text: string, at: number, isBlock: boolean): boolean {
  return (
    (isBlock && /[+(]/.test(text.slice(at - 2, at + 2))) ||
    /(?:tel|phone|call|mobile|fax|тел|моб|тэл|tél|هاتف|电话)[\s.:)]*\+?\s*\(?$/i.test(
      text.slice(Math.max(0, at - 16), at + 1),
    )
  );
}

const OFFICE =
  /(?:press|media|communications?) (?:office|service|team|unit|officer)|пресс-служб\p{L}*|прэс-служб\p{L}*|service de presse|oficina de prensa|équipe de [\p{L}’' ]{4,60}|командой [\p{L} ]{4,60}/iu;
const PERSON = /\p{Lu}[\p{L}'’-]+(?: (?:[\p{Lu}]\.|de|van|von|bin|al|el|\p{Lu}[\p{L}'’-]+)){1,3}/u;

function nameBefore(text: string, at: number, above: Block | undefined): { name?: string; role?: string } {
  const before = text.slice(Math.max(0, at - 200), at).replace(/^.*[.!?;]\s+(?=\p{Lu})/su, "");
  const asked =
    /(?:please )?(?:contact|reach out to|write to|email)\s+(?:the )?([^,:;<(]{3,80}?)(?=\s*(?:,|:|;|<|\(|at\b|via\b|by\b|on\b|$))/iu.exec(
      before,
    )?.[1];
  const person =
    asked && PERSON.test(asked)
      ? asked
      : new RegExp(
          `(${PERSON.source})(?:,\\s*([^,;:<(]{3,70}))?[\\s,;:–—<(-]*(?:e-?mail|tel|phone|at|тел)?[.:\\s<(–—-]*$`,
          "iu",
        ).exec(before)?.[1];
  const office = OFFICE.exec(before)?.[0];
  const line =
    above && above.text.length < 60 && PERSON.test(above.text) && !/[.:]$/.test(above.text) ? above.text : undefined;
  const name =
    asked && (PERSON.test(asked) || OFFICE.test(asked))
      ? asked
      : person && /^\p{Lu}/u.test(person)
        ? person
        : (office ?? line);
  return name ? { name: name.trim() } : {};
}

function around(text: string, { email, phone }: FoundContact): string {
  const at = email
    ? Math.max(0, text.toLowerCase().indexOf(email))
    : phone
      ? Math.max(0, text.indexOf(phone.slice(-4)) - 20)
      : 0;
  return text.slice(Math.max(0, at - 100), at + 80);
}

/** How a paragraph begins that says nothing but how to reach somebody. */
const BEGINS =
  /^(?:(?:for|to) (?:more|further|additional|media|press)\b|(?:media|press) (?:contacts?|enquiries|inquiries|office)|contacts?\b|e-?mail|tel|for interviews|за дополнительной|по вопросам|контакт|для получения|па дадатковую|кантакт|pour (?:plus|toute|de plus)|contact|para (?:más|mayor)|contacto|للمزيد|للاتصال|联系|如需)/iu;

/** A part that gives nothing but known contacts goes from the text, for the page shows them. */
function takeOut(draft: Draft): void {
  const found = draft.all<FoundContact>("contacts");
  if (found.length === 0 || found.some(({ id }) => id === undefined)) return;
  for (const block of draft.blocks.slice(-4)) {
    const mails = block.text.toLowerCase().match(MAIL) ?? [];
    const isTheirs = mails.length > 0 && mails.every((mail) => found.some(({ email }) => email === mail));
    if (!isTheirs || block.text.length > 260 || !BEGINS.test(block.text)) continue;
    const at = draft.blocks.indexOf(block);
    const above = draft.blocks[at - 1];
    draft.drop(block, "How to reach the contacts: the page shows it, from contacts/.");
    if (above && above.text.length < 40 && isContactHeading(above.text))
      draft.drop(above, "The heading over the contacts.");
  }
}
