import sharp from "sharp";
import type { SourceFile } from "../model/file.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { cropped } from "../pictures/files.ts";
import { marked } from "../pictures/rights.ts";
import { releaseShare, type ShareCard, type ShareImage, siteShare } from "./card.ts";

/** The images that stand for the site and its public releases where somebody shares an address: JPEG of pictures, PNG of words. */
export function shareFiles(press: Press): OutputFile[] {
  const draw = drawing(press);
  const images = [
    ...Object.keys(press.site.languages).map((lang) => siteShare(press, lang)),
    ...press.releases.flatMap((release) => releaseShare(press, release) ?? []),
  ];
  const files = images.map(
    ({ file, from, ...size }): OutputFile => ({
      file,
      fingerprint: file,
      costly: true,
      make: () => (from.is === "words" ? draw(from.card) : photograph(from, size)),
    }),
  );
  return [...new Map(files.map((output) => [output.file, output])).values()];
}

type Photograph = Extract<ShareImage["from"], { is: "picture" }>;

function photograph({ source, focus }: Photograph, size: { width: number; height: number }): Promise<Uint8Array> {
  const picture = cropped(source, size, focus).flatten({ background: "#fff" });
  return marked(picture.jpeg({ quality: 66, progressive: true }), source.marks).toBuffer();
}

/** Draws images of words. What reads fonts, the fonts and the logo come when the first is drawn: a build that draws none does without. */
function drawing({ files }: Press): (card: ShareCard) => Promise<Uint8Array> {
  let tools: ReturnType<typeof prepared> | undefined;
  const fileOf = (name: string | undefined) => (name === undefined ? undefined : files.get(name));
  return async (card) => {
    // All images of a site have the same font and logo.
    tools ??= prepared(fileOf(card.font), fileOf(card.logo));
    const { faces, logo, shareCard } = await tools;
    const svg = await shareCard(faces, card, logo);
    return sharp(Buffer.from(svg))
      .png({ palette: true, colours: logo ? 256 : 16, dither: 0, effort: 1 })
      .toBuffer();
  };
}

async function prepared(font: SourceFile | undefined, logo: SourceFile | undefined) {
  const { Typefaces } = await import("./typefaces.ts");
  const { logoFor, shareCard } = await import("./drawing.ts");
  return { faces: new Typefaces(font?.path), logo: await logoFor(logo), shareCard };
}
