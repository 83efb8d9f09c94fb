import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import slugify from "@sindresorhus/slugify";
import { isSlug } from "../model/fields.ts";
import type { Release } from "../model/release.ts";

/** Longest last part of an address that is made from a title. */
const LONGEST = 70;
const DAY = /^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{2}[-_.]\d{2}[-_.]\d{4})(?:[-_. ]+|$)/;

/** A name as an address: without its date, small Latin letters (other scripts transliterated), digits and hyphens. */
export function slugged(words: string): string {
  const slug = slugify(words.replace(DAY, ""), { decamelize: false });
  return isSlug(slug) && slug !== "page" ? slug : "";
}

/** The first words of a slug, as many as an address made from a title may have. */
export function short(slug: string): string {
  return slug.length <= LONGEST ? slug : slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
}

/** A release's file or folder name, from a title alone. */
export function keyFor(date: string | undefined, title: string): string {
  return [date, short(slugged(title)) || "release"].filter(Boolean).join("-");
}

/** Returns a name that no other release has: a number is put behind it where need be. It is taken from then on. */
export type UniqueName = (wanted: string) => string;

/** Names releases so that each has an address of its own, beside those that are there and those that are being written. */
export function uniqueNames(contentDir: string, releases: readonly Release[]): UniqueName {
  /** Last parts of addresses → their years; of a release without a day the year is empty. */
  const taken = new Map<string, Set<string>>();
  const take = (year: string, slug: string) => taken.set(slug, (taken.get(slug) ?? new Set()).add(year));
  const folder = path.join(contentDir, "releases");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) take(...partsOf(name.replace(/\.md$/, "")));
  for (const { year, slug } of releases) take(year, slug);
  /** Whether a release of this name would have an address that another one has, or gets when its day is written. */
  const isTaken = (key: string) => {
    const [year, slug] = partsOf(key);
    const years = taken.get(slug);
    return years !== undefined && (year === "" || years.has(year) || years.has(""));
  };
  return (wanted) => {
    let key = wanted;
    for (let number = 2; isTaken(key); number++) key = `${wanted}-${number}`;
    take(...partsOf(key));
    return key;
  };
}

function partsOf(key: string): [year: string, slug: string] {
  const [, year = "", slug = key] = /^(\d{4})-\d{2}-\d{2}-(.*)$/.exec(key) ?? [];
  return [year, slug];
}

/** Year and last part of the address of a release's file or folder name. */
export function addressPath(key: string): string {
  return partsOf(key).join("/");
}
