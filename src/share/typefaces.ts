import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { convert } from "fontverter";
import { Blob, Face, Font, Variation } from "harfbuzzjs";
import { oneAtATime } from "../styling/one-at-a-time.ts";

/** A font, in bold, from which the glyphs of some characters are taken. */
export interface Typeface {
  readonly font: Font;
  /** The outline of a glyph as SVG path data, 1000 units to the em. */
  outline(glyph: number): string;
}

/** The packages whose fonts set text in pictures, the first that has a character first: together Latin, Cyrillic, Greek, Arabic, Chinese. */
const PACKAGES = ["commissioner", "noto-sans-arabic", "noto-sans-sc"];

/** A file of a font, and the characters that it is for as CSS writes their ranges; without them it may be for any. */
interface Part {
  readonly file: string;
  readonly range?: string;
}

/**
 * The fonts that text in pictures is set in. They come from packages and from the office, never from the machine, so
 * that the glyphs are the same everywhere; a part of a font is read when its first character is asked for.
 */
export class Typefaces {
  readonly #parts: readonly Part[];
  readonly #read = new Map<string, Promise<Typeface | undefined>>();
  readonly #known = new Map<number, Typeface | undefined>();

  /** @param own the path of the office's own font for text, which comes before all others. */
  constructor(own: string | undefined) {
    this.#parts = [...(own === undefined ? [] : [{ file: own }]), ...PACKAGES.flatMap(partsOf)];
  }

  /** The first font that has a character; undefined where none has. */
  async of(character: string): Promise<Typeface | undefined> {
    const code = character.codePointAt(0) ?? 0;
    if (!this.#known.has(code)) this.#known.set(code, await this.#find(code));
    return this.#known.get(code);
  }

  async #find(code: number): Promise<Typeface | undefined> {
    for (const part of this.#parts) {
      if (part.range !== undefined && !covers(part.range, code)) continue;
      const face = this.#read.get(part.file) ?? typeface(part.file);
      this.#read.set(part.file, face);
      if ((await face)?.font.nominalGlyph(code)) return face;
    }
    return undefined;
  }
}

/** The parts in which a package of Fontsource holds its font: `unicode.json` names each with its ranges. */
function partsOf(name: string): Part[] {
  const where = (file: string) => fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/${file}`));
  const ranges = JSON.parse(readFileSync(where("unicode.json"), "utf8")) as Readonly<Record<string, string>>;
  return Object.entries(ranges).map(([part, range]) => ({
    file: where(`files/${name}-${part.replace(/[[\]]/g, "")}-wght-normal.woff2`),
    range,
  }));
}

function covers(range: string, code: number): boolean {
  return range.split(",").some((part) => {
    const [from = 0, to = from] = part
      .slice(2)
      .split("-")
      .map((number) => Number.parseInt(number, 16));
    return from <= code && code <= to;
  });
}

/** Reads a font; undefined where the file is none, for browsers pass over such a file, too. */
async function typeface(file: string): Promise<Typeface | undefined> {
  const bytes = await oneAtATime(() => convert(readFileSync(file), "truetype")).catch(() => undefined);
  if (!bytes) return undefined;
  const font = new Font(new Face(new Blob(bytes)));
  font.setScale(1000, 1000);
  font.setVariations([new Variation("wght", 700)]);
  const outlines = new Map<number, string>();
  return {
    font,
    outline(glyph) {
      const known =
        outlines.get(glyph) ??
        font.glyphToPath(glyph).replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
      outlines.set(glyph, known);
      return known;
    },
  };
}
