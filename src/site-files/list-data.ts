import type { SiteUrl } from "../model/address.ts";
import { sha256 } from "../model/hash.ts";
import { ListedFile, type OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { updatedOn } from "../model/release.ts";
import {
  absolute,
  fileUrl,
  listDataUrl,
  listUrl,
  MAIN_LIST,
  outputFile,
  releaseUrl,
  twinFile,
  twinForms,
} from "../model/urls.ts";
import type { Page } from "../pages/page.ts";

/** Returns every page of the list of all releases as data, beside the page and with its number, so that older ones never change. */
export function listFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const byFile = new Map(press.releases.map((release) => [release.file, release]));
  return pages
    .filter((page) => page.kind === "list")
    .filter(({ lang, url }) => url.startsWith(listUrl(press.site, lang, MAIN_LIST)))
    .map((page) => {
      const make = () => {
        const { frame, newer, older } = page.view;
        const data = (url: SiteUrl | undefined) => url && absolute(press.site, listDataUrl(url));
        return `${JSON.stringify(
          {
            url: frame.canonical,
            description: frame.description,
            language: page.lang,
            newer: data(newer),
            older: data(older),
            releases: page.sources.flatMap((source) => entryOf(press, byFile.get(source))),
          },
          undefined,
          1,
        )}\n`;
      };
      return new ListedFile(outputFile(press.site, listDataUrl(page.url)), () => hashOf(page, byFile), make);
    });
}

type Releases = ReadonlyMap<string, Press["releases"][number]>;

/** Returns the days of the newest changes, which a list's page does not show. */
function hashOf(page: Page, byFile: Releases): string {
  return sha256(page.digest, ...page.sources.map((source) => updatedOn(byFile.get(source) ?? {}) ?? "-"));
}

function entryOf({ site }: Press, release: Press["releases"][number] | undefined) {
  if (!release) return [];
  const { title, type, date, lang, status, summary } = release;
  const url = absolute(site, releaseUrl(site, release));
  return [
    {
      id: url,
      url,
      title,
      date,
      updated: updatedOn(release),
      type,
      language: lang,
      status: status.is,
      summary: status.is === "withdrawn" ? undefined : summary,
      forms: twinForms(site).map(({ form, type: mediaType }) => ({
        type: mediaType,
        url: absolute(site, fileUrl(site, twinFile(release, form))),
      })),
    },
  ];
}
