import { z } from "zod";
import { LANGUAGE, SLUG } from "./fields.ts";
import { grouped } from "./grouped.ts";
import { sha256 } from "./hash.ts";
import { isCalendarDate } from "./instant.ts";
import type { Release } from "./release.ts";

/**
 * The committed list of every address that was ever public: address → the day it was first seen, hashes of the beginning of its text
 * and of its title, and the address it moved to, if any, or `gone`, if the office let it go. Each is a word of the value; older lists
 * have only the day, or the day and one hash.
 */
export type Published = Readonly<Record<string, string>>;

const PREFIX = String.raw`(?:\/(?!\.)(?![^/]*%(?:2e|2f|5c))[^\s/\\?#{}]+)*?`;
/** A name in the address of a page that is no release, or of a document: it may have capital letters and dots. */
const NAME = "[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*";

/** An address of a release: the folder of the site, if it was in one, then language, year and name. No such address leads out of the site. */
const ADDRESS = new RegExp(String.raw`^${PREFIX}\/${LANGUAGE}\/\d{4}\/${SLUG}\/$`);

/** Addresses of one page in several languages, in one line: `/{en,ru}/partners/undp/`; and of a document. */
const SHARED = new RegExp(String.raw`^(${PREFIX}\/)\{(${LANGUAGE}(?:,${LANGUAGE})*)\}(\/(?:${NAME}\/)*)$`);
const OTHER = new RegExp(String.raw`^${PREFIX}(?:\/${LANGUAGE}\/(?:${NAME}\/)*|\/files\/${NAME})$`);
const SEEN = /^(\d{4}-\d{2}-\d{2})(?: ([0-9a-f]{8}))?(?: ([0-9a-f]{12}))?(?: (\S+))?$/;

/** Splits the value of an address into its words. */
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

/** Returns the last line of a list, by which missing lines are noticed: the number of lines and a hash over them. */
export function sealOf(list: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(list).filter((line) => line !== "entries");
  return `${lines.length} ${sha256(lines.toSorted().join("\n")).slice(0, 12)}`;
}

/** Returns the list as it is committed: one line for a page in all languages in which it was first seen on the same day. */
export function folded(published: Published): Published {
  const language = new RegExp(`^(${PREFIX}/)(${LANGUAGE})(/(?:${NAME}/)*)$`);
  const pages = Object.entries(published).map(([url, value]) => {
    const [, before = "", lang = "", path = ""] = ADDRESS.test(url) ? [] : (language.exec(url) ?? []);
    return { value, lang, line: (languages: string) => (lang === "" ? url : `${before}{${languages}}${path}`) };
  });
  const lines = [...grouped(pages, ({ line, value }) => [`${line("")} ${value}`]).values()].map((own) => {
    const languages = own.map(({ lang }) => lang).toSorted();
    return [own[0]?.line(languages.join(",")) ?? "", own[0]?.value ?? ""] as const;
  });
  return Object.fromEntries(lines.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the addresses in a folder of the host, because a site that moved into it does not serve the addresses outside it. */
export function publishedBelow(prefix: string, published: Published): Published {
  return Object.fromEntries(Object.entries(published).filter(([url]) => url.startsWith(`${prefix}/`)));
}

/** A release at an address, or another page or document with its title and the beginning of its text. */
export type Known = Pick<Release, "lang" | "date" | "title" | "titleAsTyped"> & { readonly body?: string };

/** Returns the hash by which a release is recognised after its file was renamed. It uses the title as typed, which typography does not change. */
function markOf({ lang, date, title, titleAsTyped = title }: Known): string {
  return sha256([lang, date, titleAsTyped].join("\n")).slice(0, 12);
}

/** Returns the hash by which it is recognised after its title changed as well: over the first letters of its text. */
function textMarkOf({ lang, body }: Known): string | undefined {
  const letters = body?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters === undefined ? undefined : sha256([lang, letters.slice(0, 200)].join("\n")).slice(0, 8);
}

/** Address → the release, page or document there. */
export type Addressed = ReadonlyMap<string, Known>;

/**
 * Returns the recorded addresses from which something has moved, each with the current address. A release has moved if the list says
 * so, or if nothing is at its address any more and exactly one release that was never recorded has its hash.
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

/** Returns the part of an address that names its language, because nothing moves from one language to another. */
function homeOf(url: string): string {
  return HOME.exec(url)?.[0] ?? "";
}

/** Returns the addresses that were never recorded, by their hashes. */
function freshIn(published: Published, addressed: Addressed): ReadonlyMap<string, readonly string[]> {
  const fresh = [...addressed.keys()].filter((url) => !(url in published));
  return grouped(fresh, (url) => {
    const known = addressed.get(url);
    return known ? [markOf(known), textMarkOf(known)].filter((mark) => mark !== undefined) : [];
  });
}

/** An address that would be lost: nothing is there any more, or something else (`isTaken`); `now` is where its text is, if anywhere. */
export interface Lost {
  readonly url: string;
  readonly isTaken: boolean;
  readonly now?: string | undefined;
}

/**
 * Returns the recorded addresses that the site would lose. `claimed` are those that have a page or lead on. Lines of older lists, which
 * have no hash of the text, are skipped, because their pages may have gone long ago.
 */
export function lostAddresses(published: Published, addressed: Addressed, claimed: () => ReadonlySet<string>): Lost[] {
  let fresh: ReturnType<typeof freshIn> | undefined;
  return Object.entries(published).flatMap(([url, value]): Lost[] => {
    const { text, mark, now } = seenIn(value);
    const known = addressed.get(url);
    // If a picture or a list of pictures is removed, its address gets a notice without asking.
    const isPicture = url.slice(homeOf(url).length).startsWith("media/");
    if (text === undefined || now === "gone" || isPicture) return [];
    if (!known) return claimed().has(url) ? [] : [{ url, isTaken: false }];
    if (now !== undefined || mark === undefined || mark === markOf(known)) return [];
    fresh ??= freshIn(published, addressed);
    const at = (all: readonly string[] = []) => all.find((other) => homeOf(other) === homeOf(url));
    const elsewhere = at(fresh.get(mark));
    // A list is recognised by its name only, because the release it begins with may change.
    const isSame = known.lang === "" || text === textMarkOf(known);
    return isSame && elsewhere === undefined ? [] : [{ url, isTaken: true, now: elsewhere ?? at(fresh.get(text)) }];
  });
}

/** Returns the list with the addresses that are public now, their hashes, and the addresses to which others have moved. */
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
