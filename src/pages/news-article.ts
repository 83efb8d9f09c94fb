import type {
  CorrectionCommentLeaf,
  ImageObjectLeaf,
  NewsArticleLeaf,
  OrganizationLeaf,
  Person,
  Place,
  Thing,
} from "schema-dts";
import { licenceAddress } from "../model/licence.ts";
import { said } from "../model/localized.ts";
import { publishedMoment, updatedMoment } from "../model/moment.ts";
import { originalOf, type Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { day } from "../rendering/dates.ts";
import { word } from "../rendering/words.ts";
import { type NamedPicture, picturesOf } from "../text/pictures.ts";
import { wordsIn } from "../text/summary.ts";
import { parseText } from "../text/text.ts";
import { given, officeId, siteId } from "./json-ld.ts";
import { pictureOf, pictureUrl } from "./library.ts";
import { shownView } from "./picture.ts";
import { absolute, listUrl, releaseUrl } from "./urls.ts";

/** A release as data of schema.org. It has no type of its own for press releases: the genre says what it is. */
export function newsArticle(press: Press, release: Release, description: string): NewsArticleLeaf {
  const { site, words } = press;
  const { lang, status } = release;
  const address = absolute(site, releaseUrl(site, release));
  const published = publishedMoment(release, site);
  const modified = updatedMoment(release, site);
  const shared = {
    "@type": "NewsArticle",
    "@id": `${address}#release`,
    mainEntityOfPage: address,
    genre: word(words, `type.${release.type}`, lang),
    headline: release.title,
    datePublished: published,
    inLanguage: lang,
    author: officeId(site),
    publisher: officeId(site),
    sourceOrganization: officeId(site),
  } as const;
  // What was withdrawn must not be quoted: the data say that it was, and why.
  if (status.is === "withdrawn")
    return given<NewsArticleLeaf>({ ...shared, creativeWorkStatus: "Withdrawn", correction: status.reason });
  const place = placeOf(press, release);
  return given<NewsArticleLeaf>({
    ...shared,
    alternativeHeadline: release.subtitle,
    description,
    dateModified: modified,
    dateline: place && `${place.name}${word(words, "comma", lang)}${day(release.date, lang)}`,
    locationCreated: place?.node,
    contentLocation: place && { "@id": place.id },
    contributor: partnersOf(press, release, (role) => role !== "funder"),
    funder: partnersOf(press, release, (role) => role === "funder"),
    about: subjectsOf(press, release),
    keywords: topicNames(press, release),
    license: licenceAddress(
      release.licence ?? (site.licence ? said(site.licence, lang, site.default_language).text : ""),
    ),
    isPartOf: siteId(site),
    isAccessibleForFree: true,
    image: imagesOf(press, release),
    correction: (release.changes ?? []).map(
      ({ date, note }): CorrectionCommentLeaf => ({
        "@type": "CorrectionComment",
        text: wordsIn(parseText(note, lang).tokens),
        datePublished: date.slice(0, 10),
      }),
    ),
    creativeWorkStatus: status.is === "superseded" ? "Superseded" : undefined,
    ...translationsOf(press, release),
  });
}

function placeOf({ site, terms }: Press, { location, lang }: Release) {
  const found = location === undefined ? undefined : terms.locations.get(location);
  if (!found) return undefined;
  const id = absolute(site, listUrl(site, lang, `places/${location}`));
  const name = said(found.name, lang, site.default_language).text;
  const node: Place = { "@type": "Place", "@id": id, name, address: found.country };
  return { id, name, node };
}

function partnersOf({ site, terms }: Press, { partners, lang }: Release, isWanted: (role: string) => boolean) {
  return partners
    .filter(({ role }) => isWanted(role))
    .flatMap(({ id }): OrganizationLeaf[] => {
      const partner = terms.partners.get(id);
      const name = partner && said(partner.name, lang, site.default_language).text;
      return name === undefined
        ? []
        : [{ "@type": "Organization", "@id": absolute(site, listUrl(site, lang, `partners/${id}`)), name }];
    });
}

/** The goals and topics of a release. */
function subjectsOf(press: Press, release: Release): Thing[] {
  const goals = release.sdgs.map((goal) => word(press.words, `sdg.${goal}`, release.lang));
  return [...goals, ...topicNames(press, release)].map((name) => ({ "@type": "Thing", name }));
}

/** The names of a release's topics in its language. */
export function topicNames({ site, terms }: Press, { topics, lang }: Release): readonly string[] {
  return topics.flatMap((id) => {
    const topic = terms.topics.get(id);
    return topic ? [said(topic.name, lang, site.default_language).text] : [];
  });
}

/** The pictures of a release, each with the fields that the IPTC and image searches ask for. */
function imagesOf(press: Press, release: Release): ImageObjectLeaf[] {
  return picturesOf(release).flatMap((named) => imageOf(press, release, named));
}

function imageOf(press: Press, release: Release, named: NamedPicture): ImageObjectLeaf[] {
  const { caption, alt, credit, licence, date } = named;
  const picture = shownView(press, release, named);
  const entry = pictureOf(press, release, named);
  if (!picture || !entry) return [];
  const [office = "", person] = credit?.split(" / ") ?? [];
  const creator: Person | OrganizationLeaf = person
    ? { "@type": "Person", name: person }
    : { "@type": "Organization", name: office };
  return [
    given<ImageObjectLeaf>({
      "@type": "ImageObject",
      contentUrl: absolute(press.site, picture.src),
      width: String(picture.width),
      height: String(picture.height),
      caption: caption ?? alt,
      creditText: credit,
      creator: credit === undefined ? undefined : creator,
      copyrightNotice: credit,
      license: licenceAddress(licence ?? ""),
      acquireLicensePage: absolute(press.site, pictureUrl(press.site, release.lang, entry)),
      dateCreated: date,
    }),
  ];
}

/** The other languages of a release: the original names its translations, a translation its original. */
function translationsOf(
  press: Press,
  release: Release,
): Pick<NewsArticleLeaf, "workTranslation" | "translationOfWork"> {
  const { site } = press;
  const versions = press.versions(release.key);
  const original = originalOf(versions, site.default_language);
  const reference = (other: Release) => ({ "@id": `${absolute(site, releaseUrl(site, other))}#release` });
  if (original && original !== release) return { translationOfWork: reference(original) };
  const others = versions.filter((other) => other !== release);
  return others.length === 0 ? {} : { workTranslation: others.map(reference) };
}
