import { oncePer } from "../model/memo.ts";
import { type OutputFile, textFile } from "../model/output-file.ts";
import { isOfficeName, nameParts } from "../model/person-name.ts";
import type { Press } from "../model/press.ts";
import { absolute, pageUrl, vcardFile } from "../model/urls.ts";
import { contactView, hoursText } from "../pages/contact.ts";
import { message } from "../text/messages.ts";
import { type ContentLine, vcard } from "../text/writers/content-lines.ts";

/** Every contact as a file for an address book, in each language. */
export function vcardFiles(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) =>
    [...vcards(press, lang)].map(([id, card]) => textFile(vcardFile(lang, id), card)),
  );
}

/**
 * Returns every contact as a vCard in a language, by its id. It is made once, because many press kits contain it. The version is 3.0
 * (RFC 2426), because Outlook and older phones do not read 4.0.
 */
export const vcards = oncePer(
  (press: Press, lang: string) => new Map([...press.terms.contacts.keys()].map((id) => [id, cardOf(press, id, lang)])),
);

function cardOf(press: Press, id: string, lang: string): string {
  const { site, terms } = press;
  const contact = terms.contacts.get(id);
  const view = contactView(press, id, lang);
  if (!contact || !view) throw new Error(`There is no contact ${id}.`);
  const name = view.name.text;
  const names = typeof contact.name === "string" ? [contact.name] : Object.values(contact.name);
  const isOffice = names.some(isOfficeName);
  // A name with a Chinese form may have the family name first in other languages too, so that it is not split.
  // Only a person has a role, so that a name with a role is a person's.
  const isSure =
    !isOffice && contact.role !== undefined && !names.some((written) => /^\p{Script=Han}+$/u.test(written));
  const { family, given, additional } = isSure ? nameParts(name) : { family: name, given: "", additional: "" };
  const text = (key: string, value: string | undefined): ContentLine[] =>
    value === undefined ? [] : [[key, {}, "text", value]];
  const phone = (kind: string, number: typeof view.phone): ContentLine[] =>
    number ? [["tel", { type: [kind, "VOICE"] }, "phone-number", number.dialled]] : [];
  return vcard([
    ["n", {}, "text", [family, given, additional, "", ""]],
    ...text("fn", name),
    // Address books that know companies show one by its organisation.
    ...text("org", view.organisation?.text ?? (isOffice ? name : undefined)),
    ...(isOffice && !view.organisation ? [["x-abshowas", {}, "unknown", "COMPANY"] as const] : []),
    ...text("title", view.role?.text),
    ...phone("WORK", view.phone),
    ...phone("CELL", view.mobile),
    ...(view.email === undefined ? [] : [["email", { type: "INTERNET" }, "text", view.email] as const]),
    ["url", {}, "uri", absolute(site, pageUrl(site, lang, "press-office"))],
    ["tz", {}, "text", contact.timezone ?? site.timezone],
    ...text("note", noteOf(press, view, lang)),
  ]);
}

/** Returns the note of a card, for facts without a field of their own: requests to callers, languages, hours. */
function noteOf(
  press: Press,
  { note, languages, hours }: NonNullable<ReturnType<typeof contactView>>,
  lang: string,
): string | undefined {
  const say = (key: string) => message(press.words, key, lang);
  const lines = [
    note?.text,
    languages && say("contact.languages") + say("colon") + languages,
    hours && say("contact.hours") + say("colon") + hoursText(press, hours, lang),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join("\n");
}
