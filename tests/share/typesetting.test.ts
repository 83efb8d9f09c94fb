import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { logoFor } from "../../src/share/drawing.ts";
import { Typefaces } from "../../src/share/typefaces.ts";
import { type Setting, typeset } from "../../src/share/typesetting.ts";

const faces = new Typefaces(undefined);
const room = { lang: "en", dir: "ltr", width: 1000, height: 120, sizes: [100, 50], leading: 1.1 } as const;

/** The lines of a text, each as its glyphs from left to right: outline and place. */
async function lines(text: string, setting: Partial<Setting> = {}) {
  const { lines: set = [] } = (await typeset(faces, { text, ...room, ...setting })) ?? {};
  return set.map(({ glyphs }) =>
    [...glyphs.matchAll(/translate\((\S+) \S+\)" d="([^"]*)"/g)].map(([, x, outline]) => ({ x: Number(x), outline })),
  );
}

const outlines = async (text: string, setting: Partial<Setting> = {}) =>
  (await lines(text, setting)).flat().map(({ outline }) => outline);

const arabic = { lang: "ar", dir: "rtl" } as const;

test("fonts asked for at once are the same as those asked for one after another", async () => {
  const letters = ["H", "Я", "ع", "中"];
  const outlineOf = async (fonts: Typefaces, letter: string) => {
    const face = await fonts.of(letter);
    return face?.outline(face.font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0);
  };
  const after: (string | undefined)[] = [];
  for (const letter of letters) after.push(await outlineOf(faces, letter));
  const together = new Typefaces(undefined);
  expect(await Promise.all(letters.map((letter) => outlineOf(together, letter)))).toEqual(after);
  expect(new Set(after).size).toBe(4);
});

describe("a text is set", () => {
  test("in Arabic with letters that join, from right to left", async () => {
    const [last, middle, first] = await outlines("ععع", arabic);
    const [alone] = await outlines("ع", arabic);
    expect(new Set([last, middle, first, alone]).size).toBe(4);
    const [alef, ain] = [await outlines("ا", arabic), await outlines("ع", arabic)];
    expect(await outlines("ا ع", arabic)).toEqual([...ain, ...alef]);
  });

  test("with numbers and names of another direction in their own, and brackets turned", async () => {
    const [one, two] = await outlines("12");
    const set = await outlines("ا 12", arabic);
    expect(set.slice(0, 2)).toEqual([one, two]);
    expect((await outlines("(ا)", arabic)).map((outline) => outline)).toEqual([
      ...(await outlines("(")),
      ...(await outlines("ا", arabic)),
      ...(await outlines(")")),
    ]);
  });

  test("in lines of about the same length, which never begin with a comma", async () => {
    const [first = [], second = []] = await lines("One two three four five six", {
      width: 500,
      height: 1000,
      sizes: [50],
    });
    const end = (line: typeof first) => line.at(-1)?.x ?? 0;
    expect(Math.abs(end(first) - end(second))).toBeLessThan(4000);
    const comma = (await outlines("，", { lang: "zh" }))[0];
    for (const width of [200, 250, 300, 350]) {
      const set = await lines("水文站，水文站，水文站，水文站", { lang: "zh", width, height: 1000, sizes: [50] });
      expect(set.length).toBeGreaterThan(1);
      for (const line of set) expect(line[0]?.outline).not.toBe(comma);
    }
  });

  test("smaller where it is long, with an ellipsis where that is not enough", async () => {
    const sizeOf = async (text: string) => (await typeset(faces, { text, ...room }))?.size;
    expect(await sizeOf("Short")).toBe(100);
    expect(await sizeOf("A title of several words that is longer")).toBe(50);
    const cut = await typeset(faces, { text: "word ".repeat(50), ...room });
    expect(cut?.lines).toHaveLength(2);
    expect((await outlines("word ".repeat(50))).at(-1)).toBe((await outlines("…"))[0]);
    for (let length = 1; length <= 20; length += 3) {
      const text = `${"n".repeat(length)} `.repeat(60);
      for (const { width } of (await typeset(faces, { text, ...room }))?.lines ?? [])
        expect(width).toBeLessThanOrEqual(1000);
    }
  });

  test("not at all where no font has a letter of it; signs that none has are left out", async () => {
    expect(await typeset(faces, { text: "საქართველო", ...room })).toBeUndefined();
    expect(await outlines("Flood 🌊 alarm")).toEqual(await outlines("Flood alarm"));
  });

  test("in the office's own font, and in the others where that is none", async () => {
    const archivo = fileURLToPath(
      import.meta.resolve("@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2"),
    );
    const inFont = (own: string) => typeset(new Typefaces(own), { text: "Word", ...room });
    const usual = await typeset(faces, { text: "Word", ...room });
    expect((await inFont(archivo))?.lines).not.toEqual(usual?.lines);
    expect((await inFont("package.json"))?.lines).toEqual(usual?.lines);
  });
});

test("a logo stands in the mark's block, but one with words in a font of the machine does not", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const logo = async (name: string, inner: string) => {
    const file = path.join(folder, name);
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 122">${inner}</svg>`;
    writeFileSync(file, drawing);
    return logoFor({ file: name, path: file, size: 1, sha256: "", drawing });
  };
  expect(await logo("drawn.svg", '<path d="M0 0h60v122z"/>')).toMatch(/^data:image\/png;base64,/);
  expect(await logo("written.svg", "<text>Office</text>")).toBeUndefined();
});
