import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Release } from "../../model/release.ts";

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
