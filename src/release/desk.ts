import type { Sizes } from "../model/output-file.ts";
import { newestOf, type Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { originalOf } from "../model/translations.ts";
import { fileUrl, twinFile } from "../model/urls.ts";
import { documentsOf } from "../pages/attached.ts";
import { contactView, contactViews } from "../pages/contact.ts";
import { picturesShown, pictureUrl } from "../pictures/library.ts";
import { downloadsView } from "../pictures/view.ts";
import { picturesOf } from "../text/pictures.ts";

/** Returns what a journalist needs first of a release: whom to call, and what there is to take away. Of a withdrawn one there is nothing to take, and the office itself answers. */
export function deskView(press: Press, release: PublicRelease, sizes: Sizes) {
  const { site } = press;
  const { lang } = release;
  const isWithdrawn = release.status.is === "withdrawn";
  const contacts = isWithdrawn ? [] : contactViews(press, release.contacts, lang);
  const office = contactView(press, site.press_office, lang);
  const whom = {
    contact: [...contacts, ...(office ? [office] : [])].find(({ phone, mobile }) => phone ?? mobile) ?? office,
  };
  if (isWithdrawn) return { ...whom, pdf: undefined };
  return {
    ...whom,
    text: fileUrl(site, twinFile(release, "txt")),
    pictures: picturesView(press, release),
    kit: kitView(press, release, sizes),
    pdf: pdfView(press, release, sizes),
  };
}

/** Returns how many pictures a release has, and their address: for a single one its own page, else the place on the release's page. */
function picturesView(press: Press, release: PublicRelease) {
  const [only, ...more] = new Set(picturesShown(press, release).map(({ picture }) => picture));
  if (!only) return undefined;
  if (more.length === 0) return { count: 1, url: pictureUrl(press.site, release.lang, only) };
  return { count: 1 + more.length, url: release.gallery?.length ? "#pictures" : release.image ? "#picture" : "#text" };
}

/** Returns the languages of a release's press kit; none for an old release, or if there is only one text, which needs no packing. */
export function kitVersions(press: Press, key: string): readonly PublicRelease[] {
  const newest = newestOf(press, press.site.press_kits);
  if (!press.versions(key).some((release) => newest.has(release))) return [];
  const versions = press.versions(key).filter(({ status }) => status.is !== "withdrawn");
  const isPacked = (release: PublicRelease) => picturesOf(release).length + (release.documents ?? []).length > 0;
  return versions.length > 1 || versions.some(isPacked) ? versions : [];
}

/** Returns the press kit of a release, if it has one: for all its languages, beside the original. `size` is that of its pictures, documents and PDFs in bytes. */
function kitView(press: Press, release: PublicRelease, sizes: Sizes) {
  const versions = kitVersions(press, release.key);
  if (versions.length === 0) return undefined;
  const original = originalOf(versions, press.site.default_language) ?? release;
  const parts: { readonly url: string; readonly size: number }[] = versions.flatMap((version) => [
    ...[pdfView(press, version, sizes) ?? []].flat(),
    ...documentsOf(press, version),
    ...picturesShown(press, version).flatMap(({ picture }) => downloadsView(press, picture, sizes).slice(0, 1)),
  ]);
  const sizesByUrl = new Map(parts.map(({ url, size }) => [url, size]));
  return {
    url: fileUrl(press.site, twinFile(original, "zip")),
    size: [...sizesByUrl.values()].reduce((sum, size) => sum + size, 0),
  };
}

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
