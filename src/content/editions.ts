import { attempt } from "../model/attempt.ts";
import { type Edition, editionIn, editionSeal, editionsSchema, editionTextSchema } from "../model/edition.ts";
import type { Problem } from "../model/problem.ts";
import { movedAddresses, type Published, sealOf } from "../model/published.ts";
import type { Release } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { releaseUrl } from "../model/urls.ts";
import { found } from "./disk.ts";
import { ADDRESSES, withoutSeal } from "./published.ts";
import { readSource } from "./source.ts";

/** The committed list of published texts, and the folder with the texts themselves. */
export const EDITIONS = "editions.json";
const FOLDER = "editions";

/** Bytes: the editions of a hundred thousand releases. */
const LARGEST = 50_000_000;

/** Returns where the text of an edition is, from the content folder. */
export function keptText(hash: string): string {
  return `${FOLDER}/${hash}.json`;
}

/**
 * Reads which texts of releases were published. The texts themselves are read where a release has several, or names a change
 * since the last one.
 */
export function loadEditions(
  contentDir: string,
  site: Site,
  releases: readonly Release[],
  published: Published,
  problems: Problem[],
): ReadonlyMap<string, readonly Edition[]> {
  const isThere = (name: string) => found(contentDir, name).is !== "nothing";
  const again = (file: string) => `Take it back from Git as it was: git checkout HEAD -- content/${file}`;
  const lost = (file: string, witness: string, what: string) =>
    problems.push({
      file,
      message: `This file is missing, and content/${witness} says that it was there: ${what} would be forgotten.`,
      fix: again(file),
    });
  if (isThere(FOLDER) && !isThere(EDITIONS)) lost(EDITIONS, FOLDER, "which texts were published");
  if (!isThere(EDITIONS)) return new Map();
  if (!isThere(ADDRESSES)) lost(ADDRESSES, EDITIONS, "every address that was ever public");
  const { value, seal } = withoutSeal(readJson(contentDir, EDITIONS));
  const checked = editionsSchema.safeParse(value);
  if (!checked.success || seal !== sealOf(checked.data)) {
    problems.push({
      file: EDITIONS,
      message: "This list cannot be read, or lines are missing in it: which texts were published is not known.",
      fix: again(EDITIONS),
    });
    return new Map();
  }
  const now = new Map(releases.map((release) => [releaseUrl(site, release) as string, release]));
  const addressOf = movedIn(checked.data, now, published);
  return new Map(
    Object.entries(checked.data).map(([before, all]) => {
      const url = addressOf(before);
      const editions = all.map(editionIn);
      const isChanged = editions.length > 1 || (now.get(url)?.noted ?? 0) > (editions[0]?.noted ?? 0);
      return [url, isChanged ? editions.map(withText) : editions];
    }),
  );

  /** A text that the office has deleted, because it must not be read any more, is simply not there. */
  function withText(edition: Edition): Edition {
    const file = keptText(edition.hash);
    const text = readEdition(contentDir, edition);
    if (!text && isThere(file))
      problems.push({ file, message: "This text is not as it was when it was published.", fix: again(file) });
    return { ...edition, text };
  }
}

/** Language, year and name of a release in its address: they stay when the site moves into another folder. */
const NAME = /[^/]+\/\d{4}\/[^/]+(?=\/?$)/;

/**
 * Returns a function that tells the address which the release of an edition has now. If its file got another name, it is known by an alias, or by its
 * title and day or the beginning of its text, as in the list of addresses.
 */
function movedIn(lines: object, now: ReadonlyMap<string, Release>, published: Published): (url: string) => string {
  if (Object.keys(lines).every((url) => now.has(url))) return (url) => url;
  const named = new Map(
    [...now].flatMap(([url, { aliases = [] }]) => [url, ...aliases].map((old) => [NAME.exec(old)?.[0], url] as const)),
  );
  const moved = movedAddresses(published, now);
  return (url) => {
    const to = now.has(url) ? url : (named.get(NAME.exec(url)?.[0]) ?? moved.get(url) ?? url);
    return to in lines ? url : to;
  };
}

/** Reads the text of an edition; undefined where it is not there, or not as it was. */
export function readEdition(contentDir: string, { hash, seal }: Pick<Edition, "hash" | "seal">): Edition["text"] {
  const kept = keptJson(contentDir, hash);
  const read = editionTextSchema.safeParse(kept);
  return read.success && (seal === undefined || seal === editionSeal(kept)) ? read.data : undefined;
}

/** Reads the file with the text of an edition. */
export function keptJson(contentDir: string, hash: string): unknown {
  return readJson(contentDir, keptText(hash));
}

function readJson(contentDir: string, file: string): unknown {
  const source = readSource(contentDir, file, { bytes: LARGEST, fix: "" });
  return source.is === "read" ? attempt(() => JSON.parse(source.value.text)) : undefined;
}
