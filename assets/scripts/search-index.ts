/** Just what is used of Pagefind. */
export interface Result {
  data(): Promise<{ readonly raw_url: string; readonly excerpt: string; readonly meta: { readonly title: string } }>;
}

/** Filter → value → how many releases have it. A value is what stands in an address, a blank, and a name. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Found {
  readonly results: readonly Result[];
  /** Of what was found, as far as the filters have been loaded. */
  readonly filters: Counts;
  /** Of what would be found without filters. */
  readonly totalFilters: Counts;
}

interface Pagefind {
  mergeIndex(path: string, options: object): Promise<void>;
  filters(): Promise<Counts>;
  search(
    words: string | null,
    options: { filters: Readonly<Record<string, string>>; sort?: { date: "asc" | "desc" } },
  ): Promise<Found>;
}

/** What somebody wants to know. `chosen` are filters and what stands in the address for their values. */
export interface Question {
  readonly words: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly order: "best" | "newest" | "oldest";
}

export const idOf = (value: string) => value.slice(0, value.indexOf(" "));
export const nameOf = (value: string) => value.slice(value.indexOf(" ") + 1);

/** The search index of a language: its volumes, oldest first, loaded when it is first asked. */
export class Index {
  readonly #volumes: readonly string[];
  #loaded: Promise<Pagefind> | undefined;

  constructor(volumes: readonly string[]) {
    this.#volumes = volumes;
  }

  get isLoaded(): boolean {
    return this.#loaded !== undefined;
  }

  /** Loads Pagefind and the index; again where that failed. */
  load(): Promise<Pagefind> {
    if (!this.#loaded) {
      this.#loaded = this.#load();
      this.#loaded.catch(() => {
        this.#loaded = undefined;
      });
    }
    return this.#loaded;
  }

  /** Each volume is marked with its number: Pagefind itself does not put the results of several in order of date. */
  async #load(): Promise<Pagefind> {
    const options = (at: number) => ({
      baseUrl: "/",
      metaCacheTag: "",
      excerptEllipsis: "…",
      mergeFilter: { volume: String(at) },
    });
    const [first = "", ...others] = this.#volumes;
    const { createInstance } = await import(`${first}pagefind.js`);
    const pagefind: Pagefind = createInstance({ basePath: first, ...options(0) });
    for (const [at, volume] of others.entries()) await pagefind.mergeIndex(volume, options(at + 1));
    return pagefind;
  }

  /** How many releases there are of each value of each filter. */
  async counts(): Promise<Counts> {
    return (await this.load()).filters();
  }

  /** What fits a question; with the counts of the filters, which have to be loaded, where they are wanted. */
  async answer({ words, chosen, order }: Question, isCounted: boolean): Promise<Found> {
    const pagefind = await this.load();
    const isNarrowed = Object.keys(chosen).length > 0;
    const known = isNarrowed || isCounted ? await pagefind.filters() : {};
    const filters = Object.fromEntries(
      Object.entries(chosen).map(([name, id]) => [
        name,
        Object.keys(known[name] ?? {}).find((value) => idOf(value) === id) ?? id,
      ]),
    );
    const found = await pagefind.search(words || null, { filters });
    if (order === "best") return found;
    const sort = { date: order === "newest" ? ("desc" as const) : ("asc" as const) };
    const parts = await Promise.all(
      this.#volumes.map((_, at) =>
        pagefind.search(words || null, { filters: { ...filters, volume: String(at) }, sort }),
      ),
    );
    if (order === "newest") parts.reverse();
    return { ...found, results: parts.flatMap(({ results }) => results) };
  }
}
