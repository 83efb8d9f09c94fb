import { z } from "zod";
import { sha256 } from "./hash.ts";
import { isCalendarDate } from "./instant.ts";
import type { Release } from "./release.ts";

/**
 * The committed list of every address at which a release was ever public: address → the day it was first seen, the mark
 * of the release (its language, day and title), and the address it moved to, where it did. Each is a word of the value;
 * older lists have only the day.
 */
export type Published = Readonly<Record<string, string>>;

/** An address of a release: the folder of the site, where it was in one, then language, year and name. Nothing leads out of the site. */
const ADDRESS =
  /^(?:\/(?!\.)(?![^/]*%(?:2e|2f|5c))[^\s/\\?#]+)*?\/[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\/\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*\/$/;
const SEEN = /^(\d{4}-\d{2}-\d{2})(?: [0-9a-f]{12}(?: (\S+))?)?$/;

export const publishedSchema = z.record(
  z.string().regex(ADDRESS),
  z.string().refine((value) => {
    const [, day, now] = SEEN.exec(value) ?? [];
    return day !== undefined && isCalendarDate(day) && (now === undefined || ADDRESS.test(now));
  }),
);

/** The addresses below a folder of the host: what stood elsewhere before the site moved into it is not the site's to serve. */
export function publishedBelow(prefix: string, published: Published): Published {
  return Object.fromEntries(Object.entries(published).filter(([url]) => url.startsWith(`${prefix}/`)));
}

/** By what a release is known again when its file has been renamed: its title as it was typed, which no change of typography changes. */
function markOf({ lang, date, title, titleAsTyped = title }: Release): string {
  return sha256([lang, date, titleAsTyped].join("\n")).slice(0, 12);
}

/** A release and its address. */
export type Addressed = ReadonlyMap<string, Release>;

/**
 * Recorded addresses that a release has moved away from, each with the address it has now. A release has moved where the
 * list says so, or where an address leads nowhere any more and exactly one release that was never recorded has its mark.
 */
export function movedAddresses(published: Published, releases: Addressed): Map<string, string> {
  const gone = Object.keys(published).filter((url) => !releases.has(url));
  if (gone.length === 0) return new Map();
  const fresh = new Map<string, string[]>();
  for (const [url, release] of releases) {
    if (url in published) continue;
    const mark = markOf(release);
    fresh.set(mark, [...(fresh.get(mark) ?? []), url]);
  }
  const next = (url: string): string | undefined => {
    const [, mark = "", now] = (published[url] ?? "").split(" ");
    const [found, ...others] = fresh.get(mark) ?? [];
    return now ?? (others.length === 0 ? found : undefined);
  };
  const moved = new Map<string, string>();
  for (const from of gone) {
    const passed = new Set<string>();
    let at: string | undefined = from;
    while (at !== undefined && !releases.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next(at);
    }
    if (at !== undefined && at !== from && releases.has(at)) moved.set(from, at);
  }
  return moved;
}

/** The list with what is public now: new addresses, the marks of those that are there, and where others have moved to. */
export function recorded(published: Published, releases: Addressed, day: string): Published {
  const all: Record<string, string> = { ...published };
  for (const [from, to] of movedAddresses(published, releases)) {
    const [first = day, mark = ""] = (published[from] ?? "").split(" ");
    if (mark !== "") all[from] = `${first} ${mark} ${to}`;
  }
  for (const [url, release] of releases) all[url] = `${(published[url] ?? day).slice(0, 10)} ${markOf(release)}`;
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
