import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Release } from "../../model/release.ts";

/** The addresses of releases that are taken: by what is there, and by what is being written. */
export class TakenNames {
  /** Year → last parts of addresses; of a release without a day the year is empty. */
  readonly #slugs = new Map<string, Set<string>>();

  constructor(contentDir: string, releases: readonly Release[] = []) {
    const folder = path.join(contentDir, "releases");
    for (const name of existsSync(folder) ? readdirSync(folder) : []) this.#add(name.replace(/\.md$/, ""));
    for (const { year, slug } of releases) this.#of(year).add(slug);
  }

  #add(key: string): void {
    const [year, slug] = partsOf(key);
    this.#of(year).add(slug);
  }

  /** Whether a release of this name would have an address that another one has, or gets when its day is written. */
  #has(key: string): boolean {
    const [year, slug] = partsOf(key);
    if (year === "") return [...this.#slugs.values()].some((slugs) => slugs.has(slug));
    return this.#of(year).has(slug) || this.#of("").has(slug);
  }

  /** A name that no other release has: a number is put behind it where need be. It is taken from then on. */
  unique(wanted: string): string {
    let key = wanted;
    for (let number = 2; this.#has(key); number++) key = `${wanted}-${number}`;
    this.#add(key);
    return key;
  }

  #of(year: string): Set<string> {
    const slugs = this.#slugs.get(year) ?? new Set();
    this.#slugs.set(year, slugs);
    return slugs;
  }
}

function partsOf(key: string): [year: string, slug: string] {
  const [, year = "", slug = key] = /^(\d{4})-\d{2}-\d{2}-(.*)$/.exec(key) ?? [];
  return [year, slug];
}

/** Year and last part of the address of a release's file or folder name. */
export function addressPath(key: string): string {
  return partsOf(key).join("/");
}
