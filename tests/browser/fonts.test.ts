import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layoutShift, openNew } from "../support/browser.ts";
import { serve } from "../support/serve.ts";
import { testSite } from "../support/site.ts";

const THEME = "theme: { fonts: { body: commissioner, numerals: archivo, arabic: noto-sans-arabic } }\n";
const SITE = readFileSync("tests/fixtures/minimal/site.yaml", "utf8").replace(
  "languages:",
  "languages:\n  ru: { label: Русский, dir: ltr }\n  ar: { label: العربية, dir: rtl }",
);

describe("web fonts that the theme names", () => {
  test("come from the site itself, cut to its scripts, with their licence, and move nothing", async () => {
    const site = testSite();
    site.write("site.yaml", SITE + THEME);
    expect((await site.build()).stderr).toBe("");
    const served = await serve(site.output);
    const families: Record<string, string> = { en: "Dateline Text", ru: "Dateline Text", ar: "Dateline Arabic" };
    for (const [lang, family] of Object.entries(families)) {
      const { page, faults } = await openNew({ viewport: { width: 390, height: 844 } });
      const fonts: string[] = [];
      page.on("response", (response) => {
        if (response.url().endsWith(".woff2")) fonts.push(new URL(response.url()).pathname);
      });
      await page.goto(`${served.origin}/${lang}/`);
      // The second page finds the fonts in the cache, as a reader's does.
      await page.goto(`${served.origin}/${lang}/releases/`);
      await page.waitForLoadState("networkidle");
      const used = await page.evaluate<string[]>(
        `[...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll('"', ""))`,
      );
      expect(used).toContain(family);
      const shift = await layoutShift(page);
      expect({ lang, shift }).toEqual({ lang, shift: 0 });
      expect(fonts.length).toBeGreaterThan(0);
      expect(faults).toEqual([]);
    }
    for (const font of ["commissioner", "archivo", "noto-sans-arabic"])
      expect(site.read(`fonts/${font}-licence.txt`)).toContain("SIL OPEN FONT LICENSE");
    served.close();
  });

  test("may be files of the office's own", async () => {
    const site = testSite();
    const own = readFileSync("node_modules/@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2");
    site.write("own.woff2", own);
    site.write("site.yaml", `${SITE}theme: { fonts: { body: own.woff2 } }\n`);
    expect((await site.build()).stderr).toBe("");
    const [file] = site.files().filter((name) => name.endsWith(".woff2"));
    expect(file).toMatch(/^files\/own\.[0-9a-f]{10}\.woff2$/);
    expect(site.read("en/index.html")).toContain(`src:url(/${file})`);
  });

  test("are not there when the theme names none", async () => {
    const site = testSite();
    await site.build();
    expect(site.files().filter((name) => /font|woff/.test(name))).toEqual([]);
    expect(site.read("en/index.html")).not.toContain("@font-face");
  });
});
