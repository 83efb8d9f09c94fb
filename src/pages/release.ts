import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import { type Release, updatedOn } from "../model/release.ts";
import { noticeOf } from "./card.ts";
import { foreign, frame, phrase } from "./frame.ts";
import type { Page } from "./page.ts";
import { homeUrl, listUrl, outputFile, releaseUrl } from "./urls.ts";

/** One page for each release in each of its languages. */
export function releasePages(press: Press): Page[] {
  return press.releases.map((release) => releasePage(press, release));
}

function releasePage(press: Press, release: Release): Page {
  const { site, terms } = press;
  const { lang } = release;
  const url = releaseUrl(site, release);
  const place = release.location === undefined ? undefined : terms.locations.get(release.location);
  const updated = updatedOn(release);
  // What was withdrawn must not be quoted: its page says what it was and why it went, and no more.
  const isWithdrawn = release.status.is === "withdrawn";
  const versions = press.translations(release).map((other) => ({ lang: other.lang, url: releaseUrl(site, other) }));
  return {
    kind: "release",
    url,
    file: outputFile(site, url),
    lang,
    sources: [release.file],
    view: {
      frame: frame(press, {
        url,
        lang,
        description: isWithdrawn ? "" : (release.summary ?? release.subtitle ?? firstSentence(release.body)),
        versions,
        hidden: press.standing(release).is !== "public",
      }),
      breadcrumb: [
        { word: "nav.home", url: homeUrl(site, lang) },
        { word: "nav.releases", url: listUrl(site, lang, "releases") },
        { word: `type.${release.type}` },
      ],
      title: release.title,
      subtitle: release.subtitle,
      type: release.type,
      date: release.date,
      place: place && { name: phrase(site, place.name, lang), url: listUrl(site, lang, `places/${release.location}`) },
      published: release.published?.slice(0, 10) === release.date ? undefined : release.published?.slice(0, 10),
      updated: updated === release.date ? undefined : updated,
      notice: noticeOf(press, release),
      translation: translationOf(press, release),
      reference: release.reference,
      body: isWithdrawn ? "" : release.body,
      figures: (isWithdrawn ? [] : (release.figures ?? [])).map(({ value, label, source }) => ({
        value: String(value),
        label,
        source,
      })),
      notes: isWithdrawn ? undefined : release.notes,
      partners: release.partners.flatMap(({ id, role }) => {
        const partner = terms.partners.get(id);
        return partner
          ? [{ name: phrase(site, partner.name, lang), url: listUrl(site, lang, `partners/${id}`), role }]
          : [];
      }),
      contacts: release.contacts.flatMap((id) => {
        const contact = terms.contacts.get(id);
        return contact ? [contactView(press, contact, lang)] : [];
      }),
      topics: release.topics.flatMap((id) => {
        const topic = terms.topics.get(id);
        return topic ? [{ name: phrase(site, topic.name, lang), url: listUrl(site, lang, `topics/${id}`) }] : [];
      }),
      sdgs: release.sdgs.map((goal) => ({ goal, url: listUrl(site, lang, `sdgs/${goal}`) })),
      changes: (release.changes ?? [])
        .map(({ date, note }) => ({ date: date.slice(0, 10), note }))
        .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    },
  };
}

/** What a reader must know of a translation: that it is one, what its makers say of it, and where the original is. */
function translationOf(press: Press, release: Release) {
  const { translation } = release;
  if (!translation) return undefined;
  const original = press.translations(release).find(({ lang }) => lang === translation.from);
  return {
    note: translation.note,
    by: translation.by,
    original: original && {
      url: releaseUrl(press.site, original),
      title: { text: original.title, ...foreign(press.site, original.lang) },
    },
  };
}

type Contact = NonNullable<ReturnType<Press["terms"]["contacts"]["get"]>>;

/** A contact as a journalist needs it: whom to ask for, the number to read and the number to dial. */
export function contactView(press: Press, contact: Contact, lang: string) {
  const { site } = press;
  const phone = (number: string | undefined) => (number === undefined ? undefined : phoneOf(number, site.country));
  return {
    name: phrase(site, contact.name, lang),
    role: contact.role && phrase(site, contact.role, lang),
    organisation: contact.organisation && phrase(site, contact.organisation, lang),
    note: contact.note && phrase(site, contact.note, lang),
    phone: phone(contact.phone),
    mobile: phone(contact.mobile),
    email: contact.email,
  };
}

/** The first sentence of a Markdown text without its marks, for descriptions that nobody wrote; at most 300 characters. */
function firstSentence(body: string): string {
  const paragraph = body.split(/\n\s*\n/).find((block) => /^[^#>|`!-]/.test(block)) ?? "";
  const plain = paragraph.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\s+/g, " ");
  const sentence = /^.{40,}?[.!?。](?=\s|$)/.exec(plain)?.[0] ?? plain;
  return sentence.length > 300 ? `${sentence.slice(0, sentence.lastIndexOf(" ", 297))} …` : sentence;
}
