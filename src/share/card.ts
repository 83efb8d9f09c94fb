import type { WebUrl } from "../model/address.ts";
import type { Localized } from "../model/fields.ts";
import { extensionOf, type SourceFile } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import { localize } from "../model/localized.ts";
import { oncePer } from "../model/memo.ts";
import { type Focus, renditionsOf } from "../model/picture.ts";
import { newestOf, type Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { coloursOf, webFonts } from "../model/site.ts";
import { absolute, fileUrl } from "../model/urls.ts";
import { pictureOf } from "../pictures/library.ts";
import { day } from "../text/dates.ts";

/** The size that social networks and messengers ask for, in pixels. */
const WIDTH = 1200;
const HEIGHT = 630;

/** The narrowest picture that is used. Networks show narrower ones small or not at all, so that words are better. */
const LEAST = 600;

/** Raise it when the way the images are made changes, or their fonts, so that their names change. */
const RECIPE = "6";

/** The words and the look of an image. */
export type ShareCard = ReturnType<typeof lookOf> & { readonly title: string; readonly date?: string };

/** The share image of a page: a part of a photograph, or words. */
export interface ShareImage {
  /** Path in the output; it holds a hash over all that the image is made of. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly alt?: string;
  /** How it is made; a `rendition` is a file that the pages show as well. */
  readonly from:
    | {
        readonly is: "picture";
        readonly source: SourceFile;
        readonly focus: Focus | undefined;
        readonly card: ShareCard;
      }
    | { readonly is: "words"; readonly card: ShareCard }
    | { readonly is: "rendition" };
}

/**
 * Returns the image of a release: its title over its main picture, else its title, date and office. An old one has its picture as it is, else
 * the site's image. A release that is not public has none, not even in a preview; a withdrawn one shows no picture.
 */
export function releaseShare(press: Press, release: PublicRelease): ShareImage | undefined {
  if (press.standing(release).is !== "public") return undefined;
  const { lang, slug, image, title, date, status } = release;
  const isNew = newestOf(press, press.site.share_images).has(release);
  const shown = status.is === "withdrawn" ? undefined : image;
  return (
    (shown && pictureShare(press, release, shown, isNew)) ??
    (isNew
      ? wordsShare(press, `${slug}.${lang}`, { ...lookOf(press, lang), title, date: day(date, lang) })
      : siteShare(press, lang))
  );
}

/** Returns the image of the site in a language, for every page that is no release. */
export const siteShare = oncePer((press: Press, lang: string): ShareImage => {
  const title = wordsIn(press, press.site.description, lang);
  return wordsShare(press, `site.${lang}`, { ...lookOf(press, lang), title });
});

/** An image as the head of a page names it (The Open Graph protocol). */
export interface Share extends Omit<ShareImage, "file" | "from"> {
  /** With its host. */
  readonly url: WebUrl;
}

export function shareView(press: Press, image: ShareImage): Share;
export function shareView(press: Press, image: ShareImage | undefined): Share | undefined;
export function shareView({ site }: Press, image: ShareImage | undefined): Share | undefined {
  if (!image) return undefined;
  const { file, from: _, ...seen } = image;
  return { url: absolute(site, fileUrl(site, file)), ...seen };
}

function pictureShare(
  press: Press,
  release: PublicRelease,
  image: NonNullable<PublicRelease["image"]>,
  hasTitle: boolean,
): ShareImage | undefined {
  const source = pictureOf(press, release, image)?.source;
  if (!source?.pixels || extensionOf(source.file) === "svg") return undefined;
  const { focus, alt } = image;
  const described = alt === undefined ? {} : { alt };
  if (!hasTitle) {
    const largest = renditionsOf(source, "wide", focus).at(-1);
    if (!largest || largest.width < LEAST) return undefined;
    const { file, width, height } = largest;
    return { file, width, height, ...described, from: { is: "rendition" } };
  }
  const width = Math.floor(Math.min(WIDTH, source.pixels.width, (source.pixels.height * WIDTH) / HEIGHT));
  if (width < LEAST) return undefined;
  const { lang, slug, title } = release;
  const card = { ...lookOf(press, lang), title };
  return {
    file: `share/${slug}.${lang}.${hash(source.sha256, focus, source.marks, card, filesOf(press, card))}.jpg`,
    width,
    height: Math.round((width * HEIGHT) / WIDTH),
    ...described,
    from: { is: "picture", source, focus, card },
  };
}

function wordsShare(press: Press, name: string, card: ShareCard): ShareImage {
  return {
    file: `share/${name}.${hash(card, filesOf(press, card))}.png`,
    width: WIDTH,
    height: HEIGHT,
    alt: card.title,
    from: { is: "words", card },
  };
}

/** Returns the hashes of the files that a card names. */
function filesOf({ files }: Press, card: ShareCard) {
  return [card.logo, card.font].map((file) => (file === undefined ? undefined : files.get(file)?.sha256));
}

/** Returns the common look of all images of words in a language. `logo` and `font` are paths from the content folder. */
function lookOf(press: Press, lang: string) {
  const { name, parent, theme, languages } = press.site;
  const font = theme?.fonts?.body;
  return {
    lang,
    dir: languages[lang]?.dir ?? "ltr",
    name: wordsIn(press, name, lang),
    parent: parent === undefined ? undefined : wordsIn(press, parent, lang),
    ...coloursOf(press.site),
    logo: theme?.logo,
    font: webFonts.some((known) => known === font) ? undefined : font,
  };
}

function wordsIn({ site }: Press, words: Localized, lang: string): string {
  return localize(words, lang, site.default_language).text;
}

function hash(...parts: readonly unknown[]): string {
  return sha256(JSON.stringify([RECIPE, ...parts])).slice(0, 10);
}
