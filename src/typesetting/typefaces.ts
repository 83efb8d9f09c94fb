import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../model/hash.ts";
import { oneAtATime, rangesIn } from "../styling/fonts.ts";
import { cachedTypeface, type Typeface } from "./font-cache.ts";
import { named } from "./font-names.ts";

/** One weight or slant of a variable font, by its axes. */
type Style = Readonly<Partial<Record<"wght" | "wdth" | "slnt", number>>>;

const REGULAR: Style = { wght: 400 };
const BOLD: Style = { wght: 700 };
const SLANTED = { slnt: -12 };

/** Packages of Fontsource: the first that has a character sets it. Together they have Latin, Cyrillic, Greek, Arabic and Chinese. */
const PACKAGES = [
  {
    name: "commissioner",
    family: "Commissioner",
    axis: "slnt",
    styles: [REGULAR, BOLD, { ...REGULAR, ...SLANTED }, { ...BOLD, ...SLANTED }],
  },
  // Letters of Noto Sans Arabic are drawn as a shape and dots apart, of which no text can be copied.
  { name: "vazirmatn", family: "Vazirmatn", axis: "wght", styles: [REGULAR, BOLD] },
  { name: "noto-sans-arabic", family: "Noto Sans Arabic", axis: "wght", styles: [REGULAR, BOLD] },
  { name: "noto-sans-sc", family: "Noto Sans SC", axis: "wght", styles: [REGULAR, BOLD] },
] as const;

/** The font of large numbers. */
const NUMERALS = { name: "archivo", family: "Archivo", axis: "wdth", styles: [{ wght: 800, wdth: 125 }] } as const;

type Package = (typeof PACKAGES)[number] | typeof NUMERALS;

/** A part of a font that is read when a character of its ranges is first asked for; without ranges it may have any. */
interface Part {
  readonly family: string;
  readonly file: string;
  readonly range?: readonly (readonly [from: number, to: number])[];
  readonly styles: readonly Style[];
}

/** Raise it when the way fonts are made changes, so that all are made again. */
const RECIPE = "1";

/** The visible characters of a text. Joiners, invisible and directional characters need no glyph. */
const UNSEEN = /[\p{C}\p{Z}\p{Variation_Selector}]/u;

/** The fonts that texts are set in: from packages and from the office, never from the machine, so that all machines set the same. */
export class Typefaces {
  readonly #parts: readonly Part[];
  readonly #numerals = partsOf(NUMERALS);
  readonly #read = new Map<Part, Promise<Typeface | undefined>>();
  readonly #known = new Map<number, Promise<Part | undefined>>();

  /** @param own the path of the office's own font for text, which comes before all others. */
  constructor(own?: string) {
    const first = own === undefined ? [] : [{ family: "Office", file: own, styles: [REGULAR, BOLD] }];
    this.#parts = [...first, ...PACKAGES.flatMap(partsOf)];
  }

  /** Returns the fonts that a text needs, in the order in which they are asked for a character, and the characters that none of them has. */
  async of(text: string) {
    const needed = new Set<Part>();
    const missing = new Set<string>();
    for (const character of new Set(text)) {
      if (UNSEEN.test(character)) continue;
      const part = await this.#partWith(character.codePointAt(0) ?? 0);
      if (part) needed.add(part);
      else missing.add(character);
    }
    const faces = await Promise.all(this.#parts.filter((part) => needed.has(part)).map((part) => this.#face(part)));
    return { faces: faces.filter((face) => face !== undefined), missing };
  }

  /** Returns the fonts for large numbers. */
  async numerals(): Promise<readonly Typeface[]> {
    const faces = await Promise.all(this.#numerals.map((part) => this.#face(part)));
    return faces.filter((face) => face !== undefined);
  }

  #partWith(code: number): Promise<Part | undefined> {
    const known = this.#known.get(code) ?? this.#find(code);
    this.#known.set(code, known);
    return known;
  }

  async #find(code: number): Promise<Part | undefined> {
    for (const part of this.#parts) {
      if (part.range && !part.range.some(([from, to]) => from <= code && code <= to)) continue;
      if ((await this.#face(part))?.characters.has(code)) return part;
    }
    return undefined;
  }

  #face(part: Part): Promise<Typeface | undefined> {
    const face = this.#read.get(part) ?? faceOf(part);
    this.#read.set(part, face);
    return face;
  }
}

/** The parts in which a package of Fontsource holds its font: `unicode.json` names each with its ranges. */
function partsOf({ name, family, axis, styles }: Package): Part[] {
  const list = fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/unicode.json`));
  const ranges = JSON.parse(readFileSync(list, "utf8")) as Readonly<Record<string, string>>;
  return Object.entries(ranges).map(([written, range]) => {
    const part = written.replace(/[[\]]/g, "");
    return {
      family: `${family} ${part}`,
      file: path.join(path.dirname(list), "files", `${name}-${part}-${axis}-normal.woff2`),
      range: rangesIn(range),
      styles,
    };
  });
}

/** Reads a part, each style of a variable font as a font of its own; undefined where the file is none: browsers pass over such a file, too. */
async function faceOf({ family, file, styles }: Part): Promise<Typeface | undefined> {
  const source = readFileSync(file);
  const key = sha256(RECIPE, family, JSON.stringify(styles), source).slice(0, 32);
  return cachedTypeface(key, () => made({ family, styles }, source));
}

/** Makes a part. What it takes is loaded only here, because a part that was made once is cached. */
async function made(
  { family, styles }: Pick<Part, "family" | "styles">,
  source: Buffer,
): Promise<Typeface | undefined> {
  const [{ convert }, { Blob, Face }, { default: subsetFont }] = await Promise.all([
    import("fontverter"),
    import("harfbuzzjs"),
    import("subset-font"),
  ]);
  const font = await oneAtATime(() => convert(source, "truetype")).catch(() => undefined);
  if (!font) return undefined;
  const face = new Face(new Blob(font));
  const axes = Object.keys(face.getAxisInfos());
  const fixed = (style: Style) =>
    oneAtATime(() =>
      subsetFont(Buffer.from(font), "", {
        targetFormat: "truetype",
        keepAllGlyphs: true,
        variationAxes: { ...style },
      } as Parameters<typeof subsetFont>[2]),
    );
  const styled = async (style: Style) => {
    const own = Object.fromEntries(Object.entries(style).filter(([axis]) => axes.includes(axis)));
    return named(await fixed(own), { family, isItalic: "slnt" in own });
  };
  const plain = [named(font, { family, isItalic: false })];
  const files = axes.length === 0 ? plain : await Promise.all(styles.map(styled));
  return { family, characters: new Set(face.collectUnicodes()), files };
}
