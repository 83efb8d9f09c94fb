import path from "node:path";
import { extensionOf, fileBeside, publishedName } from "../model/file.ts";
import { licenceAddress } from "../model/licence.ts";
import { momentOf, publishedMoment, updatedMoment } from "../model/moment.ts";
import { downloadsOf } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { pathPrefix } from "../model/site.ts";
import { pictureOf, pictureUrl, rightsOf } from "../pages/library.ts";
import { forms, type ReleaseView } from "../pages/release.ts";
import { absolute, fileUrl, releaseUrl, twinFile } from "../pages/urls.ts";
import { day } from "../rendering/dates.ts";
import { type Slots, word } from "../rendering/words.ts";
import { htmlOf } from "../text/html.ts";
import { picturesOf } from "../text/pictures.ts";
import { plainText } from "../text/plain-text.ts";
import { textOf } from "../text/text.ts";

const SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/**
 * A release as a news agency's system reads it: ninjs 3.1 of the IPTC (JSON Schema 2020-12). Its `uri` is the release's
 * address. What was withdrawn is `canceled` and carries nothing but its headline and the reason.
 */
export function ninjs(press: Press, release: Release, view: ReleaseView): string {
  const { site, words } = press;
  const { lang, status } = release;
  const { around } = view.frame;
  const published = publishedMoment(release, site);
  const modified = updatedMoment(release, site);
  const isWithdrawn = status.is === "withdrawn";
  return written({
    uri: view.frame.canonical,
    standard: { name: "ninjs", version: "3.1", schema: SCHEMA },
    type: "text",
    representationType: isWithdrawn ? "partial" : "full",
    version: String(1 + (release.changes?.length ?? 0)),
    firstCreated: published,
    versionCreated: modified,
    embargoedUntil: release.embargo && momentOf(release.embargo, site.timezone),
    pubStatus: isWithdrawn ? "canceled" : "usable",
    language: lang,
    slugline: release.slug,
    by: around.name.text,
    genres: [{ name: word(words, `type.${release.type}`, lang), literal: release.type }],
    headlines: [{ role: "main", value: release.title }, ...valued("subtitle", view.subtitle)],
    edNote: noteOf(press, lang, view),
    copyrightHolder: (around.parent ?? around.name).text,
    copyrightNotice: around.copyright?.text,
    ...(isWithdrawn ? {} : quotable(press, release, view)),
  });
}

/** What became of the release, in the words of its page. */
function noteOf({ site, words }: Press, lang: string, { notice }: ReleaseView): string | undefined {
  if (!notice) return undefined;
  const { is, date, reason, replacement } = notice;
  const said = (key: string, slots?: Slots) => word(words, key, lang, slots);
  return [
    said(`notice.${is}`) + (date === undefined ? "" : said("brackets", { text: day(date, lang) })),
    reason ?? said(`notice.${is}.text`),
    ...(replacement ? [said("notice.replacement", { title: absolute(site, replacement.url) })] : []),
  ].join("\n");
}

function quotable(press: Press, release: Release, view: ReleaseView) {
  const { site } = press;
  const { lang } = release;
  const body = textOf(release);
  const html = htmlOf(body, {
    prefix: pathPrefix(site),
    files: view.files,
    base: view.frame.canonical,
    footnotes: "unlinked",
  });
  const text = plainText(body);
  const terms = view.cite?.licence?.text;
  const licence = licenceAddress(terms ?? "");
  return {
    descriptions: valued("summary", view.frame.description),
    bodies: [{ role: "main", contentType: "text/html", wordCount: wordsIn(text), charCount: text.length, value: html }],
    located: view.place?.name.text,
    places: view.place ? [{ name: view.place.name.text, rel: "dateline", uri: absolute(site, view.place.url) }] : [],
    people: body.quotes.map(({ speaker, role }) => ({ name: speaker, rel: "quoted", literal: role })),
    organisations: (view.partners ?? []).map(({ name, role, url }) => ({
      name: name.text,
      rel: role,
      uri: absolute(site, url),
    })),
    subjects: [
      ...(view.topics ?? []).map(({ name, url }) => ({ name: name.text, rel: "about", uri: absolute(site, url) })),
      ...release.sdgs.map((goal) => ({
        name: word(press.words, `sdg.${goal}`, lang),
        rel: "about",
        uri: `http://metadata.un.org/sdg/${goal}`,
      })),
    ],
    infoSources: view.contacts.map(({ name, email, phone, mobile }) => ({
      name: name.text,
      role: "press contact",
      contactInfo: [
        ...reached("email", email),
        ...reached("phone", phone?.dialled),
        ...reached("mobile", mobile?.dialled),
      ],
    })),
    renditions: [
      { name: "web", href: view.frame.canonical, contentType: "text/html" },
      ...Object.entries(forms).map(([extension, contentType]) => ({
        name: extension,
        href: absolute(site, fileUrl(site, twinFile(release, extension))),
        contentType,
      })),
    ],
    associations: [
      ...associatedPictures(press, release),
      ...documentsOf(press, release),
      ...translationsOf(press, release),
    ],
    altIds: release.reference === undefined ? [] : [{ role: "reference", value: release.reference }],
    usageTerms: terms,
    rightsInfo: licence && { linkedRights: licence },
    eventDetails: view.event && { dates: { startDate: view.event.start, endDate: view.event.end } },
  };
}

/** The pictures of a release, each with the files in which its rights are written. */
function associatedPictures(press: Press, release: Release) {
  return picturesOf(release).flatMap((named) => {
    const entry = pictureOf(press, release, named);
    if (!entry) return [];
    const renditions = downloadsOf(entry.source, rightsOf(press, entry)).map(({ file, format, width, height }) => ({
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
        rel: named.file === release.image?.file ? "main" : "gallery",
        descriptions: [...valued("caption", named.caption), ...valued("alternative text", named.alt)],
        by: named.credit,
        usageTerms: named.licence,
        renditions,
      },
    ];
  });
}

function documentsOf({ site, files }: Press, release: Release) {
  return (release.documents ?? []).flatMap(({ file: name, title, lang }) => {
    const source = fileBeside(files, release, name);
    if (!source) return [];
    const href = absolute(site, fileUrl(site, publishedName(source)));
    const rendition = { name: extensionOf(name), href, sizeInBytes: source.size };
    return [{ name: title, uri: href, type: "component", rel: "document", language: lang, renditions: [rendition] }];
  });
}

function translationsOf(press: Press, release: Release) {
  return press
    .versions(release.key)
    .filter((other) => other !== release)
    .map((other) => ({
      name: other.title,
      uri: absolute(press.site, releaseUrl(press.site, other)),
      type: "text",
      rel: "translation",
      language: other.lang,
    }));
}

function valued(role: string, value: string | undefined) {
  return value === undefined || value === "" ? [] : [{ role, value }];
}

function reached(type: string, value: string | undefined) {
  return value === undefined ? [] : [{ type, role: "office", value }];
}

/** How many words a text has; of Chinese and Japanese, how many signs. */
function wordsIn(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}][^\s\p{Script=Han}]*/gu)?.length ?? 0;
}

/** JSON without the fields that have no value. */
function written(value: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(value, (_, inner) => (Array.isArray(inner) && inner.length === 0 ? undefined : inner), 1)}\n`;
}
