import { z } from "zod";
import { sha256 } from "./hash.ts";
import { isCalendarDate } from "./instant.ts";
import type { Release } from "./release.ts";

/**
 * The committed list of every address that was ever public: address → the day it was first seen, marks of the text and of the
 * title of what stands there, and the address it moved to, where it did, or `gone`, where the office let it go. Each is a word
 * of the value; older lists have only the day, or the day and one mark.
 */
export type Published = Readonly<Record<string, string>>;

const PREFIX = String.raw`(?:\/(?!\.)(?![^/]*%(?:2e|2f|5c))[^\s/\\?#{}]+)*?`;
const LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*";
const SLUG = "[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*";

/** An address of a release: the folder of the site, where it was in one, then language, year and name. Nothing leads out of the site. */
const ADDRESS = new RegExp(String.raw`^${PREFIX}\/${LANGUAGE}\/\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*\/$`);

/** Addresses of one page in several languages, in one line: `/{en,ru}/partners/undp/`; and of a document. */
const SHARED = new RegExp(String.raw`^(${PREFIX}\/)\{(${LANGUAGE}(?:,${LANGUAGE})*)\}(\/(?:${SLUG}\/)*)$`);
const OTHER = new RegExp(String.raw`^${PREFIX}(?:\/${LANGUAGE}\/(?:${SLUG}\/)*|\/files\/${SLUG})$`);
const SEEN = /^(\d{4}-\d{2}-\d{2})(?: ([0-9a-f]{8}))?(?: ([0-9a-f]{12}))?(?: (\S+))?$/;

/** What the value of an address says. */
function seenIn(value: string) {
  const [, day = "", text, mark, now] = SEEN.exec(value) ?? [];
  return { day, text, mark, now };
}

export const publishedSchema = z.record(
  z.string().refine((url) => ADDRESS.test(url) || SHARED.test(url) || (/\/files\//.test(url) && OTHER.test(url))),
  z.string().refine((value) => {
    const { day, mark, now } = seenIn(value);
    const isPlace =
      now === undefined || now === "gone" || (mark !== undefined && (ADDRESS.test(now) || OTHER.test(now)));
    return day !== "" && isCalendarDate(day) && isPlace;
  }),
);

/** The list with a line for each address. */
export function expanded(list: Published): Published {
  return Object.fromEntries(
    Object.entries(list).flatMap(([line, value]) => {
      const [, before, languages, path] = SHARED.exec(line) ?? [];
      return languages === undefined
        ? [[line, value]]
        : languages.split(",").map((lang) => [before + lang + path, value]);
    }),
  );
}

/** Returns what stands at the end of a list, so that a line that is missing is noticed: how many it has, and a hash over them. */
export function sealOf(list: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(list).filter((line) => line !== "entries");
  return `${lines.length} ${sha256(lines.toSorted().join("\n")).slice(0, 12)}`;
}

/** The list as it is kept: one line for a page in all languages in which it was first seen on the same day. */
export function folded(published: Published): Published {
  const lines = new Map<
    string,
    { readonly before: string; readonly path: string; value: string; languages: string[] }
  >();
  const language = new RegExp(`^(${PREFIX}/)(${LANGUAGE})(/(?:${SLUG}/)*)$`);
  const single: [string, string][] = [];
  for (const [url, value] of Object.entries(published)) {
    const [, before = "", lang = "", path = ""] = ADDRESS.test(url) ? [] : (language.exec(url) ?? []);
    if (lang === "") single.push([url, value]);
    else {
      const key = [before, path, value].join(" ");
      const line = lines.get(key) ?? { before, path, value, languages: [] };
      line.languages.push(lang);
      lines.set(key, line);
    }
  }
  const shared = [...lines.values()].map(({ before, path, value, languages }): [string, string] => [
    `${before}{${languages.toSorted().join(",")}}${path}`,
    value,
  ]);
  return Object.fromEntries([...single, ...shared].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The addresses below a folder of the host: what stood elsewhere before the site moved into it is not the site's to serve. */
export function publishedBelow(prefix: string, published: Published): Published {
  return Object.fromEntries(Object.entries(published).filter(([url]) => url.startsWith(`${prefix}/`)));
}

/** What stands at an address: a release, or another page or document by its title and what its text begins with. */
export type Known = Pick<Release, "lang" | "date" | "title" | "titleAsTyped"> & { readonly body?: string };

/** By what a release is known again when its file has been renamed: its title as it was typed, which no change of typography changes. */
function markOf({ lang, date, title, titleAsTyped = title }: Known): string {
  return sha256([lang, date, titleAsTyped].join("\n")).slice(0, 12);
}

/** By what it is known again when its title has changed as well: how its text begins, without marks and capital letters. */
function textMarkOf({ lang, body }: Known): string | undefined {
  const letters = body?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters === undefined ? undefined : sha256([lang, letters.slice(0, 200)].join("\n")).slice(0, 8);
}

/** What stands at each address. */
export type Addressed = ReadonlyMap<string, Known>;

/**
 * Recorded addresses that a release has moved away from, each with the address it has now. A release has moved where the
 * list says so, or where an address leads nowhere any more and exactly one release that was never recorded has its mark.
 */
export function movedAddresses(published: Published, addressed: Addressed): Map<string, string> {
  const gone = Object.keys(published).filter((url) => !addressed.has(url));
  if (gone.length === 0) return new Map();
  const fresh = freshIn(published, addressed);
  const next = (url: string): string | undefined => {
    const { now, mark = "", text = "" } = seenIn(published[url] ?? "");
    if (now !== undefined) return now;
    const only = (all: readonly string[] = []) => {
      const [found, ...others] = all.filter((other) => homeOf(other) === homeOf(url));
      return others.length === 0 ? found : undefined;
    };
    return only(fresh.get(mark)) ?? (fresh.has(mark) ? undefined : only(fresh.get(text)));
  };
  const moved = new Map<string, string>();
  for (const from of gone) {
    const passed = new Set<string>();
    let at: string | undefined = from;
    while (at !== undefined && !addressed.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next(at);
    }
    if (at !== undefined && at !== from && addressed.has(at)) moved.set(from, at);
  }
  return moved;
}

const HOME = new RegExp(`^${PREFIX}/${LANGUAGE}/`);

/** The part of an address that says its language: nothing moves from one to another. */
function homeOf(url: string): string {
  return HOME.exec(url)?.[0] ?? "";
}

/** What has never been recorded, by its marks. */
function freshIn(published: Published, addressed: Addressed): ReadonlyMap<string, readonly string[]> {
  const fresh = new Map<string, string[]>();
  for (const [url, known] of addressed) {
    if (url in published) continue;
    for (const mark of [markOf(known), textMarkOf(known)])
      if (mark !== undefined) fresh.set(mark, [...(fresh.get(mark) ?? []), url]);
  }
  return fresh;
}

/** Whether an address is that of a picture, or of a list of pictures: when one is taken away, a notice stands there without being asked. */
function isPicture(url: string): boolean {
  return url.slice(homeOf(url).length).startsWith("media/");
}

/** Why an address is lost: nothing stands there any more, or something else does, and what stood there is now elsewhere, if it is. */
export interface Lost {
  readonly url: string;
  readonly isTaken: boolean;
  readonly now?: string | undefined;
}

/**
 * Recorded addresses that a site would lose. `claimed` are those at which something stands, or leads on. Lines of older lists,
 * which have no mark of the text, are not asked: what they name may have gone long ago.
 */
export function lostAddresses(published: Published, addressed: Addressed, claimed: ReadonlySet<string>): Lost[] {
  let fresh: ReturnType<typeof freshIn> | undefined;
  return Object.entries(published).flatMap(([url, value]): Lost[] => {
    const { text, mark, now } = seenIn(value);
    const known = addressed.get(url);
    if (text === undefined || now === "gone" || isPicture(url)) return [];
    if (!known) return claimed.has(url) ? [] : [{ url, isTaken: false }];
    if (now !== undefined || mark === undefined || mark === markOf(known)) return [];
    fresh ??= freshIn(published, addressed);
    const at = (all: readonly string[] = []) => all.find((other) => homeOf(other) === homeOf(url));
    const elsewhere = at(fresh.get(mark));
    // Of a list, only its name counts: which release it begins with may change.
    const isSame = known.lang === "" || text === textMarkOf(known);
    return isSame && elsewhere === undefined ? [] : [{ url, isTaken: true, now: elsewhere ?? at(fresh.get(text)) }];
  });
}

/** The list with what is public now: new addresses, the marks of those that are there, and where others have moved to. */
export function recorded(published: Published, addressed: Addressed, day: string): Published {
  const all: Record<string, string> = { ...published };
  for (const [from, to] of movedAddresses(published, addressed)) {
    const { day: first, text, mark } = seenIn(published[from] ?? "");
    if (mark !== undefined) all[from] = [first, text, mark, to].filter((part) => part !== undefined).join(" ");
  }
  for (const [url, known] of addressed) {
    const first = (published[url] ?? day).slice(0, 10);
    all[url] = [first, textMarkOf(known), markOf(known)].filter((part) => part !== undefined).join(" ");
  }
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
