import {
  EmailProperty,
  FNProperty,
  LangProperty,
  LanguageTagType,
  OrgProperty,
  ParameterValueType,
  SpecialValueType,
  TelProperty,
  TextType,
  TitleProperty,
  TypeParameter,
  TzProperty,
  VCARD,
} from "vcard4";
import type { Localized } from "../model/fields.ts";
import { sha256 } from "../model/hash.ts";
import { said } from "../model/localized.ts";
import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import type { Contact } from "../model/terms.ts";
import { oncePerLanguage } from "../pages/once.ts";
import { vcardFile } from "../pages/urls.ts";
import type { OutputFile } from "./file.ts";

/** Every contact as a file for an address book (vCard 4.0, RFC 6350), in each language. */
export function vcardFiles(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) =>
    [...vcards(press, lang)].map(([id, card]) => ({
      file: vcardFile(lang, id),
      fingerprint: sha256(card),
      make: () => card,
    })),
  );
}

/** Every contact as a vCard 4.0 in a language, by its id: made once, for one stands in the press kits of many releases. */
export const vcards = oncePerLanguage(
  (press, lang) => new Map([...press.terms.contacts].map(([id, contact]) => [id, vcard(press, contact, lang)])),
);

function vcard({ site }: Pick<Press, "site">, contact: Contact, lang: string): string {
  const text = (words: Localized) => new TextType(said(words, lang, site.default_language).text);
  const phone = (number: string | undefined, kind: string) => {
    const found = number === undefined ? undefined : phoneOf(number, site.country);
    const type = new TypeParameter("telproperty", new ParameterValueType(kind));
    return found ? [new TelProperty([type], new TextType(found.dialled))] : [];
  };
  return new VCARD([
    new FNProperty([], text(contact.name)),
    ...(contact.role ? [new TitleProperty([], text(contact.role))] : []),
    ...(contact.organisation
      ? [new OrgProperty([], new SpecialValueType("orgproperty", [text(contact.organisation)]))]
      : []),
    ...phone(contact.phone, "work"),
    ...phone(contact.mobile, "cell"),
    ...(contact.email ? [new EmailProperty([], new TextType(contact.email))] : []),
    ...(contact.languages ?? []).map((code) => new LangProperty([], new LanguageTagType(code))),
    new TzProperty([], new TextType(contact.timezone ?? site.timezone)),
  ]).repr();
}
