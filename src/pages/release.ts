import { momentOf, publishedMoment, updatedMoment } from "../model/moment.ts";
import type { Press } from "../model/press.ts";
import { type Release, updatedOn } from "../model/release.ts";
import { word } from "../rendering/words.ts";
import { textOf } from "../text/text.ts";
import { boilerplatesOf, documentsOf, documentUrls } from "./attached.ts";
import { card, noticeOf } from "./card.ts";
import { contactViews } from "./contact.ts";
import { type Form, foreign, frame, phrase, phraseIf } from "./frame.ts";
import { kitView } from "./kit.ts";
import { newsArticle, topicNames } from "./news-article.ts";
import { Page, type Sizes } from "./page.ts";
import { galleryView, heroView, textPicturesView } from "./picture.ts";
import { relatedTo } from "./related.ts";
import { releaseShare, shareView } from "./share.ts";
import { speakerSlug } from "./speakers.ts";
import { absolute, fileUrl, homeUrl, listUrl, outputFile, releaseUrl, twinFile } from "./urls.ts";

/** One page for each release in each of its languages. */
export function releasePages(press: Press, sizes: Sizes): Page[] {
  return press.releases.map((release) => releasePage(press, release, sizes));
}

function releasePage(press: Press, release: Release, sizes: Sizes): Page {
  const url = releaseUrl(press.site, release);
  return new Page({
    kind: "release",
    url,
    file: outputFile(press.site, url),
    lang: release.lang,
    sources: () => [release.file],
    view: () => releaseView(press, release, sizes),
  });
}

/** All that a release says on its page, and in its other forms. */
export type ReleaseView = ReturnType<typeof releaseView>;

function releaseView(press: Press, release: Release, sizes: Sizes) {
  const { site } = press;
  const { lang } = release;
  const url = releaseUrl(site, release);
  // What was withdrawn must not be quoted: its page says what it was and why it went, and no more.
  const isWithdrawn = release.status.is === "withdrawn";
  const description = isWithdrawn
    ? word(press.words, "notice.withdrawn.text", lang)
    : (release.summary ?? release.subtitle ?? textOf(release).firstSentence) || release.title;
  const published = publishedMoment(release, site);
  const modified = updatedMoment(release, site);
  const versions = press.versions(release.key).map((other) => ({ lang: other.lang, url: releaseUrl(site, other) }));
  return {
    frame: frame(press, {
      url,
      lang,
      description,
      versions,
      hidden: press.standing(release).is !== "public",
      share: shareView(press, releaseShare(press, release)),
      article: {
        published,
        modified: modified === published ? undefined : modified,
        section: word(press.words, `type.${release.type}`, lang),
        tags: isWithdrawn ? [] : topicNames(press, release),
      },
      forms: formsOf(press, release),
      data: [newsArticle(press, release, description)],
    }),
    breadcrumb: [
      { word: "nav.home", url: homeUrl(site, lang) },
      { word: "nav.releases", url: listUrl(site, lang, "releases") },
      { word: `type.${release.type}`, url: listUrl(site, lang, `types/${release.type}`) },
    ],
    title: release.title,
    type: release.type,
    date: release.date,
    notice: noticeOf(press, release),
    translation: translationOf(press, release),
    contacts: contactViews(press, release.contacts, lang),
    ...(isWithdrawn ? withdrawn : quotable(press, release, sizes)),
    languages: versions
      .filter((version) => version.lang !== lang)
      .map((version) => ({
        ...version,
        ...foreign(site, version.lang),
        label: site.languages[version.lang]?.label ?? version.lang,
      })),
    related: isWithdrawn ? [] : relatedTo(press, release).map((other) => card(press, other, lang)),
  };
}

/** The other forms of a release, by the ends of their files' names. */
export const forms = { txt: "text/plain", md: "text/markdown", json: "application/json" } as const;

function formsOf({ site }: Press, release: Release): Form[] {
  return Object.entries(forms).map(([extension, type]) => ({
    type,
    url: fileUrl(site, twinFile(release, extension)),
    word: `form.${extension}`,
  }));
}

/** What the page of a withdrawn release lacks. */
const withdrawn: Record<keyof ReturnType<typeof quotable>, undefined> = {
  subtitle: undefined,
  place: undefined,
  published: undefined,
  updated: undefined,
  lifted: undefined,
  reference: undefined,
  event: undefined,
  picture: undefined,
  gallery: undefined,
  kit: undefined,
  pictures: undefined,
  files: undefined,
  body: undefined,
  speakers: undefined,
  figures: undefined,
  notes: undefined,
  boilerplates: undefined,
  video: undefined,
  documents: undefined,
  coverage: undefined,
  partners: undefined,
  topics: undefined,
  sdgs: undefined,
  changes: undefined,
  cite: undefined,
};

/** All that can be quoted of a release, in the order of the page. */
function quotable(press: Press, release: Release, sizes: Sizes) {
  const { site, terms } = press;
  const { lang } = release;
  const place = release.location === undefined ? undefined : terms.locations.get(release.location);
  const updated = updatedOn(release);
  const published = release.published?.slice(0, 10);
  return {
    subtitle: release.subtitle,
    place: place && { name: phrase(site, place.name, lang), url: listUrl(site, lang, `places/${release.location}`) },
    published: published === release.date ? undefined : published,
    updated: updated === release.date ? undefined : updated,
    lifted: press.standing(release).is === "public" ? release.embargo : undefined,
    reference: release.reference,
    event: release.event && {
      ...release.event,
      start: momentOf(release.event.start, site.timezone),
      end: release.event.end === undefined ? undefined : momentOf(release.event.end, site.timezone),
      calendar: fileUrl(site, twinFile(release, "ics")),
    },
    picture: heroView(press, release, sizes),
    gallery: galleryView(press, release, sizes),
    pictures: textPicturesView(press, release, sizes),
    files: documentUrls(press, release),
    kit: kitView(press, release, sizes),
    body: release.body,
    speakers: Object.fromEntries(
      textOf(release).quotes.map(({ speaker }) => [speaker, listUrl(site, lang, `speakers/${speakerSlug(speaker)}`)]),
    ),
    figures: (release.figures ?? []).map(({ value, label, source }) => ({
      value: String(value),
      label: { text: label },
      source: source === undefined ? undefined : { text: source },
    })),
    notes: release.notes,
    boilerplates: boilerplatesOf(press, release),
    video: (release.video ?? []).map(({ url, title, credit }) => ({ url, title, by: credit })),
    documents: documentsOf(press, release),
    coverage: (release.coverage ?? []).map(({ url, title, outlet }) => ({ url, title, by: outlet })),
    partners: release.partners.flatMap(({ id, role }) => {
      const partner = terms.partners.get(id);
      return partner
        ? [{ name: phrase(site, partner.name, lang), url: listUrl(site, lang, `partners/${id}`), role }]
        : [];
    }),
    topics: release.topics.flatMap((id) => {
      const topic = terms.topics.get(id);
      return topic ? [{ name: phrase(site, topic.name, lang), url: listUrl(site, lang, `topics/${id}`) }] : [];
    }),
    sdgs: release.sdgs.map((goal) => ({ goal, url: listUrl(site, lang, `sdgs/${goal}`) })),
    changes: (release.changes ?? [])
      .map(({ date, note }) => ({ date: date.slice(0, 10), note }))
      .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    cite: {
      parent: phraseIf(site, site.parent, lang),
      office: phrase(site, site.name, lang),
      url: absolute(site, releaseUrl(site, release)),
      licence: release.licence === undefined ? phraseIf(site, site.licence, lang) : { text: release.licence },
    },
  };
}

/** What a reader must know of a translation: that it is one, what its makers say of it, and where the original is. */
function translationOf(press: Press, release: Release) {
  const { translation } = release;
  if (!translation) return undefined;
  const original = press.versions(release.key).find(({ lang }) => lang === translation.from);
  const changed = original && updatedOn(original);
  const made = translation.date ?? updatedOn(release) ?? release.date;
  return {
    note: translation.note,
    by: translation.by,
    /** The day of a change of the original that this translation may not have. */
    behind: changed !== undefined && changed > made ? changed : undefined,
    original: original && {
      url: releaseUrl(press.site, original),
      title: { text: original.title, ...foreign(press.site, original.lang) },
    },
  };
}
