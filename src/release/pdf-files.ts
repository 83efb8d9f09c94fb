import { readFileSync } from "node:fs";
import { sha256 } from "../model/hash.ts";
import { oncePer } from "../model/memo.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { twinFile } from "../model/urls.ts";
import { wordsDigest } from "../pages/digests.ts";
import { templateFile } from "../roots.ts";
import { officeFont, typesetterFor } from "../typesetting/typesetter.ts";
import { lookOf, PDF_TEMPLATE, releasePdf } from "./forms/pdf.ts";
import { releasesWithPdf } from "./pdf.ts";
import { tellingOf } from "./sections.ts";

/** Raise it when the code that makes PDFs changes, or a version of Typst or of a font, so that all are made again. */
const RECIPE = "3";

/** The PDFs of releases, each cache under a hash over all that it is made of. */
export function pdfFiles(press: Press): OutputFile[] {
  return releasesWithPdf(press).map((release): OutputFile => {
    return {
      file: twinFile(release, "pdf"),
      costly: true,
      get hash() {
        return cacheNames(press)(release);
      },
      get cacheName() {
        return cacheNames(press)(release);
      },
      make: async (cache) =>
        (await releasePdf(press, release, { typesetter: typesetterFor(press), cache })) ?? new Uint8Array(),
    };
  });
}

/** Computed when one is asked for, because a preview lists all PDFs to show one page. */
const cacheNames = oncePer((press: Press) =>
  oncePer(
    (release: PublicRelease) => `pdf/${release.slug}.${release.lang}.${pdfDigest(press, release).slice(0, 16)}.pdf`,
  ),
);

/** Returns a hash over all that the PDF of a release is made of. */
export function pdfDigest(press: Press, release: PublicRelease): string {
  return sha256(pdfSetting(press), wordsDigest(press, release.lang), JSON.stringify(tellingOf(press, release)));
}

/** Returns a hash over what all PDFs of a site are made of. */
export const pdfSetting = oncePer((press: Press) => {
  const { brand, accent, logo } = lookOf(press);
  const { languages, timezone, country, default_language } = press.site;
  const own = [brand, accent, logo?.sha256, officeFont(press)?.sha256];
  const settings = JSON.stringify([...own, languages, timezone, country, default_language]);
  return sha256(RECIPE, readFileSync(templateFile(`typst/${PDF_TEMPLATE}`)), settings);
});
