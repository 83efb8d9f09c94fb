import path from "node:path";
import { expect, test } from "vitest";
import { LOOKS } from "../support/accessibility.ts";
import { astray } from "../support/addresses.ts";
import { faultsOnPages, oneOfEachKind, pagesIn, sideBySide } from "../support/every-page.ts";
import { fixtureNames } from "../support/fixtures.ts";
import { errorsOfHtml } from "../support/html.ts";
import { expectToLookRight } from "../support/looks.ts";
import { builtSite } from "../support/pages.ts";
import { serve } from "../support/serve.ts";
import { testSite } from "../support/site.ts";

// `npm test` looks at one page of each kind in each language.
test.each(fixtureNames)(
  "no page of the fixture %s has a fault in its HTML or layout, and no kind of page one in its accessibility",
  async (name) => {
    const site = await builtSite(name);
    const served = await serve(site.folder, site.prefix);
    expect(errorsOfHtml(pagesIn(site).map((file) => path.join(site.folder, file)))).toEqual([]);
    expect(await faultsOnPages(site, served, pagesIn(site), oneOfEachKind(site))).toEqual([]);
    served.close();
  },
);

test("A1: of the showcase in a folder every address in every file leads to a file of it", async () => {
  const site = testSite("showcase");
  site.write("site.yaml", site.source("site.yaml").replace(/^origin: .*$/m, "origin: https://Org.Example.io/press"));
  expect((await site.build()).stderr).toBe("");
  expect(astray(site.output, "https://org.example.io/press")).toEqual([]);
});

test.each(["en", "ru", "ar", "zh"])(
  "no kind of page of the showcase in the language %s looks wrong in any colours, window or size of text",
  async (lang) => {
    const site = await builtSite("showcase");
    const served = await serve(site.folder);
    const files = oneOfEachKind(site).filter((file) => file.startsWith(`${lang}/`));
    expect(files.length).toBeGreaterThan(12);
    await sideBySide(files, { bypassCSP: true }, async (opened, file) => {
      await expectToLookRight(opened, `${served.origin}/${file.replace(/index\.html$/, "")}`, LOOKS);
    });
    served.close();
  },
);
