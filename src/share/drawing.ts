import sharp from "sharp";
import type { SourceFile } from "../model/file.ts";
import type { ShareCard } from "./card.ts";
import type { Typefaces } from "./typefaces.ts";
import { type Setting, type Typeset, typeset } from "./typesetting.ts";

const WIDTH = 1200;
const HEIGHT = 630;

/** The margin at both sides, in which no letter ever stands. */
const SIDE = 80;

/** The mark's block, in the header's proportions: it touches the top. */
const MARK = { width: 84, height: 171 } as const;

/** Where the names begin, beside the mark, and where title and date may stand. */
const NAMES = SIDE + MARK.width + 28;
const TOP = 204;
const BOTTOM = 596;
const FOOT = 16;
const GAP = 26;

const INK = "#000";
const MUTED = "#55606e";
const RULE = "#a9b1b7";

/** The height of a line in scripts (ISO 15924) that need more than Latin, in ems. */
const leadings: Readonly<Record<string, number>> = { Arab: 1.4, Hans: 1.22, Hant: 1.22 };

/**
 * An image of words, as SVG without any text: letters are outlines, so that no font of the machine has a say.
 * What the fonts that there are cannot write is left out. `logo` is the address of a picture for the mark's block.
 */
export async function shareCard(faces: Typefaces, card: ShareCard, logo: string | undefined): Promise<string> {
  const { lang, dir, brand, accent } = card;
  const leading = leadings[new Intl.Locale(lang).maximize().script ?? ""] ?? 1.12;
  const fromStart = (x: number, width: number) => (dir === "rtl" ? WIDTH - x - width : x);
  const box = (x: number, y: number, width: number, height: number, fill: string) =>
    `<path fill="${fill}" d="M${fromStart(x, width)} ${y}h${width}v${height}h-${width}z"/>`;
  const set = (text: string, room: Pick<Setting, "sizes"> & Partial<Setting>) =>
    typeset(faces, { text, lang, dir, leading, width: WIDTH - 2 * SIDE, height: 1, ...room });
  const capitals = (text: string, room: Pick<Setting, "sizes"> & Partial<Setting>) => {
    const upper = text.toLocaleUpperCase(lang);
    // Only letters that have capitals may be spaced.
    return set(upper, { ...room, tracking: upper === text.toLocaleLowerCase(lang) ? 0 : 0.03 });
  };
  const drawn = (typeset: Typeset | undefined, x: number, top: number, fill: string) =>
    (typeset?.lines ?? []).map(({ glyphs, width }, index) => {
      const { size = 1 } = typeset ?? {};
      // The middle of the capitals is the middle of the line.
      const y = top + size * (leading * (index + 0.5) + 0.36);
      const scale = size / 1000;
      return `<g fill="${fill}" transform="translate(${fromStart(x, width)} ${y}) scale(${scale} -${scale})">${glyphs}</g>`;
    });
  const heightOf = (typeset: Typeset | undefined) => (typeset ? typeset.lines.length * typeset.size * leading : 0);

  const beside = { width: WIDTH - SIDE - NAMES };
  const name = await set(card.name, { ...beside, sizes: [40, 34, 28], height: 64 });
  const parent = card.parent === undefined ? undefined : await capitals(card.parent, { ...beside, sizes: [20] });
  const date = card.date === undefined ? undefined : await capitals(card.date, { sizes: [26] });
  const below = date ? heightOf(date) + GAP : 0;
  const title = await set(card.title, { sizes: [76, 68, 60, 54, 48, 44], height: BOTTOM - TOP - below });
  const titleHeight = heightOf(title);
  const top = TOP + (BOTTOM - TOP - titleHeight - below) / 2;
  const nameTop = parent ? 84 : 64;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    box(0, 0, WIDTH, HEIGHT, "#fff"),
    box(0, HEIGHT - FOOT, WIDTH, FOOT, brand),
    box(SIDE, 0, MARK.width, MARK.height, brand),
    logo === undefined
      ? box(SIDE + MARK.width / 4, MARK.width / 4, MARK.width / 2, MARK.width / 2, "#fff")
      : `<image href="${logo}" x="${fromStart(SIDE, MARK.width)}" y="0" width="${MARK.width}" height="${MARK.height}"/>`,
    ...drawn(parent, NAMES, 46, MUTED),
    ...(parent?.lines ?? []).map(({ width }) => box(NAMES, 46 + heightOf(parent) + 3, width, 2, RULE)),
    ...drawn(name, NAMES, nameTop, INK),
    ...(title ? [box(0, top, SIDE - 32, titleHeight, accent)] : []),
    ...drawn(title, SIDE, top, INK),
    ...drawn(date, SIDE, top + titleHeight + GAP, MUTED),
    "</svg>",
  ].join("");
}

/**
 * The logo, for the mark's block, as a `data:` address. Undefined where it cannot be drawn, and where it is an SVG with
 * words, for which the machine would have to have the font.
 */
export async function logoFor(logo: SourceFile | undefined): Promise<string | undefined> {
  if (!logo || logo.drawing?.includes("<text")) return undefined;
  const picture = await sharp(logo.drawing === undefined ? logo.path : Buffer.from(logo.drawing))
    .resize({ ...MARK, fit: "contain", background: "#0000" })
    .png()
    .toBuffer()
    .catch(() => undefined);
  return picture && `data:image/png;base64,${picture.toString("base64")}`;
}
