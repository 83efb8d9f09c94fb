import { newestOf } from "../model/newest.ts";
import type { Sizes } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { originalOf } from "../model/translations.ts";
import { fileUrl, twinFile } from "../model/urls.ts";
import { documentsOf } from "../pages/attached.ts";
import { pictureOf } from "../pictures/library.ts";
import { downloadsView } from "../pictures/view.ts";
import { picturesOf } from "../text/pictures.ts";
import { pdfView } from "./pdf.ts";

/** Returns the languages of a release's press kit; none for an old release, or if there is only one text, which needs no packing. */
export function kitVersions(press: Press, key: string): readonly PublicRelease[] {
  const newest = newestOf(press, press.site.press_kits);
  if (!press.versions(key).some((release) => newest.has(release))) return [];
  const versions = press.versions(key).filter(({ status }) => status.is !== "withdrawn");
  const isPacked = (release: PublicRelease) => picturesOf(release).length + (release.documents ?? []).length > 0;
  return versions.length > 1 || versions.some(isPacked) ? versions : [];
}

/** Returns the press kit of a release, if it has one: for all its languages, beside the original. `size` is that of its pictures, documents and PDFs in bytes. */
export function kitView(press: Press, release: PublicRelease, sizes: Sizes) {
  const versions = kitVersions(press, release.key);
  if (versions.length === 0) return undefined;
  const original = originalOf(versions, press.site.default_language) ?? release;
  const parts = new Map<string, number>();
  for (const version of versions) {
    const pdf = pdfView(press, version, sizes);
    if (pdf) parts.set(pdf.url, pdf.size);
    for (const { url, size } of documentsOf(press, version)) parts.set(url, size);
    for (const named of picturesOf(version)) {
      const picture = pictureOf(press, version, named);
      const [largest] = picture ? downloadsView(press, picture, sizes) : [];
      if (largest) parts.set(largest.url, largest.size);
    }
  }
  return {
    url: fileUrl(press.site, twinFile(original, "zip")),
    size: [...parts.values()].reduce((sum, size) => sum + size, 0),
  };
}
