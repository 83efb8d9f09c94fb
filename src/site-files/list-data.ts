import type { SiteUrl } from "../model/address.ts";
import { sha256 } from "../model/hash.ts";
import { ListedFile, type OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { type PublicRelease, updatedOn } from "../model/release.ts";
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
  const { site } = press;
  const byFile = new Map(press.releases.map((release) => [release.file, release]));
  return pages
    .filter((page) => page.kind === "list")
    .filter(({ lang, url }) => url.startsWith(listUrl(site, lang, MAIN_LIST)))
    .map((page) => {
      const releases = () => page.sources.flatMap((source) => byFile.get(source) ?? []);
      const make = () => {
        const { frame, newer, older } = page.view;
        const data = (url: SiteUrl | undefined) => url && absolute(site, listDataUrl(url));
        const list = {
          url: frame.canonical,
          description: frame.description,
          language: page.lang,
          newer: data(newer),
          older: data(older),
          releases: releases().map((release) => entryOf(press, release)),
        };
        return `${JSON.stringify(list, undefined, 1)}\n`;
      };
      // A list's page does not show the days of the newest changes.
      const hash = () => sha256(page.digest, ...releases().map((release) => updatedOn(release) ?? "-"));
      return new ListedFile(outputFile(site, listDataUrl(page.url)), hash, make);
    });
}

function entryOf({ site }: Press, release: PublicRelease) {
  const { title, type, date, lang, status, summary } = release;
  const url = absolute(site, releaseUrl(site, release));
  return {
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
  };
}
