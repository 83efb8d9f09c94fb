import path from "node:path";
import type { SiteUrl } from "../model/address.ts";
import type { Localized } from "../model/fields.ts";
import { extensionOf, fileBeside, publishedName } from "../model/file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { fileUrl, listUrl } from "../model/urls.ts";
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

/** Returns the documents that a release names, each with the file that it is. */
export function documentFiles({ files }: Pick<Press, "files">, release: PublicRelease) {
  return (release.documents ?? []).flatMap((document) => {
    const source = fileBeside(files, release, document.file);
    return source ? [{ ...document, source }] : [];
  });
}

/** Returns the downloads of a release. */
export function documentsOf(press: Press, release: PublicRelease) {
  return documentFiles(press, release).map(({ file, title, lang, source }) => ({
    title,
    url: fileUrl(press.site, publishedName(source)),
    name: path.posix.basename(file),
    type: extensionOf(file).toUpperCase(),
    size: source.size,
    pages: source.pages,
    lang: lang === release.lang ? undefined : lang,
  }));
}

/** Returns the addresses of a release's documents by the names of their files, for links in its text. */
export function documentUrls(press: Press, release: PublicRelease): Readonly<Record<string, SiteUrl>> {
  const named = documentFiles(press, release);
  return Object.fromEntries(named.map(({ file, source }) => [file, fileUrl(press.site, publishedName(source))]));
}

/** Returns partners or topics as links to their lists; none for an id without a file. */
export function termLinks({ site, terms }: Press, folder: "partners" | "topics", ids: readonly string[], lang: string) {
  return ids.flatMap((id) => {
    const term = terms[folder].get(id);
    return term ? [{ name: phrase(site, term.name, lang), url: listUrl(site, lang, `${folder}/${id}`) }] : [];
  });
}
