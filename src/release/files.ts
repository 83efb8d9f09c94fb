import { readFileSync } from "node:fs";
import path from "node:path";
import { type Zippable, zipSync } from "fflate";
import { sha256 } from "../model/hash.ts";
import { pictureMessage } from "../model/making.ts";
import { oncePer, oncePerPair } from "../model/memo.ts";
import { type CachedFiles, ListedFile, type OutputFile, type Sizes, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { originalOf } from "../model/translations.ts";
import { editionFile, eventsCalendar, outputFile, releaseUrl, twinFile, twinForms } from "../model/urls.ts";
import { documentFiles } from "../pages/attached.ts";
import { wordsDigest } from "../pages/digests.ts";
import { announcementsIn, isAnnouncement } from "../pages/events.ts";
import { type Page, pagesByFile } from "../pages/page.ts";
import { pictureDownloads, picturesShown } from "../pictures/library.ts";
import { templateFile } from "../roots.ts";
import { vcards } from "../site-files/vcards.ts";
import { day } from "../text/dates.ts";
import { message } from "../text/messages.ts";
import { officeFont, typesetterFor } from "../typesetting/typesetter.ts";
import { kitVersions, pdfView, releasesWithPdf } from "./desk.ts";
import { formerEditions, inEdition } from "./editions.ts";
import { calendar } from "./forms/calendar.ts";
import { ninjs } from "./forms/ninjs.ts";
import { lookOf, PDF_TEMPLATE, releasePdf } from "./forms/pdf.ts";
import { releaseHtml, releaseMarkdown, releaseText } from "./forms/text.ts";
import { sectionOf, tellingOf } from "./sections.ts";

/** A release in a form other than its page. */
interface FormFile {
  /** Path in the output. */
  readonly file: string;
  make(sizes: Sizes): string;
}

/** The writers of a release's other forms. */
const twins = {
  txt: (press, _, telling) => releaseText(press, telling),
  md: (press, _, telling) => releaseMarkdown(press, telling),
  json: ninjs,
} satisfies Readonly<Record<string, typeof ninjs>>;

/** Returns a release in its other forms. */
export function formsOf(press: Press, release: PublicRelease): FormFile[] {
  const telling = () => tellingOf(press, release);
  return [
    ...twinForms(press.site).map(({ form }) => ({
      file: twinFile(release, form),
      make: (sizes: Sizes) => twins[form](press, release, telling(), sizes),
    })),
    ...(isAnnouncement(release)
      ? [{ file: twinFile(release, "ics"), make: () => calendar(press, [{ release, telling: telling() }]) }]
      : []),
    ...(release.status.is === "withdrawn" ? [] : formerEditions(press, release)).map((edition) => ({
      file: editionFile(release, edition),
      make: () => releaseText(press, tellingOf(press, inEdition(release, edition))),
    })),
  ];
}

/** Returns every release in its other forms, which are made again only if its page has changed. */
export function twinFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const byFile = pagesByFile(pages);
  return press.releases.flatMap((release) => {
    const page = byFile.get(outputFile(press.site, releaseUrl(press.site, release)));
    if (page?.kind !== "release") return [];
    const digestOf = () => page.digest;
    return formsOf(press, release).map(
      ({ file, make }) => new ListedFile(file, digestOf, ({ sizeOf }) => make(sizeOf), { isForm: true }),
    );
  });
}

/** Returns all events of each language as one calendar to subscribe to. */
export function eventCalendars(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) => {
    const releases = announcementsIn(press, lang);
    if (releases.length === 0) return [];
    const announced = releases.map((release) => ({ release, telling: tellingOf(press, release) }));
    return [textFile(eventsCalendar(lang), calendar(press, announced))];
  });
}

/** Raise it when the code that makes PDFs changes, or a version of Typst or of a font, so that all are made again. */
const RECIPE = "4";

/** The PDFs of releases, each cache under a hash over all that it is made of. */
export function pdfFiles(press: Press): OutputFile[] {
  return releasesWithPdf(press).map((release): OutputFile => {
    return {
      file: twinFile(release, "pdf"),
      costly: true,
      get hash() {
        return cacheNameOf(press, release);
      },
      get cacheName() {
        return cacheNameOf(press, release);
      },
      make: async (cache) =>
        (await releasePdf(press, release, { typesetter: typesetterFor(press), cache })) ?? new Uint8Array(),
    };
  });
}

/** Computed when one is asked for, because a preview lists all PDFs to show one page. */
const cacheNameOf = oncePerPair(
  (press: Press, release: PublicRelease) =>
    `pdf/${release.slug}.${release.lang}.${pdfDigest(press, release).slice(0, 16)}.pdf`,
);

/** Returns a hash over all that the PDF of a release is made of. */
export function pdfDigest(press: Press, release: PublicRelease): string {
  return sha256(pdfSetting(press), wordsDigest(press, release.lang), JSON.stringify(tellingOf(press, release)));
}

/** Returns a hash over what all PDFs of a site are made of. */
export const pdfSetting = oncePer((press: Press) => {
  const { brand, accent, logo } = lookOf(press);
  const { languages, timezone, country, default_language } = press.site;
  const own = [brand, accent, logo?.sha256, officeFont(press)?.sha256];
  const settings = JSON.stringify([...own, languages, timezone, country, default_language]);
  return sha256(RECIPE, readFileSync(templateFile(`typst/${PDF_TEMPLATE}`)), settings);
});

/** File types that are compressed already, so that compressing them again saves nothing. */
const PACKED = /\.(?:jpg|png|webp|pdf|docx|xlsx|pptx|odt|ods|odp|zip)$/i;

/** A release in one language, with its page. */
interface Version {
  readonly release: PublicRelease;
  readonly page: Page;
}

/**
 * The press kit of each of the newest releases with a picture, a document or a second language, one ZIP for all its languages: texts, pictures
 * in full size with their captions, documents, contacts, terms of use, and the checksums of all of them. It is made anew only when a page or another of its texts changes.
 */
export function kitFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const byFile = pagesByFile(pages);
  const words = sha256(JSON.stringify([...press.words]));
  return [...new Set(press.releases.map(({ key }) => key))].flatMap((key) => {
    const all = kitVersions(press, key);
    const original = originalOf(all, press.site.default_language);
    if (!original) return [];
    const versions = [original, ...all.filter((release) => release !== original)].flatMap((release) => {
      const page = byFile.get(outputFile(press.site, releaseUrl(press.site, release)));
      return page?.kind === "release" ? [{ release, page }] : [];
    });
    return [
      new ListedFile(
        twinFile(original, "zip"),
        () => sha256(...versions.map(({ page }) => page.digest), words, pdfSetting(press)),
        (cache) => kitOf(press, original, versions, cache),
      ),
    ];
  });
}

async function kitOf(
  press: Press,
  original: PublicRelease,
  versions: readonly Version[],
  cache: CachedFiles,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array | string) =>
    files.set(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  for (const { release } of versions) {
    const { lang } = release;
    const telling = tellingOf(press, release);
    add(`${release.slug}.${lang}.txt`, releaseText(press, telling));
    add(`${release.slug}.${lang}.html`, releaseHtml(press, telling));
    const pdf = twinFile(release, "pdf");
    if (pdfView(press, release, cache.sizeOf)) add(`${release.slug}.${lang}.pdf`, await cache.read(pdf));
    for (const [name, text] of filesBeside(press, release)) add(name, text);
    for (const { file, source } of documentFiles(press, release)) add(`documents/${file}`, readFileSync(source.path));
    for (const { name, file } of picturesIn(press, release)) add(`pictures/${name}`, await cache.read(file));
  }
  add("SHA256SUMS", [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(""));
  return zipped(files, original.date);
}

/** Returns what a kit says about pictures, terms and contacts, because the page of its release does not say all of it. */
function filesBeside(press: Press, release: PublicRelease): (readonly [name: string, text: string])[] {
  const { lang } = release;
  const captions = captionsOf(press, release);
  return [
    ...(captions === "" ? [] : [[`pictures/captions.${lang}.txt`, captions] as const]),
    [`terms.${lang}.txt`, termsOf(press, release)],
    ...release.contacts.flatMap((id) => {
      const card = vcards(press, lang).get(id);
      return card === undefined ? [] : [[`contacts/${id}.${lang}.vcf`, card] as const];
    }),
  ];
}

/**
 * Returns the pictures of a release in full size: their names in the kit, and the files of the site. The name of one that another release
 * showed first begins with the year and name of that release, because the same name may occur here.
 */
function picturesIn(press: Press, release: PublicRelease) {
  return picturesShown(press, release).flatMap(({ named, picture }) => {
    const own = picture.path.replace(`${release.year}/${release.slug}/`, "");
    const [largest] = pictureDownloads(press, picture);
    if (!largest) return [];
    const name = `${own}${path.posix.extname(largest.file)}`;
    return [{ name, file: largest.file, named, seen: picture.source.seen }];
  });
}

/** Returns the caption, credit and terms of each picture. */
function captionsOf(press: Press, release: PublicRelease): string {
  const { lang } = release;
  const said = (key: string) => message(press.words, key, lang);
  const saidIf = (key: string | undefined) => (key === undefined ? undefined : said(key));
  const line = (key: string, text: string | undefined) =>
    text === undefined ? [] : [`${said(key)}${said("colon")}${text}`];
  return picturesIn(press, release)
    .map(({ name, named, seen }) =>
      [
        name,
        ...(named.caption === undefined ? [] : [named.caption]),
        ...line("picture.credited", named.credit ?? seen?.credit ?? seen?.creator),
        ...line("picture.licence", named.licence),
        ...line("picture.making", saidIf(pictureMessage(named.made_with ?? seen?.made_with))),
        ...line("picture.date", named.date === undefined ? undefined : day(named.date, lang)),
        ...line("picture.place", named.place),
        ...line("picture.people", named.people?.join(said("list"))),
        ...line("picture.alt", named.alt),
      ].join("\n"),
    )
    .map((text) => `${text}\n`)
    .join("\n");
}

/** Returns the terms of use of the text and of each picture. */
function termsOf(press: Press, release: PublicRelease): string {
  const telling = tellingOf(press, release);
  const said = (key: string) => message(press.words, key, release.lang);
  const line = (name: string, terms = "–") => `${name}${said("colon")}${terms}`;
  return [
    said("picture.licence"),
    line(release.title, sectionOf(telling, "citation")?.licence?.text),
    ...picturesIn(press, release).map(({ name, named }) => line(name, named.licence)),
    telling.head.address,
    "",
  ].join("\n\n");
}

/** Packs files in their order, dated with the day of the release, so that the bytes are the same on any day and in any time zone. */
function zipped(files: ReadonlyMap<string, Uint8Array>, date: string): Uint8Array {
  const [year = 1980, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  // A ZIP stores local times from 1980 on, so that the time is noon of that day in any time zone.
  const mtime = new Date(Math.max(1980, year), month - 1, dayOfMonth, 12);
  const packed: Zippable = {};
  for (const [name, bytes] of files) packed[name] = [bytes, { mtime, level: PACKED.test(name) ? 0 : 6 }];
  return zipSync(packed);
}
