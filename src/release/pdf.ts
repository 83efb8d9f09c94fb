import { newestOf } from "../model/newest.ts";
import type { Sizes } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { fileUrl, twinFile } from "../model/urls.ts";

/**
 * Returns the releases that have a PDF where a font has their letters: those that site.yaml names. That of a withdrawn one is its
 * notice, to which no page leads: whoever has its address learns what became of it.
 */
export function releasesWithPdf(press: Press): readonly PublicRelease[] {
  return [...newestOf(press, press.site.pdf)];
}

/** Returns a release's PDF as a link; undefined where it has none, which is an empty file in the cache for letters that no font has. */
export function pdfView({ site }: Press, release: PublicRelease, sizes: Sizes) {
  const file = twinFile(release, "pdf");
  const size = sizes(file) ?? 0;
  return size === 0 ? undefined : { url: fileUrl(site, file), size };
}
