import { mkdirSync } from "node:fs";
import path from "node:path";
import { EDITIONS, keptJson, keptText, readEdition } from "../content/editions.ts";
import type { Content } from "../model/content.ts";
import { type Edition, editionLine, editionSeal, editionText, versionOf } from "../model/edition.ts";
import { publishedMoment } from "../model/moment.ts";
import type { Press } from "../model/press.ts";
import { sealOf } from "../model/published.ts";
import { type Release, updatedOn } from "../model/release.ts";
import { releaseUrl } from "../model/urls.ts";
import { editionHash } from "../text/edition-words.ts";
import { replaceFile, textIn } from "./addresses.ts";

/** Keeps the texts of all releases that are public now, as they were typed. What was withdrawn gets no new edition. Returns how many are new. */
export function recordEditions(contentDir: string, content: Content, press: Press): number {
  const { site, editions } = content;
  const shown = new Set(press.releases.map(({ file }) => file));
  const lines: Record<string, readonly string[]> = Object.fromEntries(
    [...editions].map(([url, all]) => [url, all.map(editionLine)]),
  );
  let fresh = 0;
  for (const release of content.releases) {
    if (!shown.has(release.file) || release.status.is === "withdrawn") continue;
    const url = releaseUrl(site, release);
    const all = editions.get(url) ?? [];
    const { edition, text, isNew } = editionNow(contentDir, content, release, all.at(-1));
    if (isNew) {
      fresh++;
      const file = path.join(contentDir, keptText(edition.hash));
      mkdirSync(path.dirname(file), { recursive: true });
      replaceFile(file, text);
    }
    lines[url] = [...(isNew ? all : all.slice(0, -1)), edition].map(editionLine);
  }
  const sorted = Object.fromEntries(Object.entries(lines).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  replaceFile(
    path.join(contentDir, EDITIONS),
    `${JSON.stringify({ ...sorted, entries: sealOf(sorted) }, undefined, 1)}\n`,
  );
  return fresh;
}

/** The edition that is public now: the last one, where no word of it has changed. */
function editionNow(contentDir: string, { site }: Content, release: Release, last: Edition | undefined) {
  const { lang, noted } = release;
  const own = editionText(release);
  const text = `${JSON.stringify(own, undefined, 1)}\n`;
  const version = versionOf(release);
  const seal = editionSeal(own);
  if (last) {
    // Older lists have no seals.
    const isAsTyped =
      last.seal === undefined ? text === textIn(path.join(contentDir, keptText(last.hash))) : seal === last.seal;
    if (isAsTyped) return { edition: { ...last, version, noted, seal }, text, isNew: false };
    if (isSame(contentDir, release, last)) return { edition: { ...last, version, noted }, text, isNew: false };
  }
  const day = (last && updatedOn(release)) ?? publishedMoment(release, site).slice(0, 10);
  const hash = editionHash(own, lang);
  // A text with the same words is kept as it was typed first.
  const kept = keptJson(contentDir, hash) ?? own;
  const edition = { day, version, noted, hash, seal: editionSeal(kept) };
  return { edition, text: `${JSON.stringify(kept, undefined, 1)}\n`, isNew: true };
}

/** Whether a release has the words of an edition; by the words themselves where another version of Dateline made the hash. */
function isSame(contentDir: string, release: Release, last: Edition): boolean {
  const own = editionHash(editionText(release), release.lang);
  const text = own === last.hash ? undefined : readEdition(contentDir, last);
  return own === last.hash || (text !== undefined && editionHash(text, release.lang) === own);
}
