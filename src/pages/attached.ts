import path from "node:path";
import type { SiteUrl } from "../model/address.ts";
import type { Localized } from "../model/fields.ts";
import { extensionOf, fileBeside, publishedName } from "../model/file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { fileUrl } from "../model/urls.ts";
import { type Phrase, phrase } from "./frame.ts";

/** Returns the “About …” texts: of the partners that the release names in `boilerplates`, or of all that have one; then the office's own. */
export function boilerplatesOf({ site, terms }: Press, release: PublicRelease): { name: Phrase; text: Phrase }[] {
  const ids = release.boilerplates ?? release.partners.map(({ id }) => id);
  const about = (name: Localized, text: Localized | undefined) =>
    text === undefined ? [] : [{ name: phrase(site, name, release.lang), text: phrase(site, text, release.lang) }];
  return [
    ...[...new Set(ids)].flatMap((id) => {
      const partner = terms.partners.get(id);
      return partner ? about(partner.name, partner.about) : [];
    }),
    ...about(site.name, site.about),
  ];
}

/** Returns the downloads of a release. */
export function documentsOf({ site, files }: Press, release: PublicRelease) {
  return (release.documents ?? []).flatMap(({ file, title, lang }) => {
    const found = fileBeside(files, release, file);
    if (!found) return [];
    const label = lang === undefined || lang === release.lang ? undefined : lang;
    return [
      {
        title,
        url: fileUrl(site, publishedName(found)),
        name: path.posix.basename(file),
        type: extensionOf(file).toUpperCase(),
        size: found.size,
        pages: found.pages,
        lang: label,
      },
    ];
  });
}

/** Returns the addresses of a release's documents by the names of their files, for links in its text. */
export function documentUrls({ site, files }: Press, release: PublicRelease): Readonly<Record<string, SiteUrl>> {
  return Object.fromEntries(
    (release.documents ?? []).flatMap(({ file }) => {
      const found = fileBeside(files, release, file);
      return found ? [[file, fileUrl(site, publishedName(found))] as const] : [];
    }),
  );
}
