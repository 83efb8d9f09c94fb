import { makingMessage } from "../../model/making.ts";
import { publishedMoment, updatedMoment } from "../../model/moment.ts";
import type { Sizes } from "../../model/output-file.ts";
import { newestOf, type Press } from "../../model/press.ts";
import type { PublicRelease } from "../../model/release.ts";
import { fileUrl, homeUrl, listUrl, outputFile, releaseUrl, twinFile, twinForms } from "../../model/urls.ts";
import { card } from "../../pages/card.ts";
import { cardDigest, contentDigest, sharedDigest } from "../../pages/digests.ts";
import { isOver } from "../../pages/events.ts";
import { foundBy, frame, type Version } from "../../pages/frame.ts";
import { type Page, PageOf } from "../../pages/page.ts";
import { relatedTo } from "../../pages/related.ts";
import { galleryView, heroView, textPicturesView } from "../../pictures/view.ts";
import { releaseShare, shareView } from "../../share/card.ts";
import { message } from "../../text/messages.ts";
import { deskView, kitVersions, pdfView } from "../desk.ts";
import { type Form, ofPictures, type Writers, written } from "../form.ts";
import { sectionOf, type Telling, tellingOf } from "../sections.ts";
import { newsArticle } from "./json-ld.ts";

declare module "../../pages/page.ts" {
  interface Views {
    readonly release: ReturnType<typeof releaseView>;
  }
}

/** Returns one page for each release in each of its languages. */
export function releasePages(press: Press, sizes: Sizes): Page<"release">[] {
  return press.releases.map((release) => releasePage(press, release, sizes));
}

/** Returns the page of a release. */
export function releasePage(press: Press, release: PublicRelease, sizes: Sizes): Page<"release"> {
  const url = releaseUrl(press.site, release);
  return new PageOf({
    kind: "release",
    url,
    file: outputFile(press.site, url),
    lang: release.lang,
    sources: () => [release.file],
    view: () => releaseView(press, release, sizes),
    signature: () => signatureOf(press, release, sizes),
    found: () =>
      foundBy(press, {
        url,
        get versions() {
          return versionsOf(press, release);
        },
        hidden: isHidden(press, release),
      }),
  });
}

/** Returns a text that changes whenever the page of a release does, or another of its forms: the inputs of all of them. */
function signatureOf(press: Press, release: PublicRelease, sizes: Sizes): string {
  const { lang, event, key } = release;
  const versions = press.versions(key);
  const withPdf = newestOf(press, press.site.pdf);
  return [
    sharedDigest(press, lang),
    JSON.stringify(press.standing(release)),
    event && isOver(press, event),
    contentDigest(press, release),
    ...versions.map((other) => {
      const pdf = withPdf.has(other) ? pdfView(press, other, sizes)?.size : undefined;
      return [releaseUrl(press.site, other), pdf, other === release ? "" : contentDigest(press, other)].join(" ");
    }),
    ...relatedTo(press, release).map((other) => cardDigest(press, other)),
    releaseShare(press, release)?.file,
    kitVersions(press, key).length,
  ].join("\n");
}

function versionsOf(press: Press, release: PublicRelease): readonly Version[] {
  return press.versions(release.key).map((other) => ({ lang: other.lang, url: releaseUrl(press.site, other) }));
}

function isHidden(press: Press, release: PublicRelease): boolean {
  return press.standing(release).is !== "public";
}

interface Context {
  readonly press: Press;
  readonly release: PublicRelease;
  readonly sizes: Sizes;
}

const writers = {
  notice: ({ notice }) => ({ notice }),
  translation: ({ is: _, ...translation }) => ({ translation }),
  making: ({ making }) => ({ making: makingMessage(making) }),
  event: ({ is: _, ...event }, { press }) => ({ event: { ...event, over: isOver(press, event) } }),
  picture: (_, { press, release, sizes }) => ({ picture: heroView(press, release, sizes) }),
  body: ({ source, speakers }, { press, release, sizes }) => ({
    body: source,
    speakers,
    pictures: textPicturesView(press, release, sizes),
  }),
  figures: ({ figures }) => ({ figures }),
  gallery: (_, { press, release, sizes }) => ({ gallery: galleryView(press, release, sizes) }),
  notes: ({ source }) => ({ notes: source }),
  about: ({ organisations }) => ({ about: organisations }),
  video: ({ videos }) => ({ video: videos }),
  documents: ({ documents }) => ({ documents }),
  contacts: ({ contacts }) => ({ contacts }),
  partners: ({ partners }) => ({ partners }),
  topics: ({ topics, sdgs }) => ({ topics, sdgs }),
  changes: ({ changes }) => ({ changes }),
  coverage: ({ articles }) => ({ coverage: articles }),
  citation: ({ is: _, ...cite }) => ({ cite }),
} satisfies Writers<object, Context>;

/** The sections that the template of a release shows. */
type Parts = Partial<Together<ReturnType<(typeof writers)[keyof typeof writers]>>>;

/** An object with the fields of all of several. */
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

export const pageForm: Form = {
  name: "page",
  writers,
  omits: {
    summary: "It is for lists, feeds and search results; the head of the page has it.",
    ...ofPictures(["date", "place", "people"], "The picture's own page has it."),
  },
};

function releaseView(press: Press, release: PublicRelease, sizes: Sizes) {
  const { site } = press;
  const { lang } = release;
  const telling = tellingOf(press, release);
  const { head, sections, files } = telling;
  const isWithdrawn = release.status.is === "withdrawn";
  const url = releaseUrl(site, release);
  const versions = versionsOf(press, release);
  const desk = deskView(press, release, sizes);
  const parts: Parts = Object.assign({}, ...written<object, Context>(writers, sections, { press, release, sizes }));
  const forms = [
    ...(desk.pdf ? [{ type: "application/pdf", ...desk.pdf, word: "form.pdf" }] : []),
    ...twinForms(site).map(({ form, type }) => ({
      type,
      url: fileUrl(site, twinFile(release, form)),
      word: `form.${form}`,
    })),
  ];
  return {
    frame: frame(press, {
      url,
      lang,
      description: head.summary,
      versions,
      hidden: isHidden(press, release),
      share: shareView(press, releaseShare(press, release)),
      article: articleOf(press, release, telling),
      forms,
      data: [newsArticle(press, release, telling, forms)],
    }),
    breadcrumb: [
      { word: "nav.home", url: homeUrl(site, lang) },
      { word: "nav.releases", url: listUrl(site, lang, "releases") },
      { word: `type.${release.type}`, url: listUrl(site, lang, `types/${release.type}`) },
    ],
    ...head,
    ...parts,
    files,
    desk,
    languages: versions.map((version) => ({ ...version, ...site.languages[version.lang] })),
    related: isWithdrawn ? [] : relatedTo(press, release).map((other) => card(press, other, lang)),
  };
}

/** Returns the Open Graph data of a release. */
function articleOf({ site, words }: Press, release: PublicRelease, telling: Telling) {
  const published = publishedMoment(release, site);
  const modified = updatedMoment(release, site);
  return {
    published,
    modified: modified === published ? undefined : modified,
    section: message(words, `type.${release.type}`, release.lang),
    tags: (sectionOf(telling, "topics")?.topics ?? []).map(({ name }) => name.text),
  };
}
