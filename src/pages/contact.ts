import { oncePer } from "../model/memo.ts";
import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import { hoursOf } from "../model/terms.ts";
import { fileUrl, vcardFile } from "../model/urls.ts";
import { weekdays } from "../text/dates.ts";
import { message } from "../text/messages.ts";
import { apart, languageName, listOf } from "../text/names.ts";
import { phrase, phraseIf } from "./frame.ts";

/** Returns a contact for a journalist: the name, languages and hours, and the number to read and to dial. */
export const contactView = oncePer((press: Press, id: string, lang: string) => {
  const { site } = press;
  const contact = press.terms.contacts.get(id);
  if (!contact) return undefined;
  const phone = (number: string | undefined) => (number === undefined ? undefined : phoneOf(number, site.country));
  const languages = contact.languages?.map((code) => languageName(code, lang));
  const hours = contact.hours?.map(hoursOf);
  return {
    id,
    name: phrase(site, contact.name, lang),
    role: phraseIf(site, contact.role, lang),
    organisation: phraseIf(site, contact.organisation, lang),
    note: phraseIf(site, contact.note, lang),
    phone: phone(contact.phone),
    mobile: phone(contact.mobile),
    email: contact.email,
    languages: languages && listOf(languages, lang),
    hours: hours && {
      lines: hours.map(({ from, to, opens, closes }) => ({ days: weekdays(from, to, lang), opens, closes })),
      /** For the script that tells whether somebody answers now: `0-4 09:00-18:00;…`, Monday is 0. */
      data: hours.map(({ from, to, opens, closes }) => `${from}-${to} ${opens}-${closes}`).join(";"),
      timezone: contact.timezone ?? site.timezone,
    },
    vcard: fileUrl(site, vcardFile(lang, id)),
  };
});

/** Returns a contact's hours on one line, in the words of a language: `Mon–Fri 09:00–18:00 (Europe/Minsk)`. */
export function hoursText(
  { words }: Pick<Press, "words">,
  { lines, timezone }: NonNullable<NonNullable<ReturnType<typeof contactView>>["hours"]>,
  lang: string,
): string {
  const times = lines.map(({ days, opens, closes }) => `${days} ${apart(`${opens}–${closes}`, lang)}`);
  return times.join(message(words, "comma", lang)) + message(words, "brackets", lang, { text: timezone });
}

/** Returns the contacts of a list of ids that exist. */
export function contactViews(press: Press, ids: readonly string[], lang: string) {
  return ids.flatMap((id) => contactView(press, id, lang) ?? []);
}
