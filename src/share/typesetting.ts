import { createRequire } from "node:module";
import { Rules } from "@cto.af/linebreak";
import type { Bidi } from "bidi-js";
import { Buffer, Direction, shape } from "harfbuzzjs";
import { SPACES } from "../text/escape.ts";
import { isolated } from "../text/isolate.ts";
import type { Typeface, Typefaces } from "./typefaces.ts";

/** A text and the room that it has, in pixels. */
export interface Setting {
  readonly text: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly width: number;
  readonly height: number;
  /** Sizes of type to choose from, the largest first: the first in which all fits is taken. */
  readonly sizes: readonly number[];
  /** The height of a line, in ems. */
  readonly leading: number;
  /** What stands between letters, in ems. */
  readonly tracking?: number;
}

export interface Line {
  /** SVG elements, 1000 units to the em, from the left end of the base line upwards. */
  readonly glyphs: string;
  /** In pixels. */
  readonly width: number;
}

/** A text set in lines, each in the order in which it is seen. */
export interface Typeset {
  readonly size: number;
  readonly lines: readonly Line[];
}

/** A character with its font and its embedding level (UAX #9): odd is right-to-left. */
interface Character {
  readonly text: string;
  readonly face: Typeface;
  readonly level: number;
}

type Shaped = (characters: readonly Character[]) => Line;

/** Characters between two places where a line may end (UAX #14). Widths are in thousandths of an em; `ink` is without spaces at the end. */
interface Piece {
  readonly characters: readonly Character[];
  readonly width: number;
  readonly ink: number;
}

/** The package is CommonJS, and its types describe an ES module: `require` returns the function itself. */
const makeBidi: () => Bidi = createRequire(import.meta.url)("bidi-js");
const bidi = makeBidi();
const rules = new Rules({ string: true });

/**
 * Sets a text in lines of about the same length; one that is too long even in the smallest size is cut with an ellipsis.
 * Characters that no font has (emoji) are left out. Undefined where that would be a letter or digit: half a name is worse than none.
 */
export async function typeset(faces: Typefaces, setting: Setting): Promise<Typeset | undefined> {
  const { lang, dir, width, height, sizes, leading, tracking = 0 } = setting;
  const text = await writable(faces, isolated(setting.text, lang));
  const ellipsis = await faces.of("…");
  if (!text || !ellipsis) return undefined;
  const shaped: Shaped = (characters) => shapedIn(characters, lang, tracking * 1000);
  const pieces = (await characters(faces, text, dir)).map((part) => pieceOf(part, shaped));
  const widest = pieces.reduce((most, { ink }) => Math.max(most, ink), 0);
  const room = (size: number) => ({
    limit: (width * 1000) / size,
    most: Math.max(1, Math.floor(height / (size * leading))),
  });
  const fitting = sizes.find((size) => {
    const { limit, most } = room(size);
    return widest <= limit && filled(pieces, limit).length <= most;
  });
  const size = fitting ?? sizes.at(-1) ?? 1;
  const { limit, most } = room(size);
  const end: Character = { text: "…", face: ellipsis, level: dir === "rtl" ? 1 : 0 };
  const lines = fitting === undefined ? cut(pieces, limit, most, end, shaped) : balanced(pieces, limit, widest);
  return {
    size,
    lines: lines.map((line) => {
      const { glyphs, width: ems } = shaped(withoutBlanks(line.flatMap((piece) => piece.characters)));
      return { glyphs, width: (ems * size) / 1000 };
    }),
  };
}

/** What belongs to the character before it: accents, joiners, marks of direction. */
const ATTACHED = /[\p{M}\p{Cf}]/u;

/** The text without what no font has, which is the narrow no-break space, too; undefined where that is more than such characters. */
async function writable(faces: Typefaces, text: string): Promise<string | undefined> {
  let kept = "";
  let isThere = true;
  const spaced = text.normalize("NFC").replaceAll("\u202f", "\u00a0").replace(SPACES, " ");
  for (const character of spaced) {
    if (!ATTACHED.test(character)) isThere = (await faces.of(character)) !== undefined;
    if (!isThere && /[\p{L}\p{N}]/u.test(character)) return undefined;
    if (isThere) kept += character;
  }
  return kept.replace(/ +/g, " ").trim();
}

/** The characters of a text, in parts between which a line may end. A mark is in the font of what it stands on. */
async function characters(faces: Typefaces, text: string, dir: "ltr" | "rtl"): Promise<Character[][]> {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const parts: Character[][] = [];
  let at = 0;
  let last: Typeface | undefined;
  for (const { string = "" } of rules.breaks(text)) {
    const part: Character[] = [];
    for (const character of string) {
      const face = last && ATTACHED.test(character) ? last : await faces.of(character);
      if (face) part.push({ text: character, face, level: levels[at] ?? 0 });
      last = face ?? last;
      at += character.length;
    }
    parts.push(part);
  }
  return parts;
}

function pieceOf(part: readonly Character[], shaped: Shaped): Piece {
  return { characters: part, width: shaped(part).width, ink: shaped(withoutBlanks(part)).width };
}

function withoutBlanks(part: readonly Character[]): readonly Character[] {
  return part.slice(0, part.findLastIndex(({ text }) => text !== " ") + 1);
}

/** As many pieces in each line as there is room for. */
function filled(pieces: readonly Piece[], limit: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (used + piece.ink > limit) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(piece);
    used += piece.width;
  }
  return lines;
}

/** The same number of lines, in the least width that holds them. */
function balanced(pieces: readonly Piece[], limit: number, widest: number): Piece[][] {
  let lines = filled(pieces, limit);
  const step = limit / 50;
  for (let width = limit - step; width >= widest; width -= step) {
    const narrower = filled(pieces, width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** The lines that there is room for, the last with an ellipsis; a word that is wider than a line is broken. */
function cut(pieces: readonly Piece[], limit: number, most: number, end: Character, shaped: Shaped): Piece[][] {
  const small = pieces.flatMap((piece) =>
    piece.ink > limit ? piece.characters.map((character) => pieceOf([character], shaped)) : [piece],
  );
  const lines = filled(small, limit);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? [];
  const ended = () => pieceOf([...withoutBlanks(last.flatMap((piece) => piece.characters)), end], shaped);
  while (last.length > 0 && ended().ink > limit) last.pop();
  return [...kept, [ended()]];
}

interface Run {
  text: string;
  readonly face: Typeface;
  readonly level: number;
}

/** One line of characters as glyphs (HarfBuzz), from left to right. */
function shapedIn(line: readonly Character[], lang: string, tracking: number): Line {
  let x = 0;
  let glyphs = "";
  for (const { text, face, level } of seen(runsOf(line))) {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(lang);
    shape(face.font, buffer);
    const positions = buffer.getGlyphPositions();
    for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const outline = glyph === 0 ? "" : face.outline(glyph);
      if (outline) glyphs += `<path transform="translate(${x + xOffset} ${yOffset})" d="${outline}"/>`;
      x += xAdvance + (xAdvance > 0 ? tracking : 0);
    }
  }
  return { glyphs, width: x };
}

function runsOf(line: readonly Character[]): Run[] {
  const runs: Run[] = [];
  for (const { text, face, level } of line) {
    const last = runs.at(-1);
    if (last?.face === face && last.level === level) last.text += text;
    else runs.push({ text, face, level });
  }
  return runs;
}

/** Runs in the order in which they are seen from left to right (UAX #9, rule L2). */
function seen(runs: readonly Run[]): Run[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while ((order[to]?.level ?? 0) >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).toReversed());
      if (to > from) from = to;
    }
  }
  return order;
}
