import type { SourceFile } from "../model/file.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { cropped, loadSharp } from "../pictures/files.ts";
import { marked } from "../pictures/rights.ts";
import { isolated } from "../text/isolate.ts";
import { typesetLanguage } from "../text/writers/typeset.ts";
import { typesetterFor } from "../typesetting/typesetter.ts";
import { releaseShare, type ShareCard, type ShareImage, siteShare } from "./card.ts";

/** Returns the share images of the site and its public releases: JPEG of pictures, PNG of words. */
export function shareFiles(press: Press): OutputFile[] {
  const draw = drawing(press);
  const images = [
    ...Object.keys(press.site.languages).map((lang) => siteShare(press, lang)),
    ...press.releases.flatMap((release) => releaseShare(press, release) ?? []),
  ];
  const files = images.flatMap(({ file, from, ...size }): OutputFile[] => {
    if (from.is === "rendition") return [];
    const make = () => (from.is === "words" ? wordsOnly(from.card, draw) : photograph(from, size, draw));
    return [{ file, hash: file, costly: true, make }];
  });
  return [...new Map(files.map((output) => [output.file, output])).values()];
}

/** Returns the words of an image as SVG, 1200 by 630 pixels. */
type Draw = (card: ShareCard, isOverPicture: boolean) => Promise<string>;
type Size = Pick<ShareImage, "width" | "height">;

async function wordsOnly(card: ShareCard, draw: Draw): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(await draw(card, false)))
    .png({ palette: true, colours: card.logo === undefined ? 16 : 256, dither: 0, effort: 1 })
    .toBuffer();
}

async function photograph(
  { source, focus, card }: Extract<ShareImage["from"], { is: "picture" }>,
  { width, height }: Size,
  draw: Draw,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const words = await sharp(Buffer.from(await draw(card, true)))
    .resize(width, height, { fit: "fill" })
    .png()
    .toBuffer();
  const photo = await cropped(source, { width, height }, focus);
  const picture = photo.flatten({ background: "#fff" }).composite([{ input: words }]);
  return marked(picture.jpeg({ quality: 64, mozjpeg: true }), source.marks).toBuffer();
}

/** Draws words. The logo is read when the first image is drawn, so that a build that draws none does not read it. */
function drawing(press: Press): Draw {
  let drawn: Promise<Uint8Array | undefined> | undefined;
  return async (card, isOverPicture) => {
    // All images of a site have the same logo.
    drawn ??= logoFor(card.logo === undefined ? undefined : press.files.get(card.logo));
    const logo = await drawn;
    const { lang, dir, title, name, date = "", parent = "", brand, accent } = card;
    return typesetterFor(press).svg({
      what: `The share image of “${title || name}”`,
      without: "share_images: none",
      template: "share.typ",
      data: {
        ...typesetLanguage(lang, dir),
        ...{ title: isolated(title, lang), name: isolated(name, lang), date, brand, accent },
        parent: parent.toLocaleUpperCase(lang),
        picture: isOverPicture,
        logo: logo ? LOGO : "",
      },
      files: new Map(logo ? [[LOGO, logo]] : []),
    });
  };
}

const LOGO = "/logo.png";

/**
 * Returns the logo as a PNG for the mark's block; undefined if it cannot be drawn, or if it is an SVG with words, because the machine may
 * lack the font.
 */
export async function logoFor(logo: SourceFile | undefined): Promise<Uint8Array | undefined> {
  if (!logo || logo.drawing?.includes("<text")) return undefined;
  const sharp = await loadSharp();
  return sharp(logo.drawing === undefined ? logo.path : Buffer.from(logo.drawing))
    .resize({ width: 84, height: 171, fit: "contain", background: "#0000" })
    .png()
    .toBuffer()
    .catch(() => undefined);
}
