import path from "node:path";
import { versionOf } from "../../model/edition.ts";
import { licenceAddress } from "../../model/licence.ts";
import { digitalSource, makingMessage, textSource } from "../../model/making.ts";
import { momentOf, publishedMoment, updatedMoment } from "../../model/moment.ts";
import type { Sizes } from "../../model/output-file.ts";
import type { Press } from "../../model/press.ts";
import type { PublicRelease } from "../../model/release.ts";
import { pathPrefix } from "../../model/site.ts";
import { absolute, fileUrl, releaseUrl, twinFile, twinForms } from "../../model/urls.ts";
import { hoursText } from "../../pages/contact.ts";
import { phraseIf } from "../../pages/frame.ts";
import { pictureDownloads, pictureOf, pictureUrl } from "../../pictures/library.ts";
import { day } from "../../text/dates.ts";
import { withoutIsolates } from "../../text/isolate.ts";
import { message, type Slots } from "../../text/messages.ts";
import type { NamedPicture } from "../../text/pictures.ts";
import { parseText } from "../../text/text.ts";
import { htmlOf } from "../../text/writers/html.ts";
import { plainText, quoted } from "../../text/writers/plain-text.ts";
import { pdfView } from "../desk.ts";
import { filesOf, sectionBlocks } from "../document.ts";
import { type Form, IN_FILES, joined, ofPictures, RELATED, type Writers, written } from "../form.ts";
import type { Section, Telling } from "../sections.ts";

const SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/** Fields of a ninjs item. Lists of several sections are joined. */
type Part = Readonly<Record<string, unknown>>;

interface Context {
  readonly press: Press;
  readonly release: PublicRelease;
  readonly telling: Telling;
}

/** Returns a release as a news agency's system reads it: ninjs 3.1 of the IPTC (JSON Schema 2020-12). Its `uri` is the release's address; what was withdrawn is `canceled`. */
export function ninjs(press: Press, release: PublicRelease, telling: Telling, sizes: Sizes): string {
  const { site, words } = press;
  const { lang, status } = release;
  const { head } = telling;
  const isWithdrawn = status.is === "withdrawn";
  const item = {
    uri: head.address,
    standard: { name: "ninjs", version: "3.1", schema: SCHEMA },
    type: "text",
    representationType: isWithdrawn ? "partial" : "full",
    version: String(versionOf(release)),
    firstCreated: publishedMoment(release, site),
    versionCreated: updatedMoment(release, site),
    embargoedUntil: release.embargo && momentOf(release.embargo, site.timezone),
    pubStatus: isWithdrawn ? "canceled" : "usable",
    language: lang,
    slugline: release.slug,
    by: head.office.text,
    genres: [{ name: message(words, `type.${release.type}`, lang), literal: release.type }],
    headlines: [{ role: "main", value: head.title }, ...valued("subtitle", head.subtitle)],
    copyrightHolder: (head.parent ?? head.office).text,
    copyrightNotice: phraseIf(site, site.copyright, lang)?.text,
    ...(isWithdrawn ? {} : aboutOf(press, release, telling, sizes)),
  };
  const sections = written(writers, telling.sections, { press, release, telling });
  const whole = joined<Part>(item, isWithdrawn ? sections : [...sections, translationsOf(press, release)]);
  return `${JSON.stringify(whole, undefined, 1)}\n`;
}

/** Returns the head of a release, as far as it may be quoted. */
function aboutOf(press: Press, release: PublicRelease, { head }: Telling, sizes: Sizes): Part {
  const { site } = press;
  const pdf = pdfView(press, release, sizes);
  const { place, reference } = head;
  return {
    descriptions: valued("summary", head.summary),
    contentCreated: momentOf(release.date, site.timezone),
    located: place?.name.text,
    places: place ? [{ name: place.name.text, rel: "dateline", uri: absolute(site, place.url) }] : [],
    renditions: [
      { name: "web", href: head.address, contentType: "text/html" },
      ...twinForms(site).map(({ form, type }) => ({
        name: form,
        href: absolute(site, fileUrl(site, twinFile(release, form))),
        contentType: type,
      })),
      ...(pdf
        ? [{ name: "pdf", href: absolute(site, pdf.url), contentType: "application/pdf", sizeInBytes: pdf.size }]
        : []),
    ],
    altIds: reference === undefined ? [] : [{ role: "reference", value: reference }],
  };
}

/** The other languages of a release. */
function translationsOf(press: Press, release: PublicRelease): Part {
  const { site } = press;
  return {
    associations: press
      .versions(release.key)
      .filter((other) => other !== release)
      .map((other) => ({
        name: other.title,
        uri: absolute(site, releaseUrl(site, other)),
        type: "text",
        rel: "translation",
        language: other.lang,
      })),
  };
}

/** Writes a section for which ninjs has no field as a body of its own in HTML. */
function asBody(section: Section, { press, telling }: Context): Part {
  const tokens = sectionBlocks(press, { ...telling, sections: [section] });
  return { bodies: [bodyOf(section.is, tokens, press, telling)] };
}

const writers: Writers<Part, Context> = {
  notice: ({ notice: { is, date, reason, replacement } }, { press, release }) => {
    const said = (key: string, slots?: Slots) => message(press.words, key, release.lang, slots);
    const since = date === undefined ? "" : said("brackets", { text: day(date, release.lang) });
    return {
      edNote: [
        said(`notice.${is}`) + since,
        reason ?? said(`notice.${is}.text`),
        ...(replacement ? [said("notice.replacement", { title: absolute(press.site, replacement.url) })] : []),
      ].join("\n"),
    };
  },
  translation: asBody,
  making: ({ making }, { press, release }) => ({
    digitalSourceType: {
      name: message(press.words, makingMessage(making), release.lang),
      uri: textSource(making).uri,
    },
  }),
  event: ({ start, end, place, url }, { release, telling }) => ({
    eventDetails: { dates: { startDate: start, endDate: end }, organiser: { name: telling.head.office.text } },
    events: [{ name: release.title, rel: "announced", uri: url }],
    places: [{ name: place, rel: "event" }],
  }),
  picture: ({ picture }, context) => ({ associations: pictureOfItem(context, picture, "main") }),
  body: ({ source, pictures }, context) => {
    const { press, telling } = context;
    const { tokens, quotes } = parseText(source, telling.lang);
    return {
      bodies: [
        bodyOf("main", tokens, press, telling),
        ...quotes.map(({ text, speaker, role }) => ({
          role: "quote",
          contentType: "text/plain",
          value: `${quoted(text, telling.lang)} — ${[speaker, role].filter(Boolean).join(message(press.words, "comma", telling.lang))}`,
        })),
      ],
      people: quotes.map(({ speaker, role }) => ({ name: speaker, rel: "quoted", literal: role })),
      associations: Object.values(pictures).flatMap((picture) => pictureOfItem(context, picture, "text")),
    };
  },
  figures: asBody,
  gallery: ({ pictures }, context) => ({
    associations: pictures.flatMap((picture) => pictureOfItem(context, picture, "gallery")),
  }),
  notes: asBody,
  about: asBody,
  video: ({ videos }) => ({
    associations: videos.map(({ title, url, by }) => ({ name: title, uri: url, type: "video", rel: "video", by })),
  }),
  documents: ({ documents }, { press }) => ({
    associations: documents.map(({ title, url, type, size, lang }) => {
      const uri = absolute(press.site, url);
      const rendition = { name: type.toLowerCase(), href: uri, sizeInBytes: size };
      return { name: title, uri, type: "component", rel: "document", language: lang, renditions: [rendition] };
    }),
  }),
  contacts: ({ contacts }, { press, release }) => ({
    infoSources: contacts.map(({ name, role, organisation, note, email, phone, mobile, languages, hours }) => ({
      name: name.text,
      role: "press contact",
      literal: role?.text,
      contactInfo: some([
        ...reached("email", email),
        ...reached("phone", phone?.dialled),
        ...reached("mobile", mobile?.dialled),
        ...reached("organisation", organisation?.text),
        ...reached("note", note?.text),
        ...reached("languages", languages),
        ...reached("hours", hours && hoursText(press, hours, release.lang)),
      ]),
    })),
  }),
  partners: ({ partners }, { press }) => ({
    organisations: partners.map(({ name, role, url }) => ({
      name: name.text,
      rel: role,
      uri: absolute(press.site, url),
    })),
  }),
  topics: ({ topics, sdgs }, { press, release }) => ({
    subjects: [
      ...topics.map(({ name, url }) => ({ name: name.text, rel: "about", uri: absolute(press.site, url) })),
      ...sdgs.map(({ goal }) => ({
        name: message(press.words, `sdg.${goal}`, release.lang),
        rel: "about",
        uri: `http://metadata.un.org/sdg/${goal}`,
      })),
    ],
  }),
  changes: asBody,
  coverage: asBody,
  citation: ({ licence }) => {
    const linkedRights = licenceAddress(licence?.text ?? "");
    return { usageTerms: licence?.text, rightsInfo: linkedRights && { linkedRights } };
  },
};

export const ninjsForm: Form = {
  name: "ninjs",
  writers,
  omits: { related: RELATED, ...ofPictures(["date", "place", "people"], IN_FILES) },
};

/** A body of an item in HTML, with its words and characters counted. */
function bodyOf(role: string, tokens: Parameters<typeof htmlOf>[0]["tokens"], press: Press, telling: Telling) {
  const options = { prefix: pathPrefix(press.site), files: telling.files, base: telling.head.address };
  const files = role === "main" ? options.files : filesOf(telling);
  const text = withoutIsolates(plainText({ tokens, lang: telling.lang }, options));
  return {
    role,
    contentType: "text/html",
    wordCount: wordsIn(text),
    charCount: text.length,
    value: htmlOf({ tokens, lang: telling.lang }, { ...options, files, footnotes: "unlinked" }),
  };
}

/** A picture with the files in which its rights are written. */
function pictureOfItem({ press, release }: Context, named: NamedPicture, rel: string): Part[] {
  const entry = pictureOf(press, release, named);
  if (!entry) return [];
  const making = named.made_with ?? entry.source.seen?.made_with;
  const renditions = pictureDownloads(press, entry).map(({ file, format, width, height }) => ({
    name: String(width),
    href: absolute(press.site, fileUrl(press.site, file)),
    contentType: `image/${format}`,
    width,
    height,
  }));
  return [
    {
      name: path.posix.basename(named.file),
      uri: absolute(press.site, pictureUrl(press.site, release.lang, entry)),
      type: "picture",
      rel,
      descriptions: some([...valued("caption", named.caption), ...valued("alternative text", named.alt)]),
      by: named.credit,
      usageTerms: named.licence,
      digitalSourceType: making && { name: making, uri: digitalSource(making).uri },
      renditions: some(renditions),
    },
  ];
}

function valued(role: string, value: string | undefined) {
  return value === undefined || value === "" ? [] : [{ role, value }];
}

function reached(type: string, value: string | undefined) {
  return value === undefined ? [] : [{ type, role: "office", value }];
}

const WORD = /\p{Script=Han}|[\p{L}\p{N}][^\s\p{Script=Han}]*/gu;

/** Returns how many words a text has; for Chinese and Japanese, how many characters. */
function wordsIn(text: string): number {
  let count = 0;
  while (WORD.test(text)) count++;
  return count;
}

/** Returns a list that is no field of JSON if it is empty. */
function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
