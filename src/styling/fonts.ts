import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { publishedName } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import { oncePer } from "../model/memo.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { webFonts } from "../model/site.ts";
import { fileUrl } from "../model/urls.ts";

type WebFont = (typeof webFonts)[number];

/** One file of a web font: the characters of one script, in the weights that the site uses. */
interface Cut {
  /** File of the npm package `@fontsource-variable/<font>`. */
  readonly source: string;
  /** Scripts (ISO 15924) whose pages preload it. On other pages, browsers load it when they need its characters. */
  readonly scripts: readonly string[];
  /** Ranges of characters, as CSS writes them. */
  readonly range: string;
  readonly axes: Readonly<Record<string, number | { min: number; max: number }>>;
  readonly weights: string;
}

const LATIN =
  "U+20-7E,U+A0-FF,U+2002-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2039-203A,U+20AC,U+2116,U+2122,U+2212";
const TEXT = { axes: { wght: { min: 400, max: 700 } }, weights: "400 700" } as const;

const cuts: Readonly<Record<WebFont, readonly Cut[]>> = {
  commissioner: [
    { source: "commissioner-latin-wght-normal", scripts: ["Latn", "Cyrl", "Arab"], range: LATIN, ...TEXT },
    { source: "commissioner-latin-ext-wght-normal", scripts: [], range: "U+100-17F,U+218-21B,U+1E80-1E85", ...TEXT },
    { source: "commissioner-cyrillic-wght-normal", scripts: ["Cyrl"], range: "U+301,U+400-45F,U+490-491", ...TEXT },
    { source: "commissioner-cyrillic-ext-wght-normal", scripts: [], range: "U+462-463,U+492-4FF", ...TEXT },
  ],
  archivo: [
    {
      source: "archivo-latin-wdth-normal",
      // Few pages have figures, so that no page preloads the font.
      scripts: [],
      range: "U+20-7E,U+A0,U+A3,U+B1,U+2009,U+202F,U+2013,U+20AC,U+2212",
      axes: { wght: 800, wdth: 125 },
      weights: "800",
    },
  ],
  "noto-sans-arabic": [
    { source: "noto-sans-arabic-arabic-wght-normal", scripts: ["Arab"], range: "U+600-6FF,U+200C-200F", ...TEXT },
  ],
};

/** Use of a font → its family in the style sheets. */
const families = { body: "Dateline Text", numerals: "Dateline Numerals", arabic: "Dateline Arabic" } as const;

interface Face {
  readonly use: keyof typeof families;
  readonly file: string;
  readonly cut?: Cut;
  readonly font?: WebFont;
}

function facesOf({ site, files }: Pick<Press, "site" | "files">): Face[] {
  return (Object.keys(families) as (keyof typeof families)[]).flatMap((use): Face[] => {
    const chosen = site.theme?.fonts?.[use];
    const font = webFonts.find((name) => name === chosen);
    if (font) return cuts[font].map((cut) => ({ use, font, cut, file: fileOf(cut, font) }));
    const own = chosen === undefined ? undefined : files.get(chosen);
    return own ? [{ use, file: publishedName(own) }] : [];
  });
}

function sourceOf(font: WebFont, file: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/${font}/${file}`)));
}

/** Raise it when the way fonts are subset changes, so that their names change. */
const RECIPE = "2";

const fileOf = oncePer((cut: Cut, font: WebFont): string => {
  const version = sha256(RECIPE, sourceOf(font, `files/${cut.source}.woff2`), JSON.stringify(cut)).slice(0, 10);
  return `fonts/${cut.source}.${version}.woff2`;
});

/** Returns the first and last characters of ranges such as `U+20-7E,U+A0`. */
export function rangesIn(written: string): (readonly [from: number, to: number])[] {
  return [...written.matchAll(/U\+(\w+)(?:-(\w+))?/g)].map(([, from = "", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

function charactersOf(range: string): string {
  const codes = rangesIn(range).flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return String.fromCodePoint(...codes);
}

/** The web fonts that the theme names, cut to what the site needs, each with its licence. */
export function fontFiles(press: Press): OutputFile[] {
  const faces = facesOf(press);
  const fonts = new Set(faces.flatMap(({ font }) => font ?? []));
  return [
    ...faces.flatMap(({ font, cut, file }) =>
      font && cut ? [{ file, hash: file, costly: true, make: () => subset(font, cut) }] : [],
    ),
    ...[...fonts].map((font) => {
      const licence = sourceOf(font, "LICENSE");
      return { file: `fonts/${font}-licence.txt`, hash: sha256(licence), make: () => licence };
    }),
  ];
}

/** Loads what cuts fonts only here, because few builds make one. */
async function subset(font: WebFont, { source, range, axes }: Cut): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  const whole = Buffer.from(sourceOf(font, `files/${source}.woff2`));
  const options = { targetFormat: "woff2", variationAxes: { ...axes } } as const;
  return oneAtATime(() => subsetFont(whole, charactersOf(range), options));
}

/** Returns the style sheet of the theme's fonts. A font that loads late is used on the next page only, so that no text moves. */
export function fontStyles(press: Pick<Press, "site" | "files">): string {
  const faces = facesOf(press);
  if (faces.length === 0) return "";
  const rules = faces.map(({ use, file, cut }) => {
    const range = cut ? `;unicode-range:${cut.range}` : "";
    const weights = cut?.weights ?? "100 900";
    return `@font-face{font-family:"${families[use]}";src:url("${fileUrl(press.site, file)}");font-weight:${weights};font-display:optional${range}}`;
  });
  const stack = (use: keyof typeof families) => (faces.some((face) => face.use === use) ? `"${families[use]}",` : "");
  const system = "system-ui,sans-serif";
  return `${rules.join("")}:root{--body:${stack("body")}${stack("arabic")}${system};--display:${stack("numerals")}${stack("body")}${stack("arabic")}${system}}`;
}

/** The font files that a page in a language loads at once. */
export function fontsToPreload(press: Pick<Press, "site" | "files">, lang: string): string[] {
  const script = new Intl.Locale(lang).maximize().script ?? "Latn";
  return facesOf(press)
    .filter(({ use, cut }) => (cut ? cut.scripts.includes(script) : use !== "arabic" || script === "Arab"))
    .map(({ file }) => fileUrl(press.site, file));
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Packs or unpacks a WOFF2 font after all earlier ones are done. The library returns the memory in which it works, and another font
 * would overwrite it (fontello/wawoff2#11).
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}
