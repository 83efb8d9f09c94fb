import { lookup } from "mrmime";
import type * as schema from "schema-dts";
import type { SiteUrl } from "../../model/address.ts";
import { versionOf } from "../../model/edition.ts";
import { licenceAddress } from "../../model/licence.ts";
import { digitalSource, textSource } from "../../model/making.ts";
import { publishedMoment, updatedMoment } from "../../model/moment.ts";
import type { Press } from "../../model/press.ts";
import type { PublicRelease } from "../../model/release.ts";
import { originalOf } from "../../model/translations.ts";
import { absolute, releaseUrl } from "../../model/urls.ts";
import type { Phrase } from "../../pages/frame.ts";
import { given, officeId, siteId } from "../../pages/structured-data.ts";
import { pictureOf, pictureUrl } from "../../pictures/library.ts";
import { shownView } from "../../pictures/view.ts";
import { releaseShare, shareView, siteShare } from "../../share/card.ts";
import { day } from "../../text/dates.ts";
import { message } from "../../text/messages.ts";
import type { NamedPicture } from "../../text/pictures.ts";
import { wordsIn } from "../../text/summary.ts";
import { parseText } from "../../text/text.ts";
import { type Form, IN_FILES, joined, ofPictures, RELATED, type Writers, written } from "../form.ts";
import type { Telling } from "../sections.ts";

type Part = Partial<schema.NewsArticleLeaf>;

interface Context {
  readonly press: Press;
  readonly release: PublicRelease;
}

/** Returns a release as data of schema.org, with its other forms. schema.org has no type of its own for press releases: the genre says what it is. */
export function newsArticle(
  press: Press,
  release: PublicRelease,
  telling: Telling,
  forms: readonly { readonly type: string; readonly url: SiteUrl; readonly size?: number }[],
): schema.NewsArticleLeaf {
  const { site, words } = press;
  const { lang, status } = release;
  const { head, sections } = telling;
  const shared = {
    "@type": "NewsArticle",
    "@id": `${head.address}#release`,
    mainEntityOfPage: head.address,
    genre: message(words, `type.${release.type}`, lang),
    headline: head.title,
    datePublished: publishedMoment(release, site),
    inLanguage: lang,
    author: officeId(site),
    publisher: officeId(site),
    sourceOrganization: officeId(site),
  } as const;
  const parts = written(writers, sections, { press, release });
  if (status.is === "withdrawn") return joined<schema.NewsArticleLeaf>(shared, parts);
  const place = head.place && {
    "@type": "Place" as const,
    "@id": absolute(site, head.place.url),
    name: head.place.name.text,
    address: head.place.country,
  };
  const about = given<schema.NewsArticleLeaf>({
    ...shared,
    alternativeHeadline: head.subtitle,
    description: head.summary,
    dateModified: updatedMoment(release, site),
    version: versionOf(release),
    dateline: place && `${place.name}${message(words, "comma", lang)}${day(release.date, lang)}`,
    locationCreated: place && given(place),
    contentLocation: place && { "@id": place["@id"] },
    identifier: head.reference,
    isPartOf: siteId(site),
    isAccessibleForFree: true,
    encoding: forms.map(({ type, url, size }) =>
      given<schema.MediaObjectLeaf>({
        "@type": "MediaObject",
        contentUrl: absolute(site, url),
        encodingFormat: type,
        contentSize: size === undefined ? undefined : `${size} B`,
      }),
    ),
    ...translationsOf(press, release),
  });
  const article = joined(about, parts);
  return article.image === undefined ? { ...article, image: [sharedImage(press, release)] } : article;
}

/** Returns the share image of a release without pictures, because search engines do not show articles without images. */
function sharedImage(press: Press, release: PublicRelease): schema.ImageObjectLeaf {
  const { url, width, height } = shareView(press, releaseShare(press, release) ?? siteShare(press, release.lang));
  return { "@type": "ImageObject", contentUrl: url, ...inPixels(width, height) };
}

/** Returns the size of an image. schema.org asks for a `Distance`; readers take a number for pixels, as in Google's examples. */
function inPixels(width: number, height: number): Pick<schema.ImageObjectLeaf, "width" | "height"> {
  return Object.assign<Pick<schema.ImageObjectLeaf, "width" | "height">, object>({}, { width, height });
}

const person = (name: string, jobTitle: string | undefined): schema.PersonLeaf =>
  given<schema.PersonLeaf>({ "@type": "Person", name, jobTitle });

const writers: Writers<Part, Context> = {
  notice: ({ notice: { is, reason } }) => {
    if (is === "withdrawn")
      return given<Part>({ creativeWorkStatus: "Withdrawn", correction: reason === undefined ? undefined : [reason] });
    return is === "superseded" ? { creativeWorkStatus: "Superseded" } : {};
  },
  translation: ({ by }) => (by === undefined ? {} : { translator: { "@type": "Organization", name: by } }),
  making: ({ making }) => (making === "none" ? {} : { digitalSourceType: textSource(making).schema }),
  event: ({ start, end, place, url }, { press, release }) => ({
    mentions: [
      given<schema.EventLeaf>({
        "@type": "Event",
        name: release.title,
        startDate: start,
        endDate: end,
        location: { "@type": "Place", name: place },
        url,
        organizer: officeId(press.site),
      }),
    ],
  }),
  picture: ({ picture }, context) => ({ image: imageOf(context, picture) }),
  body: ({ source, pictures }, context) => {
    const { quotes } = parseText(source, context.release.lang);
    return {
      image: Object.values(pictures).flatMap((picture) => imageOf(context, picture)),
      hasPart: quotes.map(({ text, speaker, role }) => ({
        "@type": "Quotation",
        text,
        spokenByCharacter: person(speaker, role),
      })),
    };
  },
  figures: { omitted: "schema.org has no property for the figures of an article." },
  gallery: ({ pictures }, context) => ({ image: pictures.flatMap((picture) => imageOf(context, picture)) }),
  notes: { omitted: "They are text; the data say where it is." },
  about: { omitted: "They are text; the data say where it is." },
  video: ({ videos }, { press, release }) => ({
    video: videos.map(({ title, url, by }) =>
      given<schema.VideoObjectLeaf>({
        "@type": "VideoObject",
        name: title,
        url,
        creditText: by,
        uploadDate: publishedMoment(release, press.site),
      }),
    ),
  }),
  documents: ({ documents }, { press }) => ({
    associatedMedia: documents.map(({ title, url, type, size, lang }) =>
      given<schema.MediaObjectLeaf>({
        "@type": "MediaObject",
        name: title,
        contentUrl: absolute(press.site, url),
        encodingFormat: lookup(type.toLowerCase()) ?? type,
        contentSize: `${size} B`,
        inLanguage: lang,
      }),
    ),
  }),
  contacts: ({ contacts }, { press }) => ({
    sourceOrganization: given<schema.OrganizationLeaf>({
      "@type": "Organization",
      ...officeId(press.site),
      contactPoint: contacts.map(({ name, email, phone, mobile, languages }) =>
        given<schema.ContactPoint & object>({
          "@type": "ContactPoint",
          contactType: "media relations",
          name: name.text,
          email,
          telephone: (phone ?? mobile)?.dialled,
          availableLanguage: languages,
        }),
      ),
    }),
  }),
  partners: ({ partners }, { press }) => {
    const node = ({ name, url }: { name: Phrase; url: SiteUrl }): schema.OrganizationLeaf => ({
      "@type": "Organization",
      "@id": absolute(press.site, url),
      name: name.text,
    });
    return {
      contributor: partners.filter(({ role }) => role !== "funder").map(node),
      funder: partners.filter(({ role }) => role === "funder").map(node),
    };
  },
  topics: ({ topics, sdgs }, { press, release }) => {
    const goals = sdgs.map(({ goal }) => message(press.words, `sdg.${goal}`, release.lang));
    const names = topics.map(({ name }) => name.text);
    return { about: [...goals, ...names].map((name) => ({ "@type": "Thing" as const, name })), keywords: names };
  },
  changes: ({ changes }, { release }) => ({
    correction: changes.toReversed().map(({ date, note }) => ({
      "@type": "CorrectionComment",
      text: wordsIn(parseText(note, release.lang).tokens),
      datePublished: date,
    })),
  }),
  coverage: ({ articles }) => ({
    subjectOf: articles.map(({ title, url, by }) => ({
      "@type": "NewsArticle" as const,
      headline: title,
      url,
      ...(by === undefined ? {} : { publisher: { "@type": "Organization" as const, name: by } }),
    })),
  }),
  citation: ({ licence }) => given<Part>({ license: licenceAddress(licence?.text ?? "") }),
};

const CALLERS = "The page says it to who calls; in the data of every page it would weigh more than it helps a machine.";

export const jsonLdForm: Form = {
  name: "JSON-LD",
  writers,
  omits: {
    related: RELATED,
    embargo: "The day of publication says it.",
    text: "The data say where it is.",
    "image.alt": "Data have the caption; where there is none, this.",
    "gallery.alt": "Data have the caption; where there is none, this.",
    "status.reason": "Data have it only of what was withdrawn.",
    "status.replaced_by": "schema.org has no property for what takes the place of an article.",
    "contact.role": CALLERS,
    "contact.organisation": CALLERS,
    "contact.note": CALLERS,
    "contact.hours": CALLERS,
    "contact.timezone": CALLERS,
    "contact.mobile": "Data have one number of a contact.",
    "translation.note": "It is said to readers of the page.",
    "status.date": "The changes have their days.",
    ...ofPictures(["place", "people"], IN_FILES),
  },
};

/** A picture with the fields that the IPTC and image searches ask for. */
function imageOf({ press, release }: Context, named: NamedPicture): schema.ImageObjectLeaf[] {
  const { caption, alt, credit, licence, date } = named;
  const picture = shownView(press, release, named);
  const entry = pictureOf(press, release, named);
  if (!picture || !entry) return [];
  const made = named.made_with ?? entry.source.seen?.made_with;
  const [office = "", name] = credit?.split(" / ") ?? [];
  const creator = name ? person(name, undefined) : { "@type": "Organization" as const, name: office };
  return [
    given<schema.ImageObjectLeaf>({
      "@type": "ImageObject",
      contentUrl: absolute(press.site, picture.src),
      ...inPixels(picture.width, picture.height),
      caption: caption ?? alt,
      creditText: credit,
      creator: credit === undefined ? undefined : creator,
      copyrightNotice: credit,
      license: licenceAddress(licence ?? ""),
      acquireLicensePage: absolute(press.site, pictureUrl(press.site, release.lang, entry)),
      dateCreated: date,
      digitalSourceType: made && digitalSource(made).schema,
    }),
  ];
}

/** The other languages of a release: the original names its translations, a translation its original. */
function translationsOf(press: Press, release: PublicRelease): Part {
  const { site } = press;
  const versions = press.versions(release.key);
  const original = originalOf(versions, site.default_language);
  const reference = (other: PublicRelease) => ({ "@id": `${absolute(site, releaseUrl(site, other))}#release` });
  if (original && original !== release) return { translationOfWork: reference(original) };
  const others = versions.filter((other) => other !== release);
  return others.length === 0 ? {} : { workTranslation: others.map(reference) };
}
