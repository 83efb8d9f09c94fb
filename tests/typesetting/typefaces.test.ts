import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sha256 } from "../../src/model/hash.ts";
import { Typefaces } from "../../src/typesetting/typefaces.ts";

const families = async (text: string, own?: string) =>
  (await new Typefaces(own).of(text)).faces.map(({ family }) => family);

test("each script has its font, and a character that none has is named", async () => {
  expect(await families("Word")).toEqual(["Commissioner latin"]);
  expect(await families("Слово")).toEqual(["Commissioner cyrillic"]);
  expect(await families("كلمة")).toEqual(["Vazirmatn arabic"]);
  expect((await families("字")).every((family) => family.startsWith("Noto Sans SC"))).toBe(true);
  const { missing } = await new Typefaces().of("A 🌊 ქ");
  expect(missing).toEqual(new Set(["🌊", "ქ"]));
});

test("fonts asked for at once are the same as those asked for one after another", async () => {
  const texts = ["H", "Я", "ع", "中"];
  const filesOf = async (faces: Typefaces, text: string) =>
    sha256(...(await faces.of(text)).faces.flatMap(({ files }) => files));
  const together = new Typefaces();
  const atOnce = await Promise.all(texts.map((text) => filesOf(together, text)));
  for (const [index, text] of texts.entries()) expect(await filesOf(new Typefaces(), text)).toBe(atOnce[index]);
  expect(new Set(atOnce).size).toBe(4);
});

test("the office's own font comes first, and a file that is none is passed over", async () => {
  const archivo = fileURLToPath(
    import.meta.resolve("@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2"),
  );
  expect(await families("Word", archivo)).toEqual(["Office"]);
  expect(await families("Word Слово", archivo)).toEqual(["Office", "Commissioner cyrillic"]);
  expect(await families("Word", "package.json")).toEqual(["Commissioner latin"]);
});

test("fonts that an earlier process made are the same, and one that is damaged is made anew", async () => {
  const bytesOf = async () => sha256(...(await new Typefaces().of("Wordε")).faces.flatMap(({ files }) => files));
  const made = await bytesOf();
  const folder = ".cache/typst/";
  const fonts = readdirSync(folder).filter((name) => /^[0-9a-f]{32}$/.test(name));
  expect(fonts.length).toBeGreaterThan(1);
  const whole = new Map(fonts.map((name) => [name, readFileSync(folder + name)]));
  for (const name of fonts) truncateSync(folder + name, 5000);
  expect(await bytesOf()).toBe(made);
  const flipped = ([name, bytes]: [string, Buffer]) => {
    const other = Buffer.from(bytes);
    other[5000] = (other[5000] ?? 0) ^ 1;
    writeFileSync(folder + name, other);
  };
  for (const one of whole) flipped(one);
  expect(await bytesOf()).toBe(made);
});
